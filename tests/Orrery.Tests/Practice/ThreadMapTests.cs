using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Graph;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Practice;

/// <summary>The threads of Harbor Mutual against slow ways of saying the same.</summary>
public sealed class ThreadMapTests
{
    private static readonly string[] Up = ["contributes-to", "part-of", "realises", "derived-from"];

    private static readonly Instant Spring = Instant.FromUtc(2026, 4, 1, 0, 0);

    [Fact]
    public void Every_open_intent_that_leads_up_to_a_row_lies_in_it_once()
    {
        var map = ThreadMap.Of(HarborMutual.Today, null, "focus-area", DateTimeZone.Utc);

        Assert.Equal(HarborMutual.Today.OfKind("focus-area").Count(), map.Rows.Length);
        foreach (var row in map.Rows)
        {
            var below = HarborMutual
                .Today.Entities()
                .Where(thing => IsOpenIntent(thing) && LeadsTo(thing, row.Container))
                .Select(thing => thing.Id)
                .ToHashSet();
            var shown = Items(row).Select(item => item.Entity.Id).ToList();

            Assert.Equal(shown.Count, shown.Distinct().Count());
            Assert.Superset(below, shown.ToHashSet());
            Assert.All(shown.Except(below), id => Assert.True(LeadsTo(row.Container, HarborMutual.Today.Find(id)!)));
        }
    }

    [Fact]
    public void A_gap_has_something_nearer_and_something_further()
    {
        var rows = ThreadMap.Of(HarborMutual.Today, null, "focus-area", DateTimeZone.Utc).Rows;

        foreach (var row in rows)
        {
            for (var horizon = 0; horizon < Horizons.Count; horizon++)
            {
                var wanted =
                    row.Cells[horizon].IsEmpty
                    && row.Cells[..horizon].Any(cell => !cell.IsEmpty)
                    && row.Cells[(horizon + 1)..].Any(cell => !cell.IsEmpty);
                Assert.Equal(wanted, row.IsGap(horizon));
            }
        }
    }

    [Fact]
    public void Compared_with_itself_nothing_changed()
    {
        var map = ThreadMap.Of(HarborMutual.Today, HarborMutual.Today, "focus-area", DateTimeZone.Utc);

        Assert.Equal((0, 0, 0, 0), (map.Came, map.Went, map.Moved, map.WentStale));
        Assert.All(map.Rows.SelectMany(Items), item => Assert.Equal(ThreadChange.None, item.Change));
    }

    [Fact]
    public void What_came_and_went_is_what_differs_between_two_maps()
    {
        var then = ThreadMap.Of(HarborMutual.At(Spring), null, "focus-area", DateTimeZone.Utc);
        var now = ThreadMap.Of(HarborMutual.Today, null, "focus-area", DateTimeZone.Utc);

        var map = ThreadMap.Of(HarborMutual.Today, HarborMutual.At(Spring), "focus-area", DateTimeZone.Utc);

        Assert.True(map is { Came: > 0, Went: > 0 });
        foreach (var row in map.Rows)
        {
            var (before, after) = (IdsOf(then, row), IdsOf(now, row));
            Assert.Equal(after.Except(before).Order(), Marked(row, ThreadChange.Came));
            Assert.Equal(before.Except(after).Order(), Marked(row, ThreadChange.Went));
        }
    }

    [Fact]
    public void Sizes_follow_what_is_put_in()
    {
        var items = ThreadMap.Of(HarborMutual.Today, null, "focus-area", DateTimeZone.Utc).Rows.SelectMany(Items).ToList();

        Assert.All(items, item => Assert.InRange(item.Weight, 0, 1));
        Assert.Contains(items, item => item.Weight == 1);
        Assert.Contains(items, item => item.Weight == 0);
    }

