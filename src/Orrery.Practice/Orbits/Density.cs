using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>How much changed over the whole history: what the strip under the orrery shows.</summary>
/// <param name="From">When the first bucket begins.</param>
/// <param name="To">When the last one ends.</param>
/// <param name="Buckets">From the earliest; how much changed in each.</param>
public sealed record Density(Instant From, Instant To, ImmutableArray<double> Buckets)
{
    private const int Count = 160;

    /// <summary>The density of a reading's history. A change set counts with the logarithm of its events, so that a bulk load does not drown the rest.</summary>
    public static Density Of(Reading reading)
    {
        var holds = reading.Snapshot.SourceReadings.ToLookup(read => read.Revision, read => read.From);
        List<(Instant At, double Weight)> points = [];
        for (var revision = 1L; revision <= reading.Snapshot.At.Value; revision++)
        {
            var cause = reading.Snapshot.CauseOf(new(revision));
            var weight = Math.Log2(1 + cause.Events);
            if (cause.Cause.Source is null)
            {
                if (cause.Cause.Origin != Origin.Product)
                    points.Add((cause.Recorded, weight));
                continue;
            }

            points.AddRange(holds[new(revision)].Where(from => from != Instant.MinValue).Select(from => (from, weight)));
        }

        if (points.Count == 0)
            return new(reading.Now - Duration.FromDays(1), reading.Now, []);
        var (first, last) = (points.Min(point => point.At), Instant.Max(reading.Now, points.Max(point => point.At)));
        var width = Math.Max(1, (last - first).TotalDays) / Count;
        var buckets = new double[Count];
        foreach (var (at, weight) in points)
            buckets[Math.Min(Count - 1, (int)((at - first).TotalDays / width))] += weight;
        return new(first, last, [.. buckets]);
    }
}
