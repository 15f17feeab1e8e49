using NodaTime;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The parts that times have in common: a day, a clock, a zone.</summary>
internal static class Moments
{
    public static LocalDate? DayOf(Value value) =>
        value switch
        {
            Value.Date date => date.Day,
            Value.LocalDateTime stamp => stamp.Stamp.Date,
            Value.DateTime stamp => stamp.Stamp.Date,
            _ => null,
        };

    public static LocalTime? ClockOf(Value value) =>
        value switch
        {
            Value.LocalTime time => time.Clock,
            Value.Time time => time.Clock.TimeOfDay,
            Value.LocalDateTime stamp => stamp.Stamp.TimeOfDay,
            Value.DateTime stamp => stamp.Stamp.TimeOfDay,
            _ => null,
        };

    public static Zone? ZoneOf(Value value) =>
        value switch
        {
            Value.Time time => Zone.Of(time.Clock.Offset),
            Value.DateTime stamp => Zone.Of(stamp),
            _ => null,
        };
}
