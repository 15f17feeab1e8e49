using NodaTime;
using Orrery.Graph;
using Orrery.Tests.House;

namespace Orrery.Tests.Practice;

/// <summary>What the two smaller demo companies owe to whoever looks at them.</summary>
public sealed class DemoCompanyTests
{
    [Theory]
    [InlineData("skein")]
    [InlineData("ten-tables")]
    public void The_rules_of_an_enforced_workspace_accept_every_step(string name) =>
        Rule.HasNoBreaches(DemoCompanies.Of(name).Refusals);

    [Theory]
    [InlineData("skein", 250, 900)]
    [InlineData("ten-tables", 280, 600)]
    public void There_are_things_of_all_categories_and_a_year_of_changes(string name, int things, int changes)
    {
        var played = DemoCompanies.Of(name);
        var live = played.Today.Entities().Where(e => !MetaKinds.Describes(e.Kind)).ToList();
        var categories = live.CountBy(e => played.Story.Model.CategoryOf(e.Kind) ?? "none").ToDictionary();

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{played.Changes} change sets, {live.Count} live entities of {live.CountBy(e => e.Kind).Count()} kinds, "
                + $"{played.Today.Relations().Count()} live relations; {string.Join(", ", categories)}"
        );
        Assert.True(live.Count >= things, $"{live.Count} things");
        Assert.True(played.Changes >= changes, $"{played.Changes} changes");
        Assert.All(
            ["collaboration", "context", "intent", "investment", "practice"],
            category => Assert.True(categories.GetValueOrDefault(category) >= 15, category)
        );
        Assert.True(PlayedStory.Now - played.Steps[0].Recorded > Duration.FromDays(365));
    }

    [Theory]
    [InlineData("skein")]
    [InlineData("ten-tables")]
    public void Steps_follow_each_other_and_end_before_now(string name)
    {
        var times = DemoCompanies.Of(name).Steps.Select(s => s.Recorded).ToList();

        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.True(times[^1] < PlayedStory.Now);
        Assert.All(times, t => Assert.InRange(t.InUtc().DayOfWeek, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday));
    }

    [Theory]
    [InlineData("skein")]
    [InlineData("ten-tables")]
    public void Whoever_writes_works_there_at_the_time(string name)
    {
        var played = DemoCompanies.Of(name);

        Rule.HasNoBreaches(
            played
                .Steps.Where(s =>
                    !played.At(s.Recorded + Duration.FromDays(1)).WithLabel("person").Any(p => p.Title == s.Cause.Actor)
                )
                .Select(s => $"{s.Cause.Actor} at {s.Recorded}")
        );
    }

    [Theory]
    [InlineData("skein")]
    [InlineData("ten-tables")]
    public void Every_title_was_thought_of(string name) =>
        Rule.HasNoBreaches(
            DemoCompanies
                .Of(name)
                .Steps.SelectMany(s => s.Commands)
                .OfType<GraphCommand.CreateEntity>()
                .Where(c => c.Labels[0] != "signifier")
                .CountBy(c => (c.Labels[0], c.Fields["title"].AsText))
                .Where(t => t.Value > 1)
                .Select(t => $"{t.Key}")
        );

    [Theory]
    [InlineData("skein", "makers", "kind:bet", "wager")]
    [InlineData("skein", "sellers", "kind:metric", "number")]
    [InlineData("skein", "measurers", "relation-type:drives", "causes")]
    [InlineData("skein", "money", "kind:focus-area", "pillar")]
    [InlineData("ten-tables", "floor", "kind:work-item", "order")]
    [InlineData("ten-tables", "makers", "kind:work-item", "piece")]
    [InlineData("ten-tables", "leads", "kind:work-item", "ticket")]
    public void Communities_say_it_in_words_of_their_own(string name, string community, string of, string term)
    {
        var today = DemoCompanies.Of(name).Today;
        Assert.True(EntityRef.TryParse(of, out var meant));
        var concept = today.Find(meant!)!.Id;

        Assert.Contains(today.Model.Signifiers, w => w.Community == community && w.Of == concept && w.Term == term);
    }

    [Theory]
    [InlineData("floor", "On the stove", "Eaten")]
    [InlineData("leads", "In action", "Realised")]
    public void Choices_are_said_in_the_readers_words(string community, string open, string done)
    {
        var today = DemoCompanies.Of("ten-tables").Today.InWordsOf(community);
        var status = today.Model.FindKind("work-item")!.Fields["status"];
        var words = Orrery.Server.Words.Of(today);

        Assert.Equal([open, done], [words.Option(today, status, "in-action"), words.Option(today, status, "realised")]);
    }
}
