using NodaTime;
using Orrery.Graph;

namespace Orrery.ConformanceTests;

/// <summary>Dates, times and durations as the kit writes them, written here apart from the product's own text of them.</summary>
internal static class TemporalText
{
    public static string Of(Value value) =>
        value switch
        {
            Value.Date d => Day(d.Day),
            Value.LocalTime t => Clock(t.Clock),
            Value.Time t => $"{Clock(t.Clock.TimeOfDay)}{Shift(t.Clock.Offset)}",
            Value.LocalDateTime t => Stamp(t.Stamp),
            Value.DateTime t => $"{Stamp(t.Stamp.LocalDateTime)}{Shift(t.Stamp.Offset)}{(t.Zone is { } zone ? $"[{zone}]" : "")}",
            Value.Duration d => Span(d),
            _ => $"{value.GetType().Name}: {ValueText.Of(value)}",
        };

    private static string Stamp(LocalDateTime stamp) => $"{Day(stamp.Date)}T{Clock(stamp.TimeOfDay)}";

    private static string Day(LocalDate day) =>
        day.Year is >= 0 and <= 9999
            ? $"{day.Year:0000}-{day.Month:00}-{day.Day:00}"
            : $"{(day.Year > 0 ? "+" : "-")}{Math.Abs(day.Year):0000}-{day.Month:00}-{day.Day:00}";

    private static string Clock(LocalTime clock)
    {
        var text = $"{clock.Hour:00}:{clock.Minute:00}";
        if (clock.Second == 0 && clock.NanosecondOfSecond == 0)
            return text;
        return clock.NanosecondOfSecond == 0
            ? $"{text}:{clock.Second:00}"
            : $"{text}:{clock.Second:00}.{clock.NanosecondOfSecond:000000000}".TrimEnd('0');
    }

    private static string Shift(Offset offset)
    {
        if (offset == Offset.Zero)
            return "Z";
        var seconds = Math.Abs(offset.Seconds);
        var text = $"{(offset.Seconds < 0 ? '-' : '+')}{seconds / 3600:00}:{seconds / 60 % 60:00}";
        return seconds % 60 == 0 ? text : $"{text}:{seconds % 60:00}";
    }

    // P1Y2M3DT4H5M6.789S: parts that are zero are left out, a length of nothing is PT0S.
    private static string Span(Value.Duration d)
    {
        var nanoseconds = ((decimal)d.Seconds * 1_000_000_000m) + d.Nanoseconds;
        var seconds = nanoseconds / 1_000_000_000m;
        var (hours, minutes) = (decimal.Truncate(seconds / 3600), decimal.Truncate(seconds % 3600 / 60));
        var date = $"{Part(d.Months / 12, 'Y')}{Part(d.Months % 12, 'M')}{Part(d.Days, 'D')}";
        var time = $"{Part(hours, 'H')}{Part(minutes, 'M')}{Part(seconds % 60, 'S')}";
        return (date, time) is ("", "") ? "PT0S"
            : time is "" ? $"P{date}"
            : $"P{date}T{time}";
    }

    private static string Part(decimal number, char unit) => number == 0 ? "" : $"{number:0.#########}{unit}";
}
