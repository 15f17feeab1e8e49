using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace Orrery.Practice;

/// <summary>A stretch that an axis names: a day, a month, a year.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">The first day of the next one.</param>
/// <param name="Label">What it is called.</param>
public sealed record TimeTick(LocalDate From, LocalDate To, string Label)
{
    private static readonly LocalDatePattern Month = LocalDatePattern.CreateWithInvariantCulture("MMM");
    private static readonly LocalDatePattern LongMonth = LocalDatePattern.CreateWithInvariantCulture("MMMM uuuu");

    /// <summary>The wide stretches of an axis: they hold the narrow ones.</summary>
    public static ImmutableArray<TimeTick> Wide(TimeScale scale) =>
        scale.Zoom switch
        {
            TimeZoom.Week or TimeZoom.Month => Each(scale, FirstOfMonth, day => day.PlusMonths(1), LongMonth.Format),
            TimeZoom.Quarter => Each(scale, FirstOfYear, day => day.PlusYears(1), YearOf),
            TimeZoom.Year => Each(scale, FirstOfYear, day => day.PlusYears(1), YearOf),
            TimeZoom.Decade => Each(scale, FirstOfDecade, day => day.PlusYears(10), day => $"{day.Year}s"),
            _ => throw new ArgumentOutOfRangeException(nameof(scale)),
        };

    /// <summary>The narrow stretches of an axis.</summary>
    public static ImmutableArray<TimeTick> Narrow(TimeScale scale) =>
        scale.Zoom switch
        {
            TimeZoom.Week => Each(scale, day => day, day => day.PlusDays(1), day => $"{day.Day}"),
            TimeZoom.Month => Each(scale, Monday, day => day.PlusWeeks(1), day => $"{day.Day}"),
            TimeZoom.Quarter => Each(scale, FirstOfMonth, day => day.PlusMonths(1), Month.Format),
            TimeZoom.Year => Each(scale, FirstOfQuarter, day => day.PlusMonths(3), day => $"Q{((day.Month - 1) / 3) + 1}"),
            TimeZoom.Decade => Each(scale, FirstOfYear, day => day.PlusYears(1), day => $"’{day.Year % 100:00}"),
            _ => throw new ArgumentOutOfRangeException(nameof(scale)),
        };

    private static ImmutableArray<TimeTick> Each(
        TimeScale scale,
        Func<LocalDate, LocalDate> startOf,
        Func<LocalDate, LocalDate> next,
        Func<LocalDate, string> label
    )
    {
        var ticks = ImmutableArray.CreateBuilder<TimeTick>();
        for (var day = startOf(scale.First); day <= scale.Last; day = next(day))
            ticks.Add(new(day, next(day), label(day)));
        return ticks.ToImmutable();
    }

    private static string YearOf(LocalDate day) => $"{day.Year}";

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static LocalDate FirstOfMonth(LocalDate day) => new(day.Year, day.Month, 1);

    private static LocalDate FirstOfQuarter(LocalDate day) => new(day.Year, day.Month - ((day.Month - 1) % 3), 1);

    private static LocalDate FirstOfYear(LocalDate day) => new(day.Year, 1, 1);

    private static LocalDate FirstOfDecade(LocalDate day) => new(day.Year - (day.Year % 10), 1, 1);
}
