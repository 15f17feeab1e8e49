using NodaTime;
using NodaTime.Calendars;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The components of times by name.</summary>
internal static class MomentParts
{
    /// <summary>The component, or null when the value is no time or has none of that name.</summary>
    public static Value? Find(Value value, string key) =>
        Number(value, key) is { } number ? Value.Of(number)
        : Named(value, key) is { } text ? Value.Of(text)
        : null;

    public static int QuarterOf(LocalDate day) => ((day.Month - 1) / 3) + 1;

    public static int DayOfQuarter(LocalDate day) =>
        (int)(Calendar.DayOf(day) - Calendar.DayOf(new(day.Year, ((QuarterOf(day) - 1) * 3) + 1, 1))) + 1;

    private static long? Number(Value value, string key) =>
        (Moments.DayOf(value) is { } day ? OfDay(day, key) : null)
        ?? (Moments.ClockOf(value) is { } clock ? OfClock(clock, key) : null)
        ?? OfZone(value, key);

    private static long? OfDay(LocalDate day, string key) =>
        key switch
        {
            "year" => day.Year,
            "quarter" => QuarterOf(day),
            "month" => day.Month,
            "week" => WeekYearRules.Iso.GetWeekOfWeekYear(day),
            "weekYear" => WeekYearRules.Iso.GetWeekYear(day),
            "day" => day.Day,
            "ordinalDay" => day.DayOfYear,
            "dayOfWeek" or "weekDay" => (int)day.DayOfWeek,
            "dayOfQuarter" or "quarterDay" => DayOfQuarter(day),
            _ => null,
        };

    private static long? OfClock(LocalTime clock, string key) =>
        key switch
        {
            "hour" => clock.Hour,
            "minute" => clock.Minute,
            "second" => clock.Second,
            "millisecond" => clock.Millisecond,
            "microsecond" => clock.NanosecondOfSecond / 1_000,
            "nanosecond" => clock.NanosecondOfSecond,
            _ => null,
        };

    private static long? OfZone(Value value, string key) =>
        (value, key) switch
        {
            (Value.Time or Value.DateTime, "offsetMinutes") => OffsetOf(value).Seconds / 60,
            (Value.Time or Value.DateTime, "offsetSeconds") => OffsetOf(value).Seconds,
            (Value.DateTime stamp, "epochSeconds") => stamp.Instant.ToUnixTimeSeconds(),
            (Value.DateTime stamp, "epochMillis") => stamp.Instant.ToUnixTimeMilliseconds(),
            _ => null,
        };

    private static string? Named(Value value, string key) =>
        (value, key) switch
        {
            (Value.DateTime { Zone: { } zone }, "timezone") => zone,
            (Value.Time or Value.DateTime, "timezone" or "offset") => TimeText.Of(OffsetOf(value)),
            _ => null,
        };

    private static Offset OffsetOf(Value value) =>
        value is Value.DateTime stamp ? stamp.Stamp.Offset : ((Value.Time)value).Clock.Offset;
}
