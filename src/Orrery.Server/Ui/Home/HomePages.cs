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

    public static IResult Show(Visit visit, string? since, string? all)
    {
        var from = SinceOf(visit, since);
        var earlier = EarlierOf(visit, from);
        var news = News.Between(earlier, visit.Reading);
        var shown = all is null ? news.Take(FewLines) : news.Take(500);
        return Page.Of<HomePage>(new HomeView(visit, from, DaysOf(visit, shown), news.Length, all is not null));
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

    private static Instant SinceOf(Visit visit, string? since) =>
        string.IsNullOrWhiteSpace(since)
            ? visit.Dates.StartOf(visit.Dates.DayOf(visit.Reading.Valid).PlusDays(-7))
            : Moments.Parse(since, visit.Dates);

    // What was known then; but a workspace that was filled since knew nothing, so there it is what was true then.
    private static Reading EarlierOf(Visit visit, Instant since)
    {
        var now = visit.Reading;
        var known = now.Snapshot.AsKnownAt(since);
        return (known.EntityCount * 2 < now.Snapshot.EntityCount ? now.Snapshot : known).Read(since, now.Now, now.Mask);
    }
}

/// <summary>What home shows.</summary>
public sealed record HomeView(Visit Visit, Instant Since, ImmutableArray<NewsDay> Days, int Total, bool IsAll)
{
    public string SinceDay => Dates.Iso(Visit.Dates.DayOf(Since));

    public string Count => Total.ToString("#,0", CultureInfo.InvariantCulture);
}

/// <summary>What changed on one day.</summary>
public sealed record NewsDay(LocalDate Day, ImmutableArray<NewsLine> Lines);

/// <summary>One change, and who said so.</summary>
public sealed record NewsLine(Sentence Sentence, RecordedCause? Cause);
