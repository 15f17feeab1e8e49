using NodaTime;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A time moved by a duration: months first, then days, then the clock.</summary>
internal static class Moving
{
    /// <summary>The moved time, or null when the value is no time.</summary>
    public static Value? Of(Value time, Value.Duration by) =>
        time switch
        {
            Value.Date date => Value.Of(Day(date.Day, by, (long)(Durations.NanosOf(by) / Calendar.NanosInDay))),
            Value.LocalTime clock => new Value.LocalTime(Calendar.Plus(clock.Clock, Durations.NanosOf(by))),
            Value.Time { Clock: var clock } => new Value.Time(
                Calendar.Plus(clock.TimeOfDay, Durations.NanosOf(by)).WithOffset(clock.Offset)
            ),
            Value.LocalDateTime { Stamp: var stamp } => new Value.LocalDateTime(
                Calendar.Plus(Day(stamp.Date, by, 0).At(stamp.TimeOfDay), Durations.NanosOf(by))
            ),
            Value.DateTime stamp => Zoned(stamp, by),
            _ => null,
        };

    private static LocalDate Day(LocalDate day, Value.Duration by, long more) =>
        Calendar.At(Calendar.DayOf(Calendar.PlusMonths(day, by.Months)) + (Int128)by.Days + more);

    // Months and days are those of the zone's clocks; hours pass in real time.
    private static Value.DateTime Zoned(Value.DateTime stamp, Value.Duration by)
    {
        var zone = Zone.Of(stamp);
        var local = stamp.Stamp.LocalDateTime;
        var start = by is { Months: 0, Days: 0 } ? stamp : zone.At(Day(local.Date, by, 0).At(local.TimeOfDay));
        var utc = Calendar.Plus(start.Stamp.WithOffset(Offset.Zero).LocalDateTime, Durations.NanosOf(by));
        return zone.At(utc.InUtc().ToInstant());
    }
}
