using NodaTime;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Compares two graphs that do not share a memory, by what can be read from them.</summary>
internal static class SameGraph
{
    /// <summary>The first thing in which they differ at one of these instants, or null.</summary>
    public static string? FirstDifference(GraphSnapshot one, GraphSnapshot other, IEnumerable<Instant> moments)
    {
        if ((one.At, one.EntityCount, one.RelationCount) != (other.At, other.EntityCount, other.RelationCount))
            return $"{one.EntityCount} entities and {one.RelationCount} relations, not {other.EntityCount} and {other.RelationCount}";
        return moments
            .Select(at => FirstDifference(one.Read(at, at, Mask.Nothing), other.Read(at, at, Mask.Nothing)))
            .FirstOrDefault(difference => difference is not null);
    }

    private static string? FirstDifference(Reading one, Reading other) =>
        FirstDifference(one.Entities(), other.Entities(), IsSame, e => e.ToString())
        ?? FirstDifference(one.Relations(), other.Relations(), IsSame, r => r.Id.ToString());

    private static string? FirstDifference<T>(
        IEnumerable<T> ones,
        IEnumerable<T> others,
        Func<T, T, bool> isSame,
        Func<T, string> name
    )
        where T : class
    {
        using var other = others.GetEnumerator();
        foreach (var one in ones)
        {
            if (!other.MoveNext() || !isSame(one, other.Current))
                return name(one);
        }

        return other.MoveNext() ? name(other.Current) : null;
    }

    private static bool IsSame(Entity one, Entity other) =>
        one.Id == other.Id
        && one.Ref == other.Ref
        && one.Labels.AsSpan().SequenceEqual(other.Labels.AsSpan())
        && one.Lives.AsSpan().SequenceEqual(other.Lives.AsSpan())
        && one.Fields.SequenceEqual(other.Fields)
        && one.Fields.Keys.All(field => one.Timeline(field).AsSpan().SequenceEqual(other.Timeline(field).AsSpan()));

    private static bool IsSame(Relation one, Relation other) =>
        (one.Id, one.Type, one.FromId, one.ToId) == (other.Id, other.Type, other.FromId, other.ToId)
        && one.Lives.AsSpan().SequenceEqual(other.Lives.AsSpan())
        && one.Fields.SequenceEqual(other.Fields);
}
