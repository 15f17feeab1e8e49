using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A time zone with its rules, or a plain offset, which has no name.</summary>
/// <param name="Rules">Offsets at each instant.</param>
/// <param name="Name">As the tz database calls it, or null for an offset.</param>
internal sealed record Zone(DateTimeZone Rules, string? Name)
{
    public static readonly Zone Utc = Of(Offset.Zero);

    // What a time of this zone stood at: it stays there where clocks show the same hour twice, as java.time has it.
    private Offset? Stood { get; init; }

    public static Zone Of(Offset offset) => new(DateTimeZone.ForOffset(offset), null);

    /// <summary>The zone that a text names: <c>Z</c>, <c>+01:00</c>, <c>+0100</c>, <c>+01</c> or a name of the tz database.</summary>
    public static Zone Parse(string text) =>
        TryParseOffset(text) is { } offset ? Of(offset)
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is { } rules ? new(rules, text)
        : throw QueryFaults.Unreadable("time zone", text, "Europe/Stockholm or +01:00");

    /// <summary>The zone a value was given in; a name that the tz database has lost counts as its offset.</summary>
    public static Zone Of(Value.DateTime stamp) =>
        stamp.Zone is { } name && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } rules
            ? new(rules, name) { Stood = stamp.Stamp.Offset }
            : Of(stamp.Stamp.Offset);

    public static Offset? TryParseOffset(string text)
    {
        if (text is "Z" or "z")
            return Offset.Zero;
        if (text is not ['+' or '-', ..])
            return null;
        foreach (var pattern in OffsetPatterns)
        {
            if (pattern.Parse(text) is { Success: true, Value: var offset })
                return offset;
        }

        return null;
    }

    private static readonly OffsetPattern[] OffsetPatterns =
    [
        OffsetPattern.CreateWithInvariantCulture("+HH:mm"),
        OffsetPattern.CreateWithInvariantCulture("+HHmm"),
        OffsetPattern.CreateWithInvariantCulture("+HH"),
        OffsetPattern.CreateWithInvariantCulture("+HH:mm:ss"),
        OffsetPattern.CreateWithInvariantCulture("+HHmmss"),
    ];

    /// <summary>The date and time that clocks of the zone show; one that they skip moves on by what they skip, one shown twice is the first, or the one of the time that this is the zone of.</summary>
    public Value.DateTime At(LocalDateTime local) => InBounds(() => new(Resolved(local).ToOffsetDateTime(), Name));

    public Value.DateTime At(Instant instant) => InBounds(() => new(instant.InZone(Rules).ToOffsetDateTime(), Name));

    private ZonedDateTime Resolved(LocalDateTime local) =>
        Stood is { } offset && Rules.MapLocal(local) is { Count: 2 } both && both.Last().Offset == offset
            ? both.Last()
            : local.InZoneLeniently(Rules);

    private static Value.DateTime InBounds(Func<Value.DateTime> stamp)
    {
        try
        {
            return stamp();
        }
        catch (Exception reason) when (reason is OverflowException or ArgumentOutOfRangeException)
        {
            throw Calendar.TooFar();
        }
    }
}
