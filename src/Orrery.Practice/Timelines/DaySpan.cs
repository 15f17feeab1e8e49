using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The days something takes, from a first to a last, both included.</summary>
/// <param name="Start">The first; null when nobody says.</param>
/// <param name="End">The last; null when nobody says.</param>
public sealed record DaySpan(LocalDate? Start, LocalDate? End)
{
    /// <summary>Whether it is one day.</summary>
    public bool IsDay => Start is not null && Start == End;

    /// <summary>The days a value tells: of a period, a date or a moment. Null when it tells none.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="zone">In which days begin.</param>
    public static DaySpan? Of(Value value, DateTimeZone zone) =>
        value is Value.Period { Start: var start, End: var end } && (start ?? end) is not null ? new(start, end)
        : DayOf(value, zone) is { } day ? new(day, day)
        : null;

    /// <summary>The days from one value to another, either of which may tell none.</summary>
    public static DaySpan? Between(Value from, Value to, DateTimeZone zone)
    {
        var (start, end) = (Of(from, zone)?.Start, Of(to, zone)?.End);
        return (start ?? end) is null ? null
            : start > end ? new(end, start)
            : new(start, end);
    }

    /// <summary>Whether it begins before another ends; false when either is not known.</summary>
    /// <remarks>What begins on the last day of the other is in time.</remarks>
    public bool BeginsBeforeEndOf(DaySpan other) => (Start ?? End) is { } begins && other.End is { } ends && begins < ends;

    private static LocalDate? DayOf(Value value, DateTimeZone zone) =>
        value switch
        {
            Value.Date date => date.Day,
            Value.DateTime moment => moment.Instant.InZone(zone).Date,
            _ => null,
        };
}
