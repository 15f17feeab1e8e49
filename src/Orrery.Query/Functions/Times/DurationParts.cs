using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The components of durations by name: whole parts of a group ("months" counts years too), and what is left beside the next larger one ("monthsOfYear").</summary>
internal static class DurationParts
{
    public static Value? Find(Value.Duration length, string key) =>
        (OfDays(length, key) ?? OfClock(length, key)) is { } number ? Whole(number, key) : null;

    private static Value Whole(Int128 number, string key) =>
        number >= long.MinValue && number <= long.MaxValue ? Value.Of((long)number) : throw QueryFaults.Overflow($"The {key}");

    private static Int128? OfDays(Value.Duration length, string key) =>
        key switch
        {
            "years" => length.Months / 12,
            "quarters" => length.Months / 3,
            "months" => length.Months,
            "weeks" => length.Days / 7,
            "days" => length.Days,
            "quartersOfYear" => length.Months / 3 % 4,
            "monthsOfQuarter" => length.Months % 3,
            "monthsOfYear" => length.Months % 12,
            "daysOfWeek" => length.Days % 7,
            _ => null,
        };

    private static Int128? OfClock(Value.Duration length, string key) =>
        key switch
        {
            "hours" => length.Seconds / 3600,
            "minutes" => length.Seconds / 60,
            "seconds" => length.Seconds,
            "milliseconds" => Durations.NanosOf(length) / 1_000_000,
            "microseconds" => Durations.NanosOf(length) / 1_000,
            "nanoseconds" => Durations.NanosOf(length),
            "minutesOfHour" => length.Seconds / 60 % 60,
            "secondsOfMinute" => length.Seconds % 60,
            "millisecondsOfSecond" => length.Nanoseconds / 1_000_000,
            "microsecondsOfSecond" => length.Nanoseconds / 1_000,
            "nanosecondsOfSecond" => length.Nanoseconds,
            _ => null,
        };
}
