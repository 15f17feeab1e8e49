using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The map, unrolled: threads by horizons.</summary>
internal static class ThreadPages
{
    /// <summary>How many weeks back an untouched map compares with, where no review was held.</summary>
    private const int WeeksBack = 13;

    public static IResult Show(Visit visit, string? rows, string? since, string? row, string? cell, string? @as)
    {
        var kinds = KindsOf(visit);
        var kind = rows is { Length: > 0 } ? rows : kinds.FirstOrDefault()?.Symbol;
        if (rows is { Length: > 0 } && visit.Reading.Model.FindKind(rows) is null)
            throw new FaultException(Fault.UnknownKind(rows, visit.Reading.Model));
        var reviews = kind is null ? [] : Reviews(visit, kind);
        var review = reviews.FirstOrDefault();
        var from = since switch
        {
            "never" => null,
            { Length: > 0 } => Moments.Parse(since, visit.Dates),
            _ => review?.On ?? (Instant?)visit.Dates.StartOf(visit.Dates.DayOf(visit.Reading.Valid).PlusWeeks(-WeeksBack)),
        };
        var before = from is { } then ? visit.Workspace.Read(visit.Viewer, visit.When with { Valid = then }) : null;
        var map = kind is null ? null : ThreadMap.Of(visit.Reading, before, kind, visit.Dates.Zone);
        var view = new ThreadsView(visit, kind, kinds, from, reviews, map);
        return @as == "svg" ? Results.Bytes(Encoding.UTF8.GetBytes(ThreadsSvg.Write(view)), "image/svg+xml", "threads.svg")
            : row is { Length: > 0 } ? Page.Of<ThreadCellPage>(new ThreadCellView(view, RowOf(map, row), cell ?? ""))
            : Page.Of<ThreadsPage>(view);
    }

    private static ThreadRow RowOf(ThreadMap? map, string row) =>
        map?.Rows.FirstOrDefault(one => one.Container.ToString() == row) ?? throw new FaultException(Fault.NotFound(row));

    // What rows can be made of: kinds whose things other intents lead up to, or that hold some; never people.
    private static ImmutableArray<Kind> KindsOf(Visit visit) =>
        [
            .. visit
                .Reading.Model.Kinds.Values.Where(kind =>
                    !kind.IsAbstract && !kind.IsA("person") && kind.Category is ("intent" or "collaboration")
                )
                .Select(kind => (Kind: kind, Gathered: ThreadMap.Gathered(visit.Reading, kind.Symbol)))
                .Where(kind => kind.Gathered > 0)
                .OrderByDescending(kind => kind.Kind.Symbol == "focus-area")
                .ThenByDescending(kind => kind.Gathered)
                .ThenBy(kind => kind.Kind.Symbol, StringComparer.Ordinal)
                .Select(kind => kind.Kind),
        ];

    // When rituals that tend one of the rows were held, the latest first.
    private static ImmutableArray<Review> Reviews(Visit visit, string kind) =>
        [
            .. visit
                .Reading.WithLabel(kind)
                .SelectMany(container => container.Relations(Direction.In, "tends"))
                .Select(tending => tending.From)
                .OfType<Entity>()
                .DistinctBy(ritual => ritual.Id)
                .SelectMany(ritual =>
                    ritual.Relations(Direction.In, "occurrence-of").Select(held => (Ritual: ritual, Held: held.From))
                )
                .Where(held => held.Held?["held-on"] is Value.Date)
                .Select(held => new Review(held.Ritual, visit.Dates.StartOf(((Value.Date)held.Held!["held-on"]).Day)))
                .Where(review => review.On < visit.Reading.Valid)
                .OrderByDescending(review => review.On),
        ];
}

/// <summary>A review that was held.</summary>
/// <param name="Ritual">Which ritual.</param>
/// <param name="On">When its day began.</param>
public sealed record Review(Entity Ritual, Instant On);

/// <summary>What the page of threads shows.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Kind">What makes the rows; null when nothing could.</param>
/// <param name="Kinds">What could make them.</param>
/// <param name="Since">The moment compared with, or null.</param>
/// <param name="Reviews">The reviews of these rows, the latest first.</param>
/// <param name="Map">The threads; null when there are none.</param>
public sealed record ThreadsView(
    Visit Visit,
    string? Kind,
    ImmutableArray<Kind> Kinds,
    Instant? Since,
    ImmutableArray<Review> Reviews,
    ThreadMap? Map
)
{
    /// <summary>The horizons that are shown: hours only when something lies there.</summary>
    public ImmutableArray<int> Shown => [.. Enumerable.Range(0, Horizons.Count).Where(horizon => horizon > 0 || HasAny(0))];

    /// <summary>Whether something was due already.</summary>
    public bool HasOverdue => Map?.Rows.Any(row => row.Overdue.Length > 0) ?? false;

    /// <summary>Whether anything lies at a horizon, or is missing there.</summary>
    public bool HasAny(int horizon) => Map?.Rows.Any(row => row.At(horizon).Length > 0 || row.IsGap(horizon)) ?? false;

    /// <summary>The largest sum of one currency in a row, for the lengths of bars.</summary>
    public decimal MostMoney => Map?.Rows.SelectMany(row => row.Money).Select(money => money.Amount).DefaultIfEmpty(0).Max() ?? 0;

    /// <summary>The review that it is compared with, or null.</summary>
    public Review? Review => Reviews.FirstOrDefault(review => review.On == Since);

    /// <summary>The picture as a file.</summary>
    public string Picture => Visit.Links.At(Visit.Links.ThreadsPlain, ("rows", Kind), ("since", SinceText), ("as", "svg"));

    /// <summary>Where all of a cell is, by the name of its horizon.</summary>
    public ThreadRest Rest(ThreadRow row, string cell) =>
        new(
            $"rest-{row.Container.Id}-{cell}",
            Visit.Links.At(
                Visit.Links.ThreadsPlain,
                ("rows", Kind),
                ("since", SinceText),
                ("row", row.Container.ToString()),
                ("cell", cell)
            )
        );

    private string? SinceText => Since is { } since ? Dates.Iso(Visit.Dates.DayOf(since)) : "never";

    public string Address(string? rows, string? since) =>
        Visit.Links.At(Visit.Links.ThreadsPlain, ("rows", rows), ("since", since));
}
