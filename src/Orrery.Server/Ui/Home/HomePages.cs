using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>This week: what changed, ten lines at most.</summary>
public static class HomePages
{
    private const int FewLines = 10;

    public static IResult Show(Visit visit, RecentNews recent, string? since, string? all)
    {
        var looked = LastVisit.Note(visit);
        var (from, news) = string.IsNullOrWhiteSpace(since)
            ? Widest(visit, recent, looked)
            : (Moments.Parse(since, visit.Dates), recent.Of(visit, Moments.Parse(since, visit.Dates)));
        var shown = all is null ? news.Take(FewLines) : news.Take(500);
        return Page.Of<HomePage>(new HomeView(visit, from, looked, DaysOf(visit, shown), news.Length, all is not null));
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
        new(NewsTelling.Of(visit, item), item.Revision is { } revision ? visit.Reading.Snapshot.CauseOf(revision) : null);

    // Since they last looked, or this week; where that is empty, as far back as there is something.
    private static (Instant Since, ImmutableArray<NewsItem> News) Widest(Visit visit, RecentNews recent, Instant? looked)
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
            if (recent.Of(visit, step) is { IsEmpty: false } news)
                return (step, news);
        }

        return (steps[0], []);
    }
}

/// <summary>What home shows.</summary>
public sealed record HomeView(Visit Visit, Instant Since, Instant? Looked, ImmutableArray<NewsDay> Days, int Total, bool IsAll)
{
    public string SinceDay => Dates.Iso(Visit.Dates.DayOf(Since));

    public string Count => Total.ToString("#,0", CultureInfo.InvariantCulture);
}

/// <summary>What changed on one day.</summary>
public sealed record NewsDay(LocalDate Day, ImmutableArray<NewsLine> Lines);

/// <summary>One change, and who said so.</summary>
public sealed record NewsLine(Sentence Sentence, RecordedCause? Cause);
