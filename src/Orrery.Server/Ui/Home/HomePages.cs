using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>This week: what needs us and what changed, ten lines at most.</summary>
public static class HomePages
{
    private const int FewLines = 10;
    private const int FewMatters = 4;
    private const int Most = 500;

    public static IResult Show(Visit visit, RecentNews recent, string? since, string? all, string? whose)
    {
        var looked = LastVisit.Note(visit);
        var self = Self.AreaOf(visit);
        var area = whose == "everybody" ? null : self;
        var (from, news) = string.IsNullOrWhiteSpace(since)
            ? Widest(visit, recent, looked, area)
            : (Moments.Parse(since, visit.Dates), Near(area, recent.Of(visit, Moments.Parse(since, visit.Dates))));
        var matters = Matters.Of(visit.Reading, from, area, visit.Dates.Zone);
        var few = matters.Take(all is null ? FewMatters : Most).ToImmutableArray();
        var shown = news.Take(all is null ? FewLines - few.Length : Most);
        return Page.Of<HomePage>(
            new HomeView(visit, from, looked, self, area, few, matters.Length, DaysOf(visit, shown), news.Length, all is not null)
        );
    }

    private static ImmutableArray<NewsDay> DaysOf(Visit visit, IEnumerable<NewsItem> news) =>
        [
            .. news.GroupBy(item => visit.Dates.DayOf(item.When))
                .OrderByDescending(day => day.Key)
                .Select(day => new NewsDay(
                    day.Key,
                    [.. day.OrderByDescending(item => item.Consequence).Select(item => LineOf(visit, item))]
                )),
        ];

    private static NewsLine LineOf(Visit visit, NewsItem item) =>
        new(
            item.Entity,
            NewsTelling.Of(visit, item),
            item.Revision is { } revision ? visit.Reading.Snapshot.CauseOf(revision) : null
        );

    private static ImmutableArray<NewsItem> Near(Area? area, ImmutableArray<NewsItem> news) =>
        area is null
            ? news
            :
            [
                .. news.Where(item => area.Find(item.Entity.Id) is not null)
                    .Concat(news.Where(item => area.Find(item.Entity.Id) is null && area.Beside(item.Entity.Id) is not null)),
            ];

    // Since they last looked, or this week; where that is empty, as far back as there is something.
    private static (Instant Since, ImmutableArray<NewsItem> News) Widest(
        Visit visit,
        RecentNews recent,
        Instant? looked,
        Area? area
    )
    {
        var day = visit.Dates.DayOf(visit.Reading.Valid);
        Instant[] steps =
        [
            looked ?? visit.Dates.StartOf(day.PlusDays(-7)),
            visit.Dates.StartOf(day.PlusDays(-7)),
            visit.Dates.StartOf(day.PlusMonths(-1)),
            visit.Dates.StartOf(day.PlusMonths(-3)),
            visit.Dates.StartOf(day.PlusYears(-1)),
        ];
        foreach (var step in steps.Order().Reverse())
        {
            if (Near(area, recent.Of(visit, step)) is { IsEmpty: false } news)
                return (step, news);
        }

        return (steps[0], []);
    }
}

/// <summary>What home shows.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Since">Since when.</param>
/// <param name="Looked">When they last looked, or null.</param>
/// <param name="Self">What they look after; null when they are no person of the workspace.</param>
/// <param name="Area">What it is narrowed to; null for everything.</param>
/// <param name="Matters">What waits, a few.</param>
/// <param name="AllMatters">How much waits in all.</param>
/// <param name="Days">What changed, by day.</param>
/// <param name="Total">How many changes there are in all.</param>
/// <param name="IsAll">Whether all are shown.</param>
public sealed record HomeView(
    Visit Visit,
    Instant Since,
    Instant? Looked,
    Area? Self,
    Area? Area,
    ImmutableArray<Matter> Matters,
    int AllMatters,
    ImmutableArray<NewsDay> Days,
    int Total,
    bool IsAll
)
{
    public string SinceDay => Dates.Iso(Visit.Dates.DayOf(Since));

    public string Count => Total.ToString("#,0", CultureInfo.InvariantCulture);

    public int Lines => Days.Sum(day => day.Lines.Length);

    public bool HasMore => !IsAll && (Total > Lines || AllMatters > Matters.Length);

    /// <summary>This page, told something else.</summary>
    public string Address(string? since, string? whose, bool isAll) =>
        Visit.Links.At(Visit.Links.Root, ("since", since), ("whose", whose), ("all", isAll ? "yes" : null));

    public string? Whose => Self is not null && Area is null ? "everybody" : null;
}

/// <summary>What changed on one day.</summary>
public sealed record NewsDay(LocalDate Day, ImmutableArray<NewsLine> Lines);

/// <summary>One change, what it is of, and who said so.</summary>
public sealed record NewsLine(Entity Entity, Sentence Sentence, RecordedCause? Cause);
