using NodaTime;
using Orrery.Graph;
using Orrery.Server;
using static Orrery.Tests.Views.ViewDesk;

namespace Orrery.Tests.Views;

/// <summary>What stands on which day of a calendar, and what on none.</summary>
public sealed class CalendarTests : IAsyncLifetime
{
    private const string Rituals = "MATCH (r:Ritual) RETURN r AS ritual ORDER BY r.title";

    private static readonly Instant Then = Now - Duration.FromDays(100);

    private ViewDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("every Monday", "monday", 1)]
    [InlineData("every fourth Tuesday", "tuesday", 0)]
    [InlineData("every fifth Tuesday", "tuesday", 1)]
    [InlineData("biweekly", "friday", 1)]
    [InlineData("daily", null, 7)]
    public async Task Words_that_a_rhythm_can_be_read_from_are_placed(string cadence, string? weekday, int times)
    {
        await _desk.SayAsync(Now, Ritual("one", cadence, weekday));

        // From Monday 28 September to Sunday 4 October 2026.
        var calendar = Calendar.Of(_desk.Look(Rituals));

        Assert.Equal(times, calendar.Entries.Length);
        Assert.Empty(calendar.Outside);
        Assert.Equal(new LocalDate(2026, 9, 28), calendar.Span.First);
    }

    [Theory]
    [InlineData("April and September", null, "words only: April and September")]
    [InlineData("every other month", "wednesday", "Which week of the month")]
    [InlineData("weekly", null, "The day is not said: weekly")]
    [InlineData("twice a month", "monday", "several times a month")]
    [InlineData(null, "monday", "How often")]
    public async Task What_has_no_day_is_listed_with_the_reason(string? cadence, string? weekday, string why)
    {
        await _desk.SayAsync(Now, Ritual("one", cadence, weekday));

        var calendar = Calendar.Of(_desk.Look(Rituals));

        Assert.Empty(calendar.Entries);
        Assert.Contains(why, Assert.Single(calendar.Outside).Outside);
    }

    [Fact]
    public async Task The_time_over_there_is_said_where_clocks_differ()
    {
        await _desk.SayAsync(
            Now,
            Ritual("far", "every other Thursday", null, ("at", Value.Of("09:30")), ("zone", Value.Of("America/New_York"))),
            Ritual("nowhere", "every Monday", null, ("at", Value.Of("09:30")), ("zone", Value.Of("Moon/Tranquility")))
        );

        var calendar = Calendar.Of(_desk.Look(Rituals));

        var entry = Assert.Single(calendar.Entries);
        Assert.Equal((new LocalDate(2026, 10, 1), new LocalTime(15, 30)), (entry.Day, entry.At));
        Assert.Equal(["09:30 New York", "every 2 weeks"], entry.Notes);
        Assert.Contains("Moon/Tranquility", Assert.Single(calendar.Outside).Outside);
        Assert.Equal(
            new LocalTime(9, 30),
            Assert.Single(Calendar.Of(_desk.Look(Rituals, ("zone", "America/New_York"))).Entries).At
        );
    }

    [Fact]
    public async Task Dates_fill_a_month_and_of_a_period_its_ends_do()
    {
        await _desk.SayAsync(
            Now,
            Thing(Then, "bet", "turn", ("pivot-on", Value.Of(new LocalDate(2026, 10, 12)))),
            Thing(Then, "goal", "long", ("period", new Value.Period(new LocalDate(2026, 10, 5), new LocalDate(2027, 1, 31))))
        );

        var bets = Calendar.Of(_desk.Look("MATCH (b:Bet) RETURN b AS bet, b.pivotOn AS `on`"));
        var goals = Calendar.Of(_desk.Look("MATCH (g:Goal) RETURN g AS goal, g.period AS period"));

        Assert.True(bets.Span.IsMonth);
        Assert.Equal((new LocalDate(2026, 9, 28), new LocalDate(2026, 11, 1)), (bets.Span.First, bets.Span.Last));
        Assert.Equal(new LocalDate(2026, 10, 12), Assert.Single(bets.Entries).Day);
        Assert.Equal(["begins"], Assert.Single(goals.Entries).Notes);
    }

    [Fact]
    public async Task An_address_names_the_week_and_its_neighbours()
    {
        await _desk.SayAsync(Now, Ritual("one", "every Monday", null));

        var span = Calendar.Of(_desk.Look(Rituals, null, "?on=2026-03-29")).Span;

        Assert.Equal(new LocalDate(2026, 3, 23), span.First);
        Assert.Equal(new LocalDate(2026, 3, 16), span.Before.First);
        Assert.Equal(new LocalDate(2026, 3, 30), span.After.First);
    }

    [Fact]
    public async Task Compared_what_came_went_or_moved_is_marked()
    {
        var between = Now - Duration.FromDays(10);
        await _desk.SayAsync(
            Now,
            Thing(between, "ritual", "new", ("cadence", Value.Of("every Monday"))),
            Ritual("moved", "weekly", "tuesday", ("at", Value.Of("10:00"))),
            Set(between, "ritual", "moved", "weekday", Value.Of("friday")),
            Ritual("same", "weekly", "wednesday")
        );

        var calendar = Calendar.Of(_desk.Look(Rituals, Now - Duration.FromDays(20), ""));

        Assert.Equal([RowMark.Came, RowMark.Same, RowMark.Moved], calendar.Entries.Select(entry => entry.Mark));
        Assert.Equal("Tuesday 10:00", calendar.Entries[2].Was);
    }

    private static GraphCommand Ritual(string key, string? cadence, string? weekday, params (string, Value)[] more) =>
        Thing(Then, "ritual", key, [.. Said("cadence", cadence), .. Said("weekday", weekday), .. more]);

    private static (string, Value)[] Said(string field, string? text) => text is null ? [] : [(field, Value.Of(text))];
}
