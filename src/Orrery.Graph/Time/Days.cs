using NodaTime;

namespace Orrery.Graph;

/// <summary>What a day means where an instant is asked for.</summary>
public static class Days
{
    /// <summary>The first instant after a day.</summary>
    public static Instant EndOf(LocalDate day, DateTimeZone zone) => day.PlusDays(1).AtStartOfDayInZone(zone).ToInstant();

    /// <summary>The last instant of a day: what was recorded on it was known by then.</summary>
    public static Instant LastOf(LocalDate day, DateTimeZone zone) => EndOf(day, zone) - Duration.Epsilon;
}
