using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What a thing leads up to, and what leads up to it, at any depth: the path to why, and the weight that hangs on it.</summary>
/// <param name="Ends">Where it leads in the end: things that serve nothing further and are part of nothing, nearest first; a few.</param>
/// <param name="Below">How many things lead up to it.</param>
public sealed record Trace(ImmutableArray<Entity> Ends, int Below)
{
    private const int MostEnds = 3;

    /// <summary>The trace of a thing of some reading.</summary>
    /// <remarks>Cost: a walk up and one down; tens of nanoseconds a thing on the way.</remarks>
    public static Trace Of(Entity entity)
    {
        var above = entity.Reading.Walk([entity], LeadsUp.Types, Direction.Out, int.MaxValue);
        return new(above.Count == 1 ? [] : [.. above.Entities.Skip(1).Where(IsEnd).Take(MostEnds)], LeadingTo(entity).Count - 1);
    }

    /// <summary>The sum of a number field over the things of a kind that lead up to a thing, at any depth, each once.</summary>
    public static double Sum(Entity entity, string kind, string field) => LeadingTo(entity).Sum(kind, field);

    private static Reached LeadingTo(Entity entity) => entity.Reading.Walk([entity], LeadsUp.Types, Direction.In, int.MaxValue);

    private static bool IsEnd(Entity entity) => !LeadsUp.Types.Any(type => entity.Relations(Direction.Out, type).Any());
}
