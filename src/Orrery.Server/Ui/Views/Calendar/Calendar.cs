using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The rows of a view on the days they fall on.</summary>
/// <param name="Span">Which days.</param>
/// <param name="Zone">By whose clock.</param>
/// <param name="Entries">In order of time.</param>
/// <param name="Outside">What belongs into a calendar and stands on no day.</param>
internal sealed record Calendar(
    CalendarSpan Span,
    DateTimeZone Zone,
    ImmutableArray<CalendarEntry> Entries,
    ImmutableArray<CalendarRow> Outside
)
{
    public static Calendar Of(ShownView view)
    {
        var zone = ZoneOf(view);
        var asked = view.Column(view.Request["date"]);
        var dates = new CalendarDates(asked ?? DateColumn(view), asked is not null);
        var rows = view.Rows.Select((row, order) => CalendarRow.Of(view, row, order, dates)).ToArray();
        var isMonth = view.Request["show"] switch
        {
            "week" => false,
            "month" => true,
            _ => !rows.Any(row => row.Moment is CalendarMoment.Again),
        };
        var looked = view.Reading.Valid.InZone(zone).Date;
        var span = CalendarSpan.Of(view.Visit.Http.Request.Query, isMonth, looked);
        return new(
            span,
            zone,
            [
                .. rows.SelectMany(row => row.Entries(span, zone))
                    .OrderBy(entry => entry.Day)
                    .ThenBy(entry => entry.At)
                    .ThenBy(entry => entry.Title, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(entry => entry.Key, StringComparer.Ordinal),
            ],
            [.. rows.Where(row => row.Outside is not null)]
        );
    }

    /// <summary>All days of the span, with what is on them.</summary>
    public ImmutableArray<CalendarDay> ByDay()
    {
        var byDay = Entries.ToLookup(entry => entry.Day);
        return [.. Span.Days.Select(day => new CalendarDay(day, [.. byDay[day]]))];
    }

    /// <summary>Today by the clock of the calendar.</summary>
    public static LocalDate Today(ShownView view, DateTimeZone zone) => view.Visit.Reading.Now.InZone(zone).Date;

    /// <summary>Whether the zone that was asked for is none.</summary>
    public static bool IsUnknownZone(ShownView view) =>
        view.Request["zone"] is { } name && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is null;

    private static DateTimeZone ZoneOf(ShownView view) =>
        (view.Request["zone"] is { } name ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) : null) ?? view.Visit.Dates.Zone;

    private static int? DateColumn(ShownView view) =>
        Enumerable
            .Range(0, view.Columns.Length)
            .Where(column =>
                view.Answer.Rows.Select(row => row[column]).FirstOrDefault(value => !value.IsNothing)
                    is Value.Date
                        or Value.DateTime
                        or Value.LocalDateTime
                        or Value.Period
            )
            .Select(column => (int?)column)
            .FirstOrDefault();
}
