using NodaTime;
using NodaTime.Calendars;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Times cut off below a unit, with parts set anew.</summary>
internal static class Truncating
{
    private static readonly string[] Units =
    [
        "millennium",
        "century",
        "decade",
        "year",
        "weekYear",
        "quarter",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "second",
        "millisecond",
        "microsecond",
    ];

    public static LocalDate Day(string unit, LocalDate day) =>
        unit switch
        {
            "millennium" => Every(day, 1000),
            "century" => Every(day, 100),
            "decade" => Every(day, 10),
            "year" => new(day.Year, 1, 1),
            "weekYear" => WeekYearRules.Iso.GetLocalDate(WeekYearRules.Iso.GetWeekYear(day), 1, IsoDayOfWeek.Monday),
            "quarter" => new(day.Year, ((MomentParts.QuarterOf(day) - 1) * 3) + 1, 1),
            "month" => new(day.Year, day.Month, 1),
            "week" => Calendar.At(Calendar.DayOf(day) - (int)day.DayOfWeek + 1),
            _ => day,
        };

    public static LocalTime Clock(string unit, LocalTime clock) =>
        unit switch
        {
            "hour" => new(clock.Hour, 0),
            "minute" => new(clock.Hour, clock.Minute),
            "second" => new(clock.Hour, clock.Minute, clock.Second),
            "millisecond" => clock.PlusNanoseconds(-(clock.NanosecondOfDay % 1_000_000)),
            "microsecond" => clock.PlusNanoseconds(-(clock.NanosecondOfDay % 1_000)),
            _ => LocalTime.Midnight,
        };

    /// <summary>The unit as written in <see cref="Units"/>, whatever its case.</summary>
    public static string UnitOf(Value unit) =>
        Units.FirstOrDefault(known => known.Equals(unit.AsText, StringComparison.OrdinalIgnoreCase))
        ?? throw QueryFaults.InvalidArgument(
            $"{CypherText.Find(unit)} is no unit of time.",
            $"Use one of {string.Join(", ", Units)}."
        );

    public static bool IsOfDays(string unit) => Array.IndexOf(Units, unit) <= Array.IndexOf(Units, "day");

    // Below a kept millisecond or microsecond, smaller parts that are set come on top of it.
    public static Value.Map WithKeptFraction(string unit, LocalTime clock, Value.Map parts) =>
        unit switch
        {
            "millisecond" when parts.Entries.ContainsKey("microsecond") || parts.Entries.ContainsKey("nanosecond") => new(
                parts.Entries.SetItem("millisecond", Value.Of((long)clock.Millisecond))
            ),
            "microsecond" when parts.Entries.ContainsKey("nanosecond") => new(
                parts.Entries.SetItem("microsecond", Value.Of((long)(clock.NanosecondOfSecond / 1_000)))
            ),
            _ => parts,
        };

    private static LocalDate Every(LocalDate day, int years) =>
        (int)Calendar.FloorDivide(day.Year, years) * years is var year && year >= LocalDate.MinIsoValue.Year
            ? new(year, 1, 1)
            : throw Calendar.TooFar();
}
