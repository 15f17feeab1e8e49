using NodaTime;

namespace Orrery.Practice;

/// <summary>How close time is looked at.</summary>
public enum TimeZoom
{
    /// <summary>Days can be told apart.</summary>
    Week,

    /// <summary>Weeks can be told apart.</summary>
    Month,

    /// <summary>Months can be told apart.</summary>
    Quarter,

    /// <summary>Quarters can be told apart.</summary>
    Year,

    /// <summary>Years can be told apart.</summary>
    Decade,
}

/// <summary>Days along a line.</summary>
/// <param name="Zoom">How close.</param>
/// <param name="First">The day at 0.</param>
/// <param name="Last">The last day on the line.</param>
public sealed record TimeScale(TimeZoom Zoom, LocalDate First, LocalDate Last)
{
    /// <summary>How much of the line a day takes.</summary>
    public double PerDay => PerDayAt(Zoom);

    /// <summary>The length of the line.</summary>
    public double Width => (Days(First, Last) + 1) * PerDay;

    /// <summary>Where a day begins; before 0 or beyond the width for days that are not on the line.</summary>
    public double At(LocalDate day) => Days(First, day) * PerDay;

    /// <summary>The day at a place of the line.</summary>
    public LocalDate DayAt(double place) => First.PlusDays((int)Math.Floor(place / PerDay));

    /// <summary>How much of a line a day takes.</summary>
    public static double PerDayAt(TimeZoom zoom) =>
        zoom switch
        {
            TimeZoom.Week => 24,
            TimeZoom.Month => 6,
            TimeZoom.Quarter => 2,
            TimeZoom.Year => 0.6,
            TimeZoom.Decade => 0.08,
            _ => throw new ArgumentOutOfRangeException(nameof(zoom)),
        };

    /// <summary>The closest look at which the days from a first to a last fit on a length.</summary>
    public static TimeZoom Fitting(LocalDate first, LocalDate last, double length) =>
        Enum.GetValues<TimeZoom>()
            .Where(zoom => (Days(first, last) + 1) * PerDayAt(zoom) <= length)
            .FirstOrDefault(TimeZoom.Decade);

    /// <summary>The line over some days with room at both ends, begun and ended on whole months or years.</summary>
    /// <param name="zoom">How close.</param>
    /// <param name="first">What must be on it at the left.</param>
    /// <param name="last">What must be on it at the right.</param>
    public static TimeScale Around(TimeZoom zoom, LocalDate first, LocalDate last)
    {
        var room = (int)Math.Ceiling(40 / PerDayAt(zoom));
        var (from, to) = (first.PlusDays(-room), last.PlusDays(room));
        return zoom < TimeZoom.Quarter
            ? new(zoom, from, to)
            : new(zoom, new(from.Year, from.Month, 1), new LocalDate(to.Year, to.Month, 1).PlusMonths(1).PlusDays(-1));
    }

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);
}