    [Fact]
    public void Teams_make_rows_of_what_they_hold()
    {
        var map = ThreadMap.Of(HarborMutual.Today, null, "team", DateTimeZone.Utc);

        var mobile = map.Rows.Single(row => row.Container.Title == "Mobile");
        Assert.NotEmpty(Items(mobile));
        Assert.Contains(mobile.Teams, team => team.Id == mobile.Container.Id);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.6, 1)]
    [InlineData(4.6, 2)]
    [InlineData(25, 3)]
    [InlineData(79, 3)]
    [InlineData(90, 4)]
    [InlineData(316, 4)]
    [InlineData(2_000, 5)]
    [InlineData(2_001, 6)]
    public void Days_ahead_have_a_horizon(double days, int horizon) =>
        Assert.Equal(horizon, Horizons.Of(HarborMutual.Today.Model).At(days));

    [Fact]
    public void A_thread_and_a_question_place_things_alike_by_the_setting_of_the_workspace()
    {
        var company = Threaded();
        Assert.Equal(["soon", "later"], Titles(company, 2));
        Assert.Equal("'h2', 'h2'", Asked(company));

        company.Do(
            new GraphCommand.SetField(
                Company.IdOf("this"),
                "horizon-ends",
                Value.Of(new double[] { 1, 8, 30, 90, 365, 3_650 }.Select(Value.Of)),
                Validity.Always
            )
        );

        Assert.Equal(["later"], Titles(company, 2));
        Assert.Equal(["soon"], Titles(company, 1));
        Assert.Equal("'h1', 'h2'", Asked(company));
        company.Do(Set("this", "horizon-ends", Value.Of(new double[] { 30, 8 }.Select(Value.Of)), Validity.Always));
        Assert.Equal("'h2', 'h2'", Asked(company));
    }

    [Fact]
    public void What_has_no_date_and_no_horizon_stands_apart_and_fills_no_horizon()
    {
        var row = ThreadMap.Of(Threaded().Read(), null, "focus-area", DateTimeZone.Utc).Rows.Single();

        Assert.Equal(["whenever"], row.Unplaced.Select(item => item.Entity.Ref!.Key));
        Assert.DoesNotContain(row.Cells.SelectMany(cell => cell), item => item.Entity.Ref!.Key == "whenever");
    }

    // A week ahead, two weeks ahead, and nobody says when.
    private static Company Threaded()
    {
        var company = new Company();
        company.Do(
            Make("focus-area", "calm", fields: ("title", Value.Of("Calm"))),
            Make("bet", "soon", fields: [("title", Value.Of("Soon")), ("pivot-on", Value.Of(new LocalDate(2026, 3, 7)))]),
            Make("bet", "later", fields: [("title", Value.Of("Later")), ("pivot-on", Value.Of(new LocalDate(2026, 3, 14)))]),
            Make("bet", "whenever", fields: ("title", Value.Of("Whenever"))),
            Relate("soon", "contributes-to", "calm"),
            Relate("later", "contributes-to", "calm"),
            Relate("whenever", "contributes-to", "calm")
        );
        return company;
    }

    private static string[] Titles(Company company, int horizon) =>
        [
            .. ThreadMap
                .Of(company.Read(), null, "focus-area", DateTimeZone.Utc)
                .Rows.Single()
                .Cells[horizon]
                .Select(item => item.Entity.Ref!.Key),
        ];

    private static string Asked(Company company) =>
        Drawn.Answer(
            company.Read(),
            "MATCH (a:Bet {title: 'Soon'}), (b:Bet {title: 'Later'}) RETURN practice.horizon(a) AS a, practice.horizon(b) AS b"
        );

    private static IEnumerable<ThreadItem> Items(ThreadRow row) => row.Cells.SelectMany(cell => cell).Concat(row.Unplaced);

    private static HashSet<Id> IdsOf(ThreadMap map, ThreadRow row) =>
        map.Rows.FirstOrDefault(other => other.Container.Id == row.Container.Id) is { } same
            ? [.. Items(same).Select(item => item.Entity.Id)]
            : [];

    private static IEnumerable<Id> Marked(ThreadRow row, ThreadChange change) =>
        Items(row).Where(item => item.Change == change).Select(item => item.Entity.Id).Order();

    private static bool IsOpenIntent(Entity thing) =>
        thing.Reading.Model.CategoryOf(thing.Kind) == "intent"
        && thing["status"].AsText is not ("realised" or "abandoned" or "superseded" or "released" or "done");

    private static bool LeadsTo(Entity thing, Entity end) =>
        thing.Id != end.Id
        && Up.SelectMany(type => thing.Relations(Direction.Out, type))
            .Any(step => step.To is { } next && (next.Id == end.Id || LeadsTo(next, end)));
}
