using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Two moments side by side: what came, went and moved.</summary>
internal static class ComparePages
{
    public static IResult Show(Visit visit, string? from, string? to)
    {
        var today = Dates.Iso(visit.Dates.Today);
        var earlier = string.IsNullOrWhiteSpace(from) ? Dates.Iso(visit.Dates.Today.PlusMonths(-1)) : from;
        var later = string.IsNullOrWhiteSpace(to) ? today : to;
        var (before, after) = (
            ReadingAt(visit, earlier),
            later == today
                ? visit.Reading.Snapshot.Read(visit.Reading.Now, visit.Reading.Now, visit.Reading.Mask)
                : ReadingAt(visit, later)
        );
        var news = News.Between(before, after);
        var ofModel = news.IsEmpty ? News.OfModel(before, after) : 0;
        return Page.Of<ComparePage>(new CompareView(visit, earlier, later, news, ofModel));
    }

    private static Reading ReadingAt(Visit visit, string moment) =>
        visit.Reading.Snapshot.Read(Moments.Parse(moment, visit.Dates), visit.Reading.Now, visit.Reading.Mask);
}

/// <summary>What a comparison shows.</summary>
/// <param name="OfModel">How many parts of the model differ where nothing else does.</param>
public sealed record CompareView(Visit Visit, string From, string To, ImmutableArray<NewsItem> News, int OfModel)
{
    public const int Most = 60;

    public IEnumerable<NewsItem> Came => News.OfType<NewsItem.Came>();

    public IEnumerable<NewsItem> Went => News.OfType<NewsItem.Went>();

    public IEnumerable<NewsItem> Moved => News.OfType<NewsItem.Moved>();

    public IEnumerable<NewsItem> Joined => News.OfType<NewsItem.Joined>();

    public string Say(string moment) => Visit.Dates.Day(Moments.Parse(moment, Visit.Dates));
}
