using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Cli;

/// <summary>Reads moments as people type them: <c>2024-03-03</c>, <c>2024-03-03T10:00Z</c>, <c>r120</c>, <c>now</c>.</summary>
internal static class MomentText
{
    private static readonly IPattern<OffsetDateTime>[] Exact =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"),
        OffsetDateTimePattern.ExtendedIso,
    ];

    /// <summary>An instant of valid time: a day begins at its midnight in the workspace's zone.</summary>
    /// <exception cref="FaultException">It is none.</exception>
    public static Instant Instant(string text, Workspace workspace) =>
        text == "now" ? workspace.Now
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day }
            ? day.AtStartOfDayInZone(ZoneOf(workspace)).ToInstant()
        : Exact.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success) is { } exact
            ? exact.Value.ToInstant()
        : throw new FaultException(CliFaults.NotAMoment(text));

    /// <summary>A place in what was recorded: a revision, or the end of a day, or an instant.</summary>
    /// <exception cref="FaultException">It is none.</exception>
    public static KnownAt Known(string text, Workspace workspace) =>
        TryRevision(text) is { } revision && text[0] is 'r' or 'R' ? new KnownAt.AtRevision(revision)
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day }
            ? new KnownAt.AtInstant(Days.LastOf(day, ZoneOf(workspace)))
        : new KnownAt.AtInstant(Instant(text, workspace));

    /// <summary>A revision: <c>r120</c> or <c>120</c>.</summary>
    /// <exception cref="FaultException">It is none.</exception>
    public static Revision Revision(string text) => TryRevision(text) ?? throw new FaultException(CliFaults.NotARevision(text));

    /// <summary>A moment to compare: a revision as it was known then, or a date as it is known now.</summary>
    public static When When(string text, Workspace workspace) =>
        text is ['r' or 'R', ..] ? new(null, Known(text, workspace)) : new(Instant(text, workspace), null);

    /// <summary>An instant of valid time as it can be typed again: now, a day that begins with it, or to the second; null is any time.</summary>
    /// <param name="valid">That was read.</param>
    /// <param name="begun">When reading began: since then, it is now.</param>
    /// <param name="reading">In whose time zone days begin.</param>
    public static string Said(Instant? valid, Instant begun, Reading reading)
    {
        if (valid is not { } at)
            return "at any time";
        if (at >= begun && at <= reading.Now)
            return "now";
        var local = at.InZone(reading.Model.Settings.Zone);
        return local.TimeOfDay == LocalTime.Midnight
            ? LocalDatePattern.Iso.Format(local.Date)
            : InstantPattern.General.Format(at);
    }

    private static Revision? TryRevision(string text) =>
        long.TryParse(text.TrimStart('r', 'R'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number)
            : null;

    private static DateTimeZone ZoneOf(Workspace workspace) => workspace.Current.Model.Settings.Zone;
}
