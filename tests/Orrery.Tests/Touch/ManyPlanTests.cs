using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Server;
using Orrery.Tests.Views;

namespace Orrery.Tests.Touch;

/// <summary>What becomes of each of many things.</summary>
public sealed class ManyPlanTests : IAsyncLifetime
{
    private static readonly Instant Then = ViewDesk.Now - Duration.FromDays(100);

    private ViewDesk? _desk;

    private ViewDesk Desk => _desk!;

    public async ValueTask InitializeAsync()
    {
        _desk = await ViewDesk.OpenAsync();
        await Desk.SayAsync(
            ViewDesk.Now - Duration.FromDays(90),
            ViewDesk.Thing(Then, "goal", "Quicker"),
            ViewDesk.Thing(
                Then,
                "bet",
                "one",
                ("status", Value.Of("option")),
                ("positives", Value.Of([Value.Of("people stay")])),
                ("watch-outs", Value.Of([Value.Of("calls go up")])),
                ("pivot-on", Value.Of(new LocalDate(2027, 1, 1))),
                ("unstaffed-on-purpose", Value.Of(true))
            ),
            ViewDesk.Thing(Then, "bet", "bare", ("status", Value.Of("option"))),
            ViewDesk.Thing(Then, "bet", "two", ("status", Value.Of("committed"))),
            ViewDesk.Thing(Then, "team", "Claims"),
            ViewDesk.Joins(Then, "contributes-to", ("bet", "one"), ("goal", "Quicker"))
        );
    }

    public async ValueTask DisposeAsync() => await Desk.DisposeAsync();

    [Fact]
    public void A_field_changes_where_it_differs_and_where_the_value_fits()
    {
        var plan = Plan("act=field&field=status&f-status=committed", "bet:one", "bet:two", "team:Claims");

        Assert.Equal(["bet:one"], Told(plan.Changes));
        Assert.Equal(["bet:two"], Told(plan.Stays));
        Assert.Equal("field.misfit", Assert.Single(plan.Cannot).Why.Code);
        Assert.Null(plan.Together);
        Assert.Contains("from Option to Committed", PlainTelling.TextOf(plan.Changes.Single().Said));
    }

    [Fact]
    public void Those_whose_gate_is_shut_are_told_apart_and_the_others_go_on()
    {
        var plan = Plan("act=field&field=status&f-status=committed", "bet:one", "bet:bare");

        Assert.Equal(["bet:one"], Told(plan.Changes));
        Assert.Equal("gate.unmet", Assert.Single(plan.Cannot).Why.Code);
        Assert.Null(plan.Together);
        Assert.Equal(["bet:bare"], Told(Plan("act=field&field=status&f-status=realised", "bet:bare").Cannot));
        Assert.Equal(["bet:bare"], Told(Plan("act=field&field=status&f-status=abandoned", "bet:bare").Changes));
    }

    [Fact]
    public void A_value_that_is_none_of_the_options_cannot_be_set() =>
        Assert.Equal(2, Plan("act=field&field=status&f-status=soonish", "bet:one", "bet:two").Cannot.Count());

    [Fact]
    public void A_relation_is_made_where_there_is_none_and_ended_where_there_is_one()
    {
        var relate = Plan("act=relate&how=out:contributes-to&other=Quicker", "bet:one", "bet:two", "team:Claims");
        Assert.Equal(["bet:two"], Told(relate.Changes));
        Assert.Equal(["bet:one"], Told(relate.Stays));
        Assert.Equal("relation.ends", Assert.Single(relate.Cannot).Why.Code);

        var part = Plan($"act=part&tie=out:contributes-to|{ViewDesk.IdOf("goal", "Quicker")}", "bet:one", "bet:two");
        Assert.Equal(["bet:one"], Told(part.Changes));
        Assert.Equal(["bet:two"], Told(part.Stays));
    }

    [Fact]
    public async Task What_is_planned_is_done_as_one_change_and_then_nothing_is_left_to_do()
    {
        var plan = Plan("act=retire", "bet:one", "bet:two");
        Assert.Equal(2, plan.Changes.Count());

        Assert.IsType<Outcome.Done>(await Desk.DoAsync(plan.Commands));

        Assert.Empty(Plan("act=retire", "bet:one", "bet:two").Changes);
    }

    [Fact]
    public async Task Who_writes_in_between_changes_the_digest_and_is_not_overwritten()
    {
        var plan = Plan("act=field&field=status&f-status=committed", "bet:one");
        await Desk.SayAsync(
            ViewDesk.Now,
            ViewDesk.Set(ViewDesk.Now - Duration.FromDays(1), "bet", "one", "status", Value.Of("abandoned"))
        );

        Assert.NotEqual(plan.Digest, Plan("act=field&field=status&f-status=committed", "bet:one").Digest);
        Assert.Equal("field.changed", Assert.IsType<Outcome.Refused>(await Desk.DoAsync(plan.Commands)).Fault.Code);
    }

    [Fact]
    public void It_is_looked_at_on_the_day_it_begins()
    {
        var before = Dates.Iso(ViewDesk.Now.InUtc().Date.PlusDays(-200));
        var plan = Plan($"act=field&field=status&f-status=committed&since=date&since-date={before}", "bet:two");

        Assert.DoesNotContain("from Committed", PlainTelling.TextOf(plan.Changes.Single().Said));
    }

    private ManyPlan Plan(string address, params string[] refs)
    {
        var visit = Desk.Arrive();
        ImmutableArray<Id> things = [.. refs.Select(text => visit.Find(text)!.Id)];
        return ManyPlan.Of(visit, things, ManyChange.Read(visit, Query(address)), () => Id.New(TimeProvider.System));
    }

    private IEnumerable<string> Told(IEnumerable<ManyLine> lines) =>
        lines.Select(line => Desk.Arrive().Reading.FindAnyTime(line.Thing)!.ToString());

    private static QueryCollection Query(string address) =>
        new(
            address.Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => new StringValues(part[1]))
        );
}
