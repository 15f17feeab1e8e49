using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What leads from a thing to why: one list for ladders, threads, traces and sums.</summary>
public static class LeadsUp
{
    /// <summary>The relation types that lead up.</summary>
    public static readonly ImmutableArray<string> Types = ["contributes-to", "part-of", "realises", "derived-from"];

    /// <summary>The relations from a thing to what it serves, or from what serves it; only those between things.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="direction">Out: upwards.</param>
    public static IEnumerable<(Relation Relation, Entity Other)> From(Entity thing, Direction direction) =>
        Types
            .SelectMany(type => thing.Relations(direction, type))
            .Select(relation => (relation, direction == Direction.Out ? relation.To : relation.From))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.relation, pair.Item2!));
}
