using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Engine;

/// <summary>Graphs as they would be if something were so. They live in memory, beside the line that is written, and are forgotten.</summary>
internal sealed class Supposing
{
    // One event takes about a microsecond: a copy of so many things with their facts some seconds at most.
    private const int MostThings = 200_000;
    private const int Kept = 4;

    private readonly Lock _gate = new();
    private ImmutableList<Remembered> _remembered = [];

    /// <summary>A snapshot with what is supposed, from the start of a day on.</summary>
    /// <exception cref="FaultException">It cannot be so, or there is too much to copy.</exception>
    public GraphSnapshot On(GraphSnapshot snapshot, ImmutableArray<string> sentences, Instant moment, Mask mask)
    {
        var day = Instant.FromUnixTimeTicks(moment.ToUnixTimeTicks() / NodaConstants.TicksPerDay * NodaConstants.TicksPerDay);
        Asked asked = new(snapshot.At, string.Join(Supposition.Separator, sentences), day, mask);
        lock (_gate)
        {
            if (_remembered.Find(one => one.Asked == asked) is { } known)
                return known.Snapshot;
        }

        var supposed = Suppose(snapshot, sentences, day, mask);
        lock (_gate)
            _remembered = [new(asked, supposed), .. _remembered.Take(Kept - 1)];
        return supposed;
    }

    private static GraphSnapshot Suppose(GraphSnapshot snapshot, ImmutableArray<string> sentences, Instant day, Mask mask)
    {
        if (sentences.Length > Supposition.Most)
            throw new FaultException(SupposeFaults.TooMany(Supposition.Most));
        if (snapshot.EntityCount + snapshot.RelationCount is > MostThings and var things)
            throw new FaultException(SupposeFaults.TooLarge(things, MostThings));
        var aside = snapshot.Aside();
        foreach (var sentence in sentences)
            aside = Next(aside, sentence, day, mask);
        aside.Freeze()();
        return aside;
    }

    private static GraphSnapshot Next(GraphSnapshot aside, string sentence, Instant day, Mask mask) =>
        GraphRules.Decide(aside, Supposition.CommandsOf(aside.Read(day, day, mask), sentence), mask) switch
        {
            Decision.Accepted { Events: { IsEmpty: false } events } => aside.Apply(
                new(aside.At.Next, aside.Recorded, new("Supposed", Origin.Product, sentence), events)
            ),
            Decision.Refused { Fault: var fault } => throw new FaultException(fault),
            _ => aside,
        };

    private sealed record Asked(Revision At, string Sentences, Instant Day, Mask Mask);

    private sealed record Remembered(Asked Asked, GraphSnapshot Snapshot);
}
