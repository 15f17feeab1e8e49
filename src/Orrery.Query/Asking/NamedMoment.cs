using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The instant that a value names, as <c>--as-of</c> and the pages understand it: a day begins at its midnight in the workspace's time zone.</summary>
internal static class NamedMoment
{
    private static readonly IPattern<OffsetDateTime>[] Exact =
    [
        OffsetDateTimePattern.ExtendedIso,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"),
    ];

    private static readonly IPattern<LocalDateTime>[] Local =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
    ];

    /// <summary>Of a date, a date and time, or the text of one; null for anything else.</summary>
    public static Instant? Find(Value value, Reading reading) =>
        value switch
        {
            Value.DateTime moment => moment.Instant,
            Value.LocalDateTime moment => moment.Stamp.InZoneLeniently(ZoneOf(reading)).ToInstant(),
            Value.Date day => day.Day.AtStartOfDayInZone(ZoneOf(reading)).ToInstant(),
            Value.Text text => Find(text.Characters, ZoneOf(reading)),
            _ => null,
        };

    /// <summary>By when something had to be recorded to be known then: by the end of a day, as <c>--known-at</c> and the pages understand it; else as <see cref="Find(Value, Reading)"/>.</summary>
    public static Instant? EndOf(Value value, Reading reading) =>
        DayOf(value) is { } day ? Days.LastOf(day, ZoneOf(reading)) : Find(value, reading);

    private static LocalDate? DayOf(Value value) =>
        value switch
        {
            Value.Date day => day.Day,
            Value.Text text when LocalDatePattern.Iso.Parse(text.Characters) is { Success: true, Value: var day } => day,
            _ => null,
        };

    private static Instant? Find(string text, DateTimeZone zone) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day.AtStartOfDayInZone(zone).ToInstant()
        : Read(Exact, text) is { Success: true, Value: var exact } ? exact.ToInstant()
        : Read(Local, text) is { Success: true, Value: var local } ? local.InZoneLeniently(zone).ToInstant()
        : null;

    private static ParseResult<T>? Read<T>(IPattern<T>[] patterns, string text) =>
        patterns.Select(pattern => pattern.Parse(text)).FirstOrDefault(read => read.Success);

    private static DateTimeZone ZoneOf(Reading reading) => reading.Snapshot.Model.Settings.Zone;
}
