using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

public sealed class DemoScriptTests
{
    private const string Head = """
        story: small
        title: Small
        packs: [core]
        chapter: One
        scenes:
          - on: monday 10 weeks ago
            by: ada
            add: [{ person: ada, title: Ada Berg, since: 2 years ago }, { team: mill, title: The Mill, has-the-member: person:ada }]

        """;

    [Fact]
    public void A_scene_is_a_change_set_by_somebody_at_a_time()
    {
        var now = Instant.FromUtc(2026, 11, 26, 12, 0);

        var step = Assert.Single(Read("").Play(now));

        Assert.Equal("Ada Berg", step.Cause.Actor);
        Assert.Equal(new LocalDate(2026, 9, 14), step.Recorded.InUtc().Date);
        var ada = Assert.IsType<GraphCommand.CreateEntity>(step.Commands[0]);
        Assert.Equal(new LocalDate(2024, 11, 26), ada.Exists.From.InUtc().Date);
        var member = Assert.IsType<GraphCommand.Relate>(step.Commands[2]);
        Assert.Equal(("member", ada.Subject), (member.Type, member.From));
    }

    [Fact]
    public void A_relation_that_comes_back_is_restored()
    {
        var steps = Read(
                """
                  - { on: 9 weeks ago, by: ada, end: ["person:ada member team:mill"] }
                  - { on: 8 weeks ago, by: ada, relate: ["person:ada member team:mill"] }
                """
            )
            .Play(Instant.FromUtc(2026, 11, 26, 12, 0))
            .ToList();

        Assert.IsType<GraphCommand.Retire>(Assert.Single(steps[1].Commands));
        Assert.IsType<GraphCommand.Restore>(Assert.Single(steps[2].Commands));
    }

    [Theory]
    [InlineData("  - { on: someday, by: ada, confirm: team:mill }", "story.time")]
    [InlineData("  - { on: in 2 weeks, by: ada, confirm: team:mill }", "story.future")]
    [InlineData("  - { on: today, by: ada, confirm: team:mill }", "story.future")]
    [InlineData("  - { on: 9 weeks ago, by: nobody, confirm: team:mill }", "story.unknown-person")]
    [InlineData("  - { on: 9 weeks ago, by: ada, confirm: team:windmill }", "story.unknown-thing")]
    [InlineData("  - { on: 11 weeks ago, by: ada, confirm: team:mill }", "story.unknown-thing")]
    [InlineData("  - { on: 9 weeks ago, by: ada, add: [{ dragon: smog, title: Smog }] }", "story.unknown-kind")]
    [InlineData("  - { on: 9 weeks ago, by: ada, add: [{ intent: x, title: Abstract }] }", "story.unknown-kind")]
    [InlineData("  - { on: 9 weeks ago, by: ada, add: [{ team: dam, title: Dam, colour: red }] }", "story.unknown-field")]
    [InlineData("  - { on: 9 weeks ago, by: ada, add: [{ team: mill, title: Another }] }", "story.twice")]
    [InlineData("  - { on: 9 weeks ago, by: ada, add: [{ team: dam }] }", "yaml.missing")]
    [InlineData("  - { on: 9 weeks ago, by: ada, relate: [ada and the mill] }", "story.sentence")]
    [InlineData("  - { on: 9 weeks ago, by: ada, relate: [team:mill reports-to person:ada] }", "story.wrong-end")]
    [InlineData("  - { on: 9 weeks ago, by: ada, relate: [person:ada member team:mill] }", "story.twice")]
    [InlineData("  - { on: 9 weeks ago, by: ada, say: { team:mill: { status: sleepy } } }", "yaml.wrong-type")]
    [InlineData("  - { on: 9 weeks ago, by: ada, say: { team:mill: { wip-limit: many } } }", "yaml.wrong-type")]
    [InlineData("  - { on: 9 weeks ago, by: ada, say: { team:mill: { formed-on: the spring } } }", "yaml.wrong-type")]
    [InlineData("  - { on: 9 weeks ago, by: ada, sing: team:mill }", "yaml.unknown-key")]
    [InlineData(
        "habits: [{ count: team:mill, field: purpse, every: 1 week, from: 9 weeks ago, by: ada }]",
        "story.unknown-field"
    )]
    [InlineData("habits: [{ confirm: team:mill, every: often, from: 9 weeks ago, by: ada }]", "story.time")]
    [InlineData("work: [{ work: Grind, team: team:mill, who: ada, from: 9 weeks ago, took: ages }]", "story.time")]
    public void What_cannot_be_told_is_refused_with_file_and_line(string more, string code)
    {
        var refused = Assert.IsType<Outcome<DemoStory>.Refused>(DemoScript.Read(("small.yaml", Head + more)));

        Assert.Contains(code, refused.Faults.Select(f => f.Code));
        Assert.All(refused.Faults, f => Assert.StartsWith("small.yaml:", f.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("today", 0)]
    [InlineData("6 weeks ago", -42)]
    [InlineData("in 40 days", 40)]
    [InlineData("tuesday 1 week ago", -9)]
    [InlineData("3 months ago", -91)]
    [InlineData("2 weeks later", -86)]
    [InlineData("1 day earlier", -101)]
    public void Times_are_written_as_people_say_them(string text, int day)
    {
        Assert.True(StoryTime.TryRead(text, -100, out var read));
        Assert.Equal(day, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("6 weeks")]
    [InlineData("in 6 weeks ago")]
    [InlineData("sunday 2 weeks ago")]
    [InlineData("99999 weeks ago")]
    public void Other_texts_are_no_times(string text) => Assert.False(StoryTime.TryRead(text, 0, out _));

    [Fact]
    public void A_story_without_packs_or_scenes_is_refused() =>
        Assert.IsType<Outcome<DemoStory>.Refused>(
            DemoScript.Read(("small.yaml", "story: a\ntitle: A\npacks: [core]\nchapter: None\n"))
        );

    private static DemoStory Read(string more) => DemoScript.Read(("small.yaml", Head + more)).OrThrow();
}
