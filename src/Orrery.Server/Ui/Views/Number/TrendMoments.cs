using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Server;

/// <summary>The days at which a figure is asked for its trend.</summary>
public static class TrendMoments
{
    public const string Week = "week";
    public const string Month = "month";
    public const string Quarter = "quarter";

    /// <summary>The most moments of one trend; what begins earlier begins later.</summary>
    public const int Most = 120;

    private const int UsualMonths = 24;

    /// <summary>Where a trend begins when nobody says: two years before a day.</summary>
    public static LocalDate UsualStart(LocalDate seen) => seen.PlusMonths(-UsualMonths);

    /// <summary>Firsts of months or quarters, or Mondays, from a day to another, oldest first; both days themselves are among them.</summary>
    /// <param name="since">The first.</param>
    /// <param name="last">The last.</param>
    /// <param name="step"><see cref="Week"/>, <see cref="Month"/> (anything else too) or <see cref="Quarter"/>.</param>
    public static ImmutableArray<LocalDate> Between(LocalDate since, LocalDate last, string? step)
    {
        if (since >= last)
            return [last];
        List<LocalDate> days = [last];
        for (var day = StartOf(last, step); day > since && days.Count < Most; day = StartOf(day.PlusDays(-1), step))
        {
            if (day != last)
                days.Add(day);
        }

        if (days.Count < Most)
            days.Add(since);
        days.Reverse();
        return [.. days];
    }

    private static LocalDate StartOf(LocalDate day, string? step) =>
        step switch
        {
            Week => day.PlusDays(-((int)day.DayOfWeek - 1)),
            Quarter => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
            _ => new(day.Year, day.Month, 1),
        };
}
