using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

public sealed class HarborMutualTests
{
    [Fact]
    public void The_rules_of_an_enforced_workspace_accept_every_step() =>
        Assert.True(HarborMutual.Refusals.IsEmpty, string.Join('\n', HarborMutual.Refusals));

    [Fact]
    public void It_is_about_five_hundred_entities_and_three_thousand_change_sets_in_all_categories()
    {
        var model = HarborMutual.Story.Model;
        var live = HarborMutual.Today.Entities().Where(e => !MetaKinds.Describes(e.Kind)).ToList();
        var categories = live.CountBy(e => model.CategoryOf(e.Kind)!).ToDictionary();

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{HarborMutual.Changes} change sets, {live.Count} live entities of {live.CountBy(e => e.Kind).Count()} kinds, "
                + $"{HarborMutual.Today.Relations().Count()} live relations; {string.Join(", ", categories)}"
        );
        Assert.InRange(HarborMutual.Changes, 2700, 3300);
        Assert.InRange(live.Count, 450, 650);
        Assert.Equal(["collaboration", "context", "intent", "investment", "practice"], categories.Keys.Order());
        Assert.All(categories.Values, count => Assert.True(count >= 40));
    }

    [Fact]
    public void Steps_follow_each_other_and_end_before_now()
    {
        var times = HarborMutual.Steps.Select(s => s.Recorded).ToList();

        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.True(times[^1] < HarborMutual.Now);
        Assert.True(HarborMutual.Story.BeginsAt(HarborMutual.Now) < times[0]);
        Assert.All(times, t => Assert.InRange(t.InUtc().DayOfWeek, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday));
        Assert.All(HarborMutual.Steps, s => Assert.NotEmpty(s.Commands));
    }

    [Fact]
    public void Playing_it_again_gives_the_same()
    {
        var again = DemoScript.Take("harbor-mutual").Play(HarborMutual.Now).ToList();

        Assert.Equal(HarborMutual.Steps.Select(Text), again.Select(Text));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-3640)]
    [InlineData(364)]
    public void Playing_it_at_another_time_moves_dates_only(int days)
    {
        var moved = HarborMutual.Story.Play(HarborMutual.Now.Plus(Duration.FromDays(days))).ToList();

        Assert.Equal(HarborMutual.Steps.Select(s => s.Recorded.Plus(Duration.FromDays(days))), moved.Select(s => s.Recorded));
        var back = moved.Select(new StoryShift(-days).Move);
        Assert.Equal(HarborMutual.Steps.Select(Text), back.Select(Text));
    }

    [Fact]
    public void Today_is_the_last_Thursday()
    {
        Assert.Equal(new LocalDate(2026, 11, 26), DemoStory.TodayFor(Instant.FromUtc(2026, 11, 26, 0, 0)));
        Assert.Equal(new LocalDate(2026, 11, 19), DemoStory.TodayFor(Instant.FromUtc(2026, 11, 25, 23, 59)));
    }

    [Fact]
    public void Whoever_writes_works_there_at_the_time()
    {
        var people = HarborMutual.Today.Snapshot;
        var strangers = HarborMutual
            .Steps.Where(s => s.Cause.Origin != Origin.Import)
            .Where(s =>
                !new Reading(people, s.Recorded, HarborMutual.Now, Mask.Nothing)
                    .WithLabel("person")
                    .Any(p => p.Title == s.Cause.Actor)
            )
            .Select(s => $"{s.Cause.Actor} at {s.Recorded}");

        Assert.Empty(strangers);
    }

    [Fact]
    public void Every_title_was_thought_of()
    {
        var titles = HarborMutual
            .Steps.SelectMany(s => s.Commands)
            .OfType<GraphCommand.CreateEntity>()
            .Select(c => (c.Labels[0], Title: c.Fields["title"].AsText!))
            .ToList();

        Assert.All(titles, t => Assert.DoesNotMatch(@"\b(Item|Task|Thing|Test|Foo)\b.*\d", t.Title));
        Assert.All(titles.Where(t => t.Item1 != "signifier").CountBy(t => t), t => Assert.True(t.Value == 1, t.Key.Title));
    }

    private static string Text(DemoStep step) => $"{step.Recorded} {step.Cause} {string.Join("; ", step.Commands.Select(Text))}";

    private static string Text(GraphCommand command) =>
        command switch
        {
            GraphCommand.CreateEntity c => $"{c} {string.Join(", ", c.Fields.Select(f => $"{f.Key}={Text(f.Value)}"))}",
            GraphCommand.Relate c => $"{c} {string.Join(", ", c.Fields.Select(f => $"{f.Key}={Text(f.Value)}"))}",
            GraphCommand.SetField c => $"{c.Subject} {c.Field} {Text(c.Value)} {c.During}",
            GraphCommand.AppendSeries c => $"{c.Subject} {c.Field} {string.Join(", ", c.Points)}",
            _ => command.ToString(),
        };

    private static string Text(Value value)
    {
        var bytes = new ByteWriter(64);
        ValueCodec.Write(bytes, value);
        return Convert.ToHexString(bytes.Written);
    }
}
