using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Where days begin.</summary>
public static class Zones
{
    /// <summary>In the zone of the workspace; UTC where it names none that is known.</summary>
    public static DateTimeZone Of(Reading reading) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(reading.Model.Settings.TimeZone) ?? DateTimeZone.Utc;
}
