using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

/// <summary>What waits for whom at Harbor Mutual.</summary>
public sealed class WeekTests
{
    private static readonly Instant AWeekAgo = HarborMutual.Now - Duration.FromDays(7);

    [Fact]
    public void What_was_promised_and_did_not_come_is_told_until_it_comes()
    {
        var matters = Matters.Of(HarborMutual.Today, AWeekAgo, null, DateTimeZone.Utc);

        var promises = matters.OfType<Matter.Promise>().ToList();
        Assert.NotEmpty(promises);
        Assert.All(promises, promise => Assert.True(promise.By < HarborMutual.Now.InUtc().Date));
        // The roofers' word came this week, and says when the next will.
        Assert.DoesNotContain(promises, promise => promise.Entity.Ref!.Key == "roofer-slots");
    }

    [Fact]
    public void A_decision_is_told_two_weeks_ahead_and_while_it_is_open()
    {
        var decisions = Matters.Of(HarborMutual.Today, AWeekAgo, null, DateTimeZone.Utc).OfType<Matter.Decision>().ToList();

        Assert.NotEmpty(decisions);
        Assert.All(decisions, decision => Assert.True(decision.By <= HarborMutual.Now.InUtc().Date.PlusDays(14)));
        Assert.All(
            decisions,
            decision => Assert.False(decision.Entity["status"].AsText is "realised" or "abandoned" or "revisited")
        );
    }

    [Fact]
    public void What_went_stale_is_told_once()
    {
        var month = Matters.Of(HarborMutual.Today, HarborMutual.Now - Duration.FromDays(90), null, DateTimeZone.Utc);
        var stale = month.OfType<Matter.Stale>().ToList();

        Assert.NotEmpty(stale);
        var trust = new Trust(HarborMutual.Today);
        Assert.All(stale, one => Assert.Equal(Freshness.Stale, trust.BandOf(one.Entity, one.Look)));
        Assert.Empty(Matters.Of(HarborMutual.Today, HarborMutual.Now, null, DateTimeZone.Utc).OfType<Matter.Stale>());
    }

    [Fact]
    public void An_area_is_what_a_person_and_their_teams_hold()
    {
        var area = Area.Of(HarborMutual.Find("person:ruth-lindqvist"));

        Assert.NotNull(area.Find(HarborMutual.Find("focus-area:ready-for-storms").Id));
        Assert.All(area.Held, held => Assert.NotNull(held.Thing.Ref));
        Assert.All(
            Matters.Of(HarborMutual.Today, AWeekAgo, area, DateTimeZone.Utc),
            matter => Assert.NotNull(area.Find(matter.Entity.Id))
        );
        var beside = HarborMutual.Today.Entities().First(thing => area.Beside(thing.Id) is not null);
        Assert.Null(area.Find(beside.Id));
    }
}
