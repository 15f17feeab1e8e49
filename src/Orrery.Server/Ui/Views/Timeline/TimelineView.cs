using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>A timeline as the page shows it.</summary>
/// <param name="Groups">With the rows that there is room for.</param>
/// <param name="Scale">The line of days.</param>
/// <param name="Waits">What waits for what among the rows shown.</param>
/// <param name="TooEarly">What begins before what it waits for ends, among all rows.</param>
/// <param name="DatedCount">How many rows say when.</param>
/// <param name="Count">How many rows there are.</param>
/// <param name="LeftOut">How many there was no room for.</param>
/// <param name="IsCut">Whether there are days before or after the line.</param>
public sealed record TimelineView(
    ImmutableArray<TimelineGroup> Groups,
    TimeScale Scale,
    ImmutableArray<TimelineWait> Waits,
    ImmutableArray<TimelineWait> TooEarly,
    int DatedCount,
    int Count,
    int LeftOut,
    bool IsCut
)
{
    public const int RowsAtFirst = 200;

    private const double Fits = 1_150;
    private const double Longest = 9_000;
    private const int MostRows = 5_000;

    public static TimelineView Of(ShownView view)
    {
        var reader = new TimelineRows(view);
        var rows = reader.All;
        var limit = Limit(view);
        var dated = rows.Where(row => row.Span is not null).ToList();
        var groups = Grouped(view, [.. dated.Take(limit)], dated);
        var waits = reader.Waits(rows);
        var drawn = groups.SelectMany(group => group.Rows).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var (scale, isCut) = ScaleOf(view, dated);
        return new(
            groups,
            scale,
            [.. waits.Where(wait => drawn.Contains(wait.Waiting.Key) && drawn.Contains(wait.For.Key))],
            [.. waits.Where(wait => wait.IsTooEarly)],
            dated.Count,
            rows.Length,
            dated.Count - Math.Min(limit, dated.Count),
            isCut
        );
    }

    /// <summary>How many rows are shown at most.</summary>
    public static int Limit(ShownView view) =>
        int.TryParse(view.Request.PlaceOf("rows"), NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? Math.Clamp(rows, RowsAtFirst, MostRows)
            : RowsAtFirst;

    private static ImmutableArray<TimelineGroup> Grouped(ShownView view, ImmutableArray<TimelineRow> shown, List<TimelineRow> all)
    {
        if (view.Column(view.Request[TimelineShape.Group]) is not { } column)
            return [new(null, shown, all.Count)];
        string TitleOf(TimelineRow row) =>
            row.Row.Cells[column] is { IsNothing: false } value
                ? value is Graph.Value.Entity { Id: var id } && view.Telling.Find(id) is { } thing
                    ? Titles.Of(thing)
                    : view.Visit.Values.Of(value, view.FieldOf(row.Row, column))
                : "Not said";
        var counts = all.CountBy(TitleOf).ToDictionary();
        return
        [
            .. shown
                .GroupBy(TitleOf)
                .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
                .Select(group => new TimelineGroup(group.Key, [.. group], counts[group.Key])),
        ];
    }

    private static (TimeScale Scale, bool IsCut) ScaleOf(ShownView view, List<TimelineRow> dated)
    {
        var moment = view.Visit.Dates.DayOf(view.Reading.Valid);
        var days = dated
            .Where(row => !row.IsGuess)
            .SelectMany(row => new[] { row.Span!.Start, row.Span.End, row.Before?.Start, row.Before?.End })
            .OfType<LocalDate>()
            .Append(moment)
            .ToList();
        if (dated.TrueForAll(row => row.IsGuess))
            days.AddRange([moment.PlusYears(-1), moment.PlusYears(10)]);
        var (first, last) = (days.Min(), days.Max());
        var zoom = TimelineShape.Find(view.Request[TimelineShape.Zoom]) ?? TimeScale.Fitting(first, last, Fits);
        var whole = TimeScale.Around(zoom, first, last);
        if (whole.Width <= Longest)
            return (whole, false);
        var half = (int)(Longest / 2 / whole.PerDay);
        var middle = Middle(view, moment);
        return (new(zoom, middle.PlusDays(-half), middle.PlusDays(half)), true);
    }

    private static LocalDate Middle(ShownView view, LocalDate moment) =>
        view.Request.PlaceOf("around") is { } around && NodaTime.Text.LocalDatePattern.Iso.Parse(around) is { Success: true } day
            ? day.Value
            : moment;
}
