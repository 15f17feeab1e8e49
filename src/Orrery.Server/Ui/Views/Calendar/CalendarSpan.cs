using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Orrery.Server;

/// <summary>The days that a calendar shows.</summary>
/// <param name="IsMonth">A month with the days around it that fill its weeks; else a week.</param>
/// <param name="On">A day in it.</param>
public sealed record CalendarSpan(bool IsMonth, LocalDate On)
{
    /// <summary>How an address names a day of the span.</summary>
    public const string Name = "on";

    private static readonly LocalDatePattern Month = LocalDatePattern.CreateWithInvariantCulture("MMMM uuuu");

    public LocalDate First => WeekOf(IsMonth ? new LocalDate(On.Year, On.Month, 1) : On);

    public LocalDate Last => WeekOf(IsMonth ? new LocalDate(On.Year, On.Month, 1).PlusMonths(1).PlusDays(-1) : On).PlusDays(6);

    public CalendarSpan Before => this with { On = IsMonth ? On.PlusMonths(-1) : On.PlusWeeks(-1) };

    public CalendarSpan After => this with { On = IsMonth ? On.PlusMonths(1) : On.PlusWeeks(1) };

    public string Title => IsMonth ? Month.Format(On) : $"Week of {Dates.Of(First)}";

    public IEnumerable<LocalDate> Days
    {
        get
        {
            for (var day = First; day <= Last; day = day.PlusDays(1))
                yield return day;
        }
    }

    /// <summary>What an address asks for; otherwise the span of a day.</summary>
    public static CalendarSpan Of(IQueryCollection query, bool isMonth, LocalDate otherwise) =>
        new(
            isMonth,
            LocalDatePattern.Iso.Parse(query[Name].ToString()) is { Success: true, Value: { Year: > 1 and < 9000 } on }
                ? on
                : otherwise
        );

    private static LocalDate WeekOf(LocalDate day) => day.PlusDays(-((int)day.DayOfWeek - 1));
}
