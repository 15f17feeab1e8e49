using System.Globalization;
using System.Text;
using NodaTime;

namespace Orrery.Graph;

/// <summary>Times and durations in the shortest form of ISO 8601, to be read back: what <c>toString()</c> gives and answers show.</summary>
public static class TimeText
{
    /// <summary>The text of a time or a duration, or null when the value is neither.</summary>
    public static string? Find(Value value) =>
        value switch
        {
            Value.Date date => Of(date.Day),
            Value.LocalTime time => Of(time.Clock),
            Value.Time time => Of(time.Clock.TimeOfDay) + Of(time.Clock.Offset),
            Value.LocalDateTime stamp => Of(stamp.Stamp),
            Value.DateTime stamp => Of(stamp.Stamp.LocalDateTime) + Of(stamp.Stamp.Offset) + Zone(stamp.Zone),
            Value.Duration length => Of(length),
            _ => null,
        };

    /// <summary><c>2027-01-31</c>; a year beyond four digits has its sign.</summary>
    public static string Of(LocalDate day)
    {
        var year = day.Year switch
        {
            < 0 => $"-{-day.Year:0000}",
            > 9999 => $"+{day.Year}",
            _ => day.Year.ToString("0000", CultureInfo.InvariantCulture),
        };
        return $"{year}-{day.Month:00}-{day.Day:00}";
    }

    /// <summary><c>09:30</c>, with seconds and a fraction only where there are any.</summary>
    public static string Of(LocalTime clock) =>
        (clock.Second, clock.NanosecondOfSecond) switch
        {
            (0, 0) => $"{clock.Hour:00}:{clock.Minute:00}",
            (_, 0) => $"{clock.Hour:00}:{clock.Minute:00}:{clock.Second:00}",
            (_, var nanos) => $"{clock.Hour:00}:{clock.Minute:00}:{clock.Second:00}.{Fraction(nanos)}",
        };

    /// <summary>Day and time with a T between them.</summary>
    public static string Of(LocalDateTime stamp) => $"{Of(stamp.Date)}T{Of(stamp.TimeOfDay)}";

    /// <summary><c>Z</c>, or <c>+01:00</c>, with seconds where there are any.</summary>
    public static string Of(Offset offset)
    {
        if (offset == Offset.Zero)
            return "Z";
        var seconds = Math.Abs(offset.Seconds);
        var text = $"{(offset.Seconds < 0 ? '-' : '+')}{seconds / 3600:00}:{seconds / 60 % 60:00}";
        return seconds % 60 == 0 ? text : $"{text}:{seconds % 60:00}";
    }

    /// <summary><c>P1Y2M3DT4H5M6.7S</c>; each part has its own sign, parts that are zero are left out.</summary>
    public static string Of(Value.Duration length)
    {
        StringBuilder text = new("P");
        Part(text, length.Months / 12, 'Y');
        Part(text, length.Months % 12, 'M');
        Part(text, length.Days, 'D');
        var nanos = (length.Seconds * (Int128)NanosInSecond) + length.Nanoseconds;
        if (nanos != 0)
            Clock(text.Append('T'), nanos);
        return text.Length == 1 ? "PT0S" : text.ToString();
    }

    private const long NanosInSecond = 1_000_000_000;

    private static void Clock(StringBuilder text, Int128 nanos)
    {
        var seconds = (long)(nanos / NanosInSecond);
        var fraction = (long)(nanos % NanosInSecond);
        Part(text, seconds / 3600, 'H');
        Part(text, seconds / 60 % 60, 'M');
        if (seconds % 60 == 0 && fraction == 0)
            return;
        text.Append(nanos < 0 ? "-" : "").Append(Math.Abs(seconds % 60));
        if (fraction != 0)
            text.Append('.').Append(Fraction(Math.Abs(fraction)));
        text.Append('S');
    }

    private static void Part(StringBuilder text, long count, char unit)
    {
        if (count != 0)
            text.Append(count).Append(unit);
    }

    private static string Fraction(long nanos) => nanos.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');

    private static string Zone(string? zone) => zone is null ? "" : $"[{zone}]";
}
