using System.Collections.Immutable;
using NodaTime;
using Orrery.Practice;

namespace Orrery.Tests.Views;

/// <summary>On which days and at what time something comes back.</summary>
public sealed class RecurringTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Fact]
    public void Clocks_that_change_on_different_days_move_a_meeting_for_those_who_look_from_elsewhere()
    {
        // In 2026 the clocks change on 8 March in New York and on 29 March in Berlin.
        Recurring meeting = new(Weekly(1, null), new LocalTime(9, 30), NewYork, null, null);

        var times = meeting.Between(new(2026, 3, 1), new(2026, 4, 4), Berlin).Select(one => (one.Day.Day, one.At!.Value.Hour));

        Assert.Equal([(3, 15), (10, 14), (17, 14), (24, 14), (31, 15)], times);
    }

    [Fact]
    public void A_time_that_the_clocks_leave_out_is_an_hour_later()
    {
        // On Sunday 29 March 2026 there is no half past two in Berlin.
        Recurring early = new(
            new(1, RecurrenceUnit.Week, [IsoDayOfWeek.Sunday], [], null),
            new LocalTime(2, 30),
            Berlin,
            null,
            null
        );

        var one = Assert.Single(early.Between(new(2026, 3, 29), new(2026, 3, 29), Berlin));

        Assert.Equal(new LocalTime(3, 30), one.At);
    }

    [Fact]
    public void Late_in_the_evening_elsewhere_is_the_next_day_here()
    {
        Recurring late = new(Weekly(1, null), new LocalTime(20, 0), NewYork, null, null);

        var one = Assert.Single(late.Between(new(2026, 6, 1), new(2026, 6, 7), Berlin));

        Assert.Equal((new LocalDate(2026, 6, 3), new LocalTime(2, 0)), (one.Day, one.At));
        Assert.Equal(new LocalDateTime(2026, 6, 2, 20, 0), one.There);
    }

    [Fact]
    public void The_same_clock_needs_no_second_time()
    {
        Recurring here = new(Weekly(1, null), new LocalTime(9, 0), DateTimeZoneProviders.Tzdb["Europe/Paris"], null, null);

        Assert.Null(Assert.Single(here.Between(new(2026, 6, 1), new(2026, 6, 7), Berlin)).There);
    }

    [Fact]
    public void Every_second_week_is_counted_from_its_first_and_drawn_every_week_without_one()
    {
        var (first, last) = (new LocalDate(2026, 6, 1), new LocalDate(2026, 6, 30));

        Assert.Equal([9, 23], Weekly(2, new(2026, 5, 26)).Between(first, last).Select(day => day.Day));
        Assert.Equal([2, 9, 16, 23, 30], Weekly(2, null).Between(first, last).Select(day => day.Day));
        Assert.False(Weekly(2, null).IsCounted);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 9)]
    [InlineData(5, 30)]
    [InlineData(-1, 30)]
    public void A_place_in_the_month_is_found(int place, int day) =>
        Assert.Equal([day], Monthly(1, null, place).Between(new(2026, 6, 1), new(2026, 6, 30)).Select(found => found.Day));

    [Fact]
    public void Every_third_month_is_counted_from_its_first()
    {
        var days = Monthly(3, new(2026, 1, 13), 2).Between(new(2026, 1, 1), new(2026, 12, 31));

        Assert.Equal([1, 4, 7, 10], days.Select(day => day.Month));
    }

    private static Recurrence Weekly(int every, LocalDate? starts) =>
        new(every, RecurrenceUnit.Week, [IsoDayOfWeek.Tuesday], [], starts);

    private static Recurrence Monthly(int every, LocalDate? starts, params ImmutableArray<int> places) =>
        new(every, RecurrenceUnit.Month, [IsoDayOfWeek.Tuesday], places, starts);
}
