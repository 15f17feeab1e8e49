using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NodaTime;

namespace Orrery.Import;

/// <summary>Time zones as people name them, to names of the tz database. What an abbreviation leaves open is said.</summary>
internal static partial class Zones
{
    public static Transformed Read(string text)
    {
        var trimmed = text.Trim();
        if (Weekdays.IsPlaceholder(trimmed))
            return new Transformed.Placeholder("says that there is nothing");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(trimmed) is not null && trimmed.Contains('/', StringComparison.Ordinal))
            return Transformed.Of(trimmed);
        foreach (var name in NamesIn(trimmed))
        {
            if (ByName.TryGetValue(name, out var zone))
                return Transformed.Of(zone.Zone, zone.Assumed is { } assumed ? $"read as {zone.Zone}: {assumed}" : null);
        }

        return new Transformed.Rejected("names no time zone that is known here");
    }

    /// <summary>The whole text, what stands in brackets, and what stands before them.</summary>
    private static IEnumerable<string> NamesIn(string text)
    {
        yield return text;
        if (Bracketed().Match(text) is { Success: true } match)
        {
            yield return match.Groups["inside"].Value.Trim();
            yield return match.Groups["name"].Value.Trim();
        }
    }

    private const string Seasonal = "the abbreviation names one season, the place keeps both";

    private static readonly FrozenDictionary<string, (string Zone, string? Assumed)> ByName = new (
        string Names,
        string Zone,
        string? Assumed
    )[]
    {
        ("utc,gmt,z,etc/utc,coordinated universal time,greenwich mean time", "Etc/UTC", null),
        ("pt,pacific time,pacific,us/pacific", "America/Los_Angeles", null),
        ("pst,pdt,pacific standard time,pacific daylight time", "America/Los_Angeles", Seasonal),
        ("mt,mountain time,mountain", "America/Denver", null),
        ("mst,mdt,mountain standard time,mountain daylight time", "America/Denver", Seasonal),
        ("ct,central time,central", "America/Chicago", "the one of North America"),
        ("et,eastern time,eastern", "America/New_York", null),
        ("est,edt,eastern standard time,eastern daylight time", "America/New_York", Seasonal),
        ("cet,central european time,mez", "Europe/Brussels", null),
        ("cest,central european summer time,mesz", "Europe/Brussels", Seasonal),
        ("eet,eastern european time", "Europe/Athens", null),
        ("wet,western european time", "Europe/Lisbon", null),
        ("bst,british summer time", "Europe/London", Seasonal),
        ("london,london-uk,uk,united kingdom,britain", "Europe/London", null),
        ("poland,warsaw", "Europe/Warsaw", null),
        ("berlin,germany", "Europe/Berlin", null),
        ("paris,france", "Europe/Paris", null),
        ("ist", "Asia/Kolkata", "India's, though Ireland and Israel use the same letters"),
        ("indian standard time,india standard time,india", "Asia/Kolkata", null),
        ("beijing,china,china standard time,shanghai", "Asia/Shanghai", null),
        ("jst,japan,japan standard time,tokyo", "Asia/Tokyo", null),
        ("kst,korea,korea standard time,seoul", "Asia/Seoul", null),
        ("sgt,singapore", "Asia/Singapore", null),
        ("aest,aedt,sydney", "Australia/Sydney", null),
        ("nzst,nzdt,new zealand,auckland", "Pacific/Auckland", null),
    }
        .SelectMany(row => row.Names.Split(',').Select(name => (name, row.Zone, row.Assumed)))
        .ToFrozenDictionary(row => row.name, row => (row.Zone, row.Assumed), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?<name>[^()]*)\((?<inside>[^()]*)\)\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();
}
