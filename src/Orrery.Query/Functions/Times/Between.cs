using NodaTime;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The duration from one time to another. What one of them lacks, a day or a zone, it takes from the other; a missing clock is midnight.</summary>
internal static class Between
{
    /// <summary>Complete months, then days, then the rest.</summary>
    public static Value Mixed(Value from, Value to)
    {
        var (start, end, zone, offset, dated) = Align(from, to);
        if (!dated)
            return Durations.OfNanos(0, 0, Nanos(start, end, zone, offset));
        var months = Calendar.MonthsBetween(start, end);
        var moved = Calendar.PlusMonths(start.Date, months).At(start.TimeOfDay);
        var days = Calendar.NanosBetween(moved, end) / Calendar.NanosInDay;
        moved = Calendar.At(Calendar.DayOf(moved.Date) + days).At(moved.TimeOfDay);
        return Durations.OfNanos(months, days, Nanos(moved, end, zone, offset));
    }

    public static Value InMonths(Value from, Value to)
    {
        var (start, end, _, _, dated) = Align(from, to);
        return Durations.OfNanos(dated ? Calendar.MonthsBetween(start, end) : 0, 0, 0);
    }

    public static Value InDays(Value from, Value to)
    {
        var (start, end, _, _, dated) = Align(from, to);
        return Durations.OfNanos(0, dated ? Calendar.NanosBetween(start, end) / Calendar.NanosInDay : 0, 0);
    }

    public static Value InSeconds(Value from, Value to)
    {
        var (start, end, zone, offset, _) = Align(from, to);
        return Durations.OfNanos(0, 0, Nanos(start, end, zone, offset));
    }

    // In a zone whose offset changes, hours count as they pass.
    private static Int128 Nanos(LocalDateTime from, LocalDateTime to, Zone zone, Offset offset) =>
        Calendar.NanosBetween(from, to)
        - ((offset.Seconds - zone.At(from).Stamp.Offset.Seconds) * (Int128)Calendar.NanosInSecond);

    // The offset is that of the end: of an hour that clocks show twice, the day and clock do not tell which.
    private static (LocalDateTime From, LocalDateTime To, Zone Zone, Offset Offset, bool Dated) Align(Value from, Value to)
    {
        var (day, otherDay) = (Moments.DayOf(from), Moments.DayOf(to));
        var (zone, otherZone) = (Moments.ZoneOf(from), Moments.ZoneOf(to));
        var shared = day ?? otherDay ?? new LocalDate(1970, 1, 1);
        var start = (day ?? shared).At(ClockOf(from));
        var end = (otherDay ?? shared).At(ClockOf(to));
        var common = zone ?? otherZone ?? Zone.Utc;
        var last =
            otherZone is null || zone is null ? common.At(end)
            : to is Value.DateTime stamp ? common.At(stamp.Instant)
            : common.At(otherZone.At(end).Instant);
        var isMoved = otherZone is not null && zone is not null;
        return (
            start,
            isMoved ? last.Stamp.LocalDateTime : end,
            common,
            last.Stamp.Offset,
            day is not null && otherDay is not null
        );
    }

    private static LocalTime ClockOf(Value value) =>
        value is Value.Date
            ? LocalTime.Midnight
            : Moments.ClockOf(value)
                ?? throw QueryFaults.ArgumentMisfit("The duration between two times", value, "a date, a time, or both");
}
