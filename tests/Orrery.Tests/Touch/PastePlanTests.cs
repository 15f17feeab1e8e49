using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Server;
using Orrery.Tests.Views;

namespace Orrery.Tests.Touch;

/// <summary>What becomes of pasted rows.</summary>
public sealed class PastePlanTests : IAsyncLifetime
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
            ViewDesk.Thing(Then, "bet", "There", ("status", Value.Of("option")))
        );
    }

    public async ValueTask DisposeAsync() => await Desk.DisposeAsync();

    [Fact]
    public async Task Heads_say_what_columns_become_and_rows_are_added_and_updated_at_once()
    {
        var plan = Plan("Name\tSTATUS\tcontributes to\nNew\tAbandoned\tquicker\nthere\tabandoned\tQuicker\n");

        Assert.Equal((1, 1, 0, 0), Counts(plan));
        Assert.IsType<Outcome.Done>(await Desk.DoAsync(plan.Commands));
        var added = Desk.Arrive().Find("bet:new")!;
        Assert.Equal("abandoned", added["status"].AsText);
        Assert.Equal("Quicker", Assert.Single(added.Relations(Direction.Out, "contributes-to")).To!.Title);
        Assert.Equal(
            (0, 0, 2, 0),
            Counts(Plan("Name\tSTATUS\tcontributes to\nNew\tAbandoned\tquicker\nthere\tabandoned\tQuicker\n"))
        );
    }

    [Theory]
    [InlineData("Title\tStatus\nX\tsoonish", "“soonish” does not fit status: one of Possibility, Option,")]
    [InlineData("Title\tStatus\n\toption", "It has no title.")]
    [InlineData("Title\tContributes to\nX\tNobody", "Nothing here is called “Nobody”.")]
    [InlineData("There\nthere", "The same title stands above")]
    [InlineData("X\nx", "The same title stands above")]
    public void A_row_that_does_not_fit_says_why(string text, string why) =>
        Assert.StartsWith(why, Assert.Single(Plan(text).Rows.OfType<PasteRow.Cannot>()).Why, StringComparison.Ordinal);

    [Fact]
    public async Task Rows_may_name_each_other_in_any_order_and_fall_together()
    {
        var plan = Plan("Title\tContributes to\nFirst\tSecond\nSecond\tQuicker\n");
        Assert.Equal((2, 0, 0, 0), Counts(plan));
        Assert.IsType<Outcome.Done>(await Desk.DoAsync(plan.Commands));

        Assert.Equal((0, 0, 0, 3), Counts(Plan("Title\tContributes to\nA\tB\nB\tC\nC\tNobody\n")));
    }

    [Fact]
    public async Task What_a_step_asks_for_may_stand_in_another_row()
    {
        const string Heads = "Title\tStatus\tContributes to\tPositives\tWatch-outs\tPivot or proceed on\tUnstaffed on purpose\n";
        var plan = Plan(
            Heads
                + "Small\tcommitted\tLarge\tMore calls\tNo calls\t2027-03-31\tyes\n"
                + "Alone\tcommitted\t\tMore calls\tNo calls\t2027-03-31\tyes\n"
                + "Large\toption\tQuicker\t\t\t\t\n"
        );

        Assert.Equal((2, 0, 0, 1), Counts(plan));
        var alone = Assert.Single(plan.Rows.OfType<PasteRow.Cannot>());
        Assert.Equal("Alone", alone.Cells[0]);
        Assert.Contains("what larger intent it serves", alone.Why, StringComparison.Ordinal);
        Assert.IsType<Outcome.Done>(await Desk.DoAsync(plan.Commands));
    }

    [Fact]
    public void A_row_whose_gate_stays_shut_takes_along_what_it_would_have_answered()
    {
        const string Heads = "Title\tStatus\tContributes to\tPositives\tWatch-outs\tPivot or proceed on\tUnstaffed on purpose\n";
        var plan = Plan(
            Heads + "Small\tcommitted\tMiddle\tMore calls\tNo calls\t2027-03-31\tyes\n" + "Middle\tcommitted\tQuicker\t\t\t\t\n"
        );

        Assert.Equal((0, 0, 0, 2), Counts(plan));
        Assert.Null(plan.Together);
    }

    [Theory]
    [InlineData("leave", 0, 0, 1)]
    [InlineData("add", 1, 0, 0)]
    [InlineData("update", 0, 1, 0)]
    public void What_is_there_by_title_is_updated_left_or_doubled(string same, int added, int updated, int stays) =>
        Assert.Equal((added, updated, stays, 0), Counts(Plan("Title\tStatus\nThere\tabandoned", ("same", same))));

    [Theory]
    [InlineData("31 Mar 2027")]
    [InlineData("2027-03-31")]
    [InlineData("31.3.2027")]
    [InlineData("March 31, 2027")]
    public void Days_are_read_as_people_write_them(string day) =>
        Assert.Equal((1, 0, 0, 0), Counts(Plan($"Title\tPivot or proceed on\nX\t{day}")));

    [Fact]
    public void Lines_are_titles() =>
        Assert.Equal((3, 0, 0, 0), Counts(Plan("- One, with a comma\n- Two\n- " + new string('ض', 300))));

    private PastePlan Plan(string text, params (string Name, string Said)[] more)
    {
        var form = more.Append(("text", text)).Append(("kind", "bet"));
        var visit = Desk.Arrive();
        var request = PasteRequest.Read(
            visit,
            new FormCollection(form.ToDictionary(field => field.Item1, field => new StringValues(field.Item2)))
        );
        return PastePlan.Of(visit, request, () => Id.New(TimeProvider.System));
    }

    private static (int, int, int, int) Counts(PastePlan plan) => (plan.Added, plan.Updated, plan.Stays, plan.Refused);
}
