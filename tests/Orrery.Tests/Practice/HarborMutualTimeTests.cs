using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Practice;

/// <summary>What the demo is to show about time: late news, corrections, endings, renames, plans.</summary>
public sealed class HarborMutualTimeTests
{
    [Fact]
    public void A_team_was_gone_nine_weeks_before_the_map_heard_of_it()
    {
        var between = WeeksAgo(40);
        var known = new Reading(HarborMutual.Snapshot.AsKnownAt(RevisionAt(between)), between, between, Mask.Nothing);

        Assert.Equal("active", HarborMutual.Find(known, "team:front-door")["status"].AsText);
        Assert.Null(HarborMutual.At(between).Find(EntityRef.Of("team", "front-door")));
        Assert.NotNull(HarborMutual.At(WeeksAgo(50)).Find(EntityRef.Of("team", "front-door")));
    }

    [Fact]
    public void History_from_before_the_map_is_known_late()
    {
        var longAgo = HarborMutual.Now.Minus(Duration.FromDays(8 * 365));

        var teams = HarborMutual.Ends(
            HarborMutual.Find(HarborMutual.At(longAgo), "person:jonas-brandt"),
            Direction.Out,
            "member"
        );

        Assert.Equal(["team:contact-center"], teams);
        Assert.Contains(HarborMutual.Steps, s => s.Cause is { Origin: Origin.Import, Source: "hr" });
    }

    [Fact]
    public void A_past_value_was_corrected()
    {
        var size = HarborMutual.Find(HarborMutual.At(WeeksAgo(80)), "segment:long-tenure")["size"];
        var asKnownThen = new Reading(
            HarborMutual.Snapshot.AsKnownAt(RevisionAt(WeeksAgo(80))),
            WeeksAgo(80),
            HarborMutual.Now,
            Mask.Nothing
        );

        Assert.Equal(Value.Of(171_500L), size);
        Assert.Equal(Value.Of(184_000L), HarborMutual.Find(asKnownThen, "segment:long-tenure")["size"]);
        Assert.Equal(Value.Of(176_200L), HarborMutual.Find("segment:long-tenure")["size"]);
    }

    [Fact]
    public void A_renamed_thing_is_found_by_both_refs() =>
        Assert.Equal(HarborMutual.Find("capability:repair-steering").Id, HarborMutual.Find("capability:roofer-on-call").Id);

    [Fact]
    public void Some_things_and_relations_have_ended()
    {
        var ended = HarborMutual.Steps.SelectMany(s => s.Commands).OfType<GraphCommand.Retire>().ToList();
        var then = HarborMutual.At(WeeksAgo(95));

        Assert.InRange(ended.Count, 20, 60);
        Assert.Contains("team:storm-desk", then.OfKind("team").Select(t => t.ToString()));
        Assert.DoesNotContain("team:storm-desk", HarborMutual.Today.OfKind("team").Select(t => t.ToString()));
    }

    [Fact]
    public void Next_month_is_already_agreed()
    {
        var nextMonth = HarborMutual.At(WeeksAgo(-6));

        Assert.Contains("team:claims", HarborMutual.Ends(HarborMutual.Find("person:kofi-mensah"), Direction.Out, "member"));
        Assert.Equal(
            ["team:mobile"],
            HarborMutual.Ends(HarborMutual.Find(nextMonth, "person:kofi-mensah"), Direction.Out, "member")
        );
        Assert.Null(HarborMutual.Today.Find(EntityRef.Of("cycle", "fourth-year")));
        Assert.NotNull(nextMonth.Find(EntityRef.Of("cycle", "fourth-year")));
    }

    [Fact]
    public void What_is_personal_is_marked_so()
    {
        var field = HarborMutual.Story.Model.FindField("person", "email")!;

        Assert.True(field.IsPersonal);
        Assert.NotNull(HarborMutual.Find("person:mei-tanaka")["phone"].AsText);
    }

    [Fact]
    public void A_metric_has_a_point_for_every_month()
    {
        var points = HarborMutual.Find("metric:renewal-rate").Series("observed");

        Assert.InRange(points.Length, 34, 38);
        Assert.InRange(points[^1].Value - points[0].Value, 1, 4);
    }

    private static Instant WeeksAgo(int weeks) => HarborMutual.Now.Minus(Duration.FromDays(weeks * 7));

    private static Revision RevisionAt(Instant recorded) => HarborMutual.Snapshot.AsKnownAt(recorded).At;
}
