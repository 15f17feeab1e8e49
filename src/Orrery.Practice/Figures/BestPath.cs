using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>The surest path from one place to another: that with the largest product of confidences; the shortest of equally sure ones.</summary>
/// <typeparam name="TLink">What joins two places.</typeparam>
/// <param name="links">Goes back along it.</param>
/// <param name="confidence">The product.</param>
public sealed class BestPath<TLink>(Func<ImmutableArray<TLink>> links, double confidence)
{
    /// <summary>In order; empty where the start is an end. Found when asked for: all of them together would cost the square of a long chain.</summary>
    public ImmutableArray<TLink> Links => field.IsDefault ? field = links() : field;

    /// <summary>The product.</summary>
    public double Confidence => confidence;
}

/// <summary>Finds surest paths.</summary>
public static class BestPath
{
    /// <summary>The surest paths from a start to everything that can be reached, surest first, lazily.</summary>
    /// <param name="start">Where they begin; the first answer, with no links.</param>
    /// <param name="next">The links from a place: where each leads, and how sure it is, from 0 to 1.</param>
    /// <param name="count">Counts what is visited.</param>
    /// <remarks>Dijkstra's way: since no link is surer than 1, the surest place not yet reached is final. Cost: what is visited, and the logarithm of what waits.</remarks>
    public static IEnumerable<(TPlace To, BestPath<TLink> Path)> From<TPlace, TLink>(
        TPlace start,
        Func<TPlace, IEnumerable<(TLink Link, TPlace To, double Confidence)>> next,
        Action<int> count
    )
        where TPlace : notnull
    {
        Dictionary<TPlace, (TPlace From, TLink? Link, double Confidence)> reached = [];
        PriorityQueue<(TPlace Place, TPlace From, TLink? Link, double Confidence, int Hops), (double, int)> waiting = new();
        waiting.Enqueue((start, start, default, 1, 0), (-1, 0));
        while (waiting.TryDequeue(out var at, out _))
        {
            count(1);
            if (!reached.TryAdd(at.Place, (at.From, at.Link, at.Confidence)))
                continue;
            yield return (at.Place, new(() => LinksTo(at.Place, start, reached, count), at.Confidence));
            foreach (var (link, to, confidence) in next(at.Place))
            {
                count(1);
                if (!reached.ContainsKey(to))
                    waiting.Enqueue(
                        (to, at.Place, link, at.Confidence * confidence, at.Hops + 1),
                        (-at.Confidence * confidence, at.Hops + 1)
                    );
            }
        }
    }

    private static ImmutableArray<TLink> LinksTo<TPlace, TLink>(
        TPlace place,
        TPlace start,
        Dictionary<TPlace, (TPlace From, TLink? Link, double)> reached,
        Action<int> count
    )
        where TPlace : notnull
    {
        List<TLink> links = [];
        while (!place.Equals(start))
        {
            var (from, link, _) = reached[place];
            count(1);
            links.Add(link!);
            place = from;
        }

        links.Reverse();
        return [.. links];
    }
}
