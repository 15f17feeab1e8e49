using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>One thread of the map: a thing, all that leads up to it, all that it leads up to, and what those touch.</summary>
/// <param name="On">The thing and what leads to it and from it, at any depth.</param>
/// <param name="Touched">What something on it is related to, and is not on it itself.</param>
public sealed record Strand(ImmutableHashSet<Id> On, ImmutableHashSet<Id> Touched)
{
    /// <summary>The thread of a thing; that of a team begins at what it holds.</summary>
    /// <remarks>Cost: a walk up and one down, and the relations of what they reach.</remarks>
    public static Strand Of(Entity thing)
    {
        Entity[] starts = [thing, .. ThreadReader.HeldBy(thing)];
        var reading = thing.Reading;
        var on = reading
            .Walk(starts, LeadsUp.Types, Direction.In, int.MaxValue)
            .Entities.Concat(reading.Walk(starts, LeadsUp.Types, Direction.Out, int.MaxValue).Entities)
            .DistinctBy(entity => entity.Id)
            .ToArray();
        var ids = on.Select(entity => entity.Id).ToImmutableHashSet();
        return new(ids, on.SelectMany(Around).Select(other => other.Id).ToImmutableHashSet().Except(ids));
    }

    private static IEnumerable<Entity> Around(Entity thing) =>
        thing
            .Relations(Direction.Out)
            .Select(relation => relation.To)
            .Concat(thing.Relations(Direction.In).Select(relation => relation.From))
            .OfType<Entity>();
}
