using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>News of each snapshot, worked out once a minute: home is asked for again and again, and its answer rarely differs.</summary>
public sealed class RecentNews
{
    private readonly ConditionalWeakTable<GraphSnapshot, ConcurrentDictionary<Span, ImmutableArray<NewsItem>>> _known = [];

    /// <summary>What changed since an instant, as seen by a visit.</summary>
    public ImmutableArray<NewsItem> Of(Visit visit, Instant since)
    {
        // Told from the last full minute, so that the same question has the same answer within it.
        var later = visit.Reading;
        var span = new Span(since, later.Valid.ToUnixTimeSeconds() / 60);
        return _known.GetValue(later.Snapshot, _ => new()).GetOrAdd(span, _ => News.Between(EarlierOf(later, since), later));
    }

    // What was known then; but a workspace that was filled since knew nothing, so there it is what was true then.
    private static Reading EarlierOf(Reading later, Instant since)
    {
        var known = later.Snapshot.AsKnownAt(since);
        return (known.EntityCount * 2 < later.Snapshot.EntityCount ? later.Snapshot : known).Read(since, later.Now, later.Mask);
    }

    private readonly record struct Span(Instant Since, long Minute);
}
