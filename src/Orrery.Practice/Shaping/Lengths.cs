using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Lengths of time as numbers of a unit. Months are no weeks: what the unit cannot say has no number.</summary>
internal static class Lengths
{
    private const decimal DaysInAWeek = 7;
    private const decimal MonthsInAYear = 12;

    /// <summary>How many of the unit it is; null where it cannot be said.</summary>
    public static Value? In(string? unit, Value.Duration length) =>
        (unit, length) switch
        {
            (_, not { Seconds: 0, Nanoseconds: 0 }) => null,
            ("days", { Months: 0 }) => Value.Of(length.Days),
            ("weeks", { Months: 0 }) => PlainText.Of(length.Days / DaysInAWeek),
            ("months", { Days: 0 }) => Value.Of(length.Months),
            ("years", { Days: 0 }) => PlainText.Of(length.Months / MonthsInAYear),
            _ => null,
        };

    /// <summary>The length that so many of the unit are; null where that is no whole number of days or months.</summary>
    public static Value? Of(string? unit, decimal number) =>
        unit switch
        {
            "days" => Whole(number) is { } days ? new Value.Duration(0, days, 0, 0) : null,
            "weeks" => Whole(number * DaysInAWeek) is { } days ? new Value.Duration(0, days, 0, 0) : null,
            "months" => Whole(number) is { } months ? new Value.Duration(months, 0, 0, 0) : null,
            "years" => Whole(number * MonthsInAYear) is { } months ? new Value.Duration(months, 0, 0, 0) : null,
            _ => null,
        };

    private static long? Whole(decimal number) =>
        number == decimal.Truncate(number) && Math.Abs(number) < long.MaxValue ? (long)number : null;
}
