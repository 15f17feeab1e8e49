using System.Runtime.CompilerServices;

namespace Orrery.Graph;

/// <summary>The frozen neighbours of every entity in one direction: by entity, then relation type, then order of recording, contiguous.</summary>
internal sealed class Adjacency
{
    public static readonly Adjacency Empty = new([0], [], []);

    private readonly int[] _at;
    private readonly Edge[] _edges;
    private readonly ushort[] _types;

    public Adjacency(int[] at, Edge[] edges, ushort[] types) => (_at, _edges, _types) = (at, edges, types);

    public int EntityCount => _at.Length - 1;

    public (int[] At, Edge[] Edges, ushort[] Types) Columns => (_at, _edges, _types);

    /// <summary>All edges of an entity; empty for one made known after the freeze.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Edge> Of(int entity)
    {
        var at = _at;
        return entity + 1 < at.Length ? new ReadOnlySpan<Edge>(_edges, at[entity], at[entity + 1] - at[entity]) : default;
    }

    /// <summary>Hints at the edges of entities that a walk comes to in a while, and soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hint(int later, int soon)
    {
        if (later < EntityCount)
            Prefetch.Of(ref _at[later]);
        if (soon < EntityCount && _at[soon] is var first && first < _edges.Length)
            Prefetch.Of(ref _edges[first]);
    }

    /// <summary>Asks where the edges of an entity lie, which will be read soon.</summary>
    public void HintPlace(int entity)
    {
        if (entity < EntityCount)
            Prefetch.Of(ref _at[entity]);
    }

    /// <summary>Asks for its edges; where they lie should be here by now.</summary>
    public void HintEdges(int entity)
    {
        if (entity >= EntityCount || _at[entity] is var first && first >= _edges.Length)
            return;
        Prefetch.Of(ref _edges[first]);
        Prefetch.Of(ref _types[first]);
    }

    /// <summary>The relation types of <see cref="Of(int)"/>, in step.</summary>
    public ReadOnlySpan<ushort> TypesOf(int entity) =>
        entity < EntityCount ? _types.AsSpan(_at[entity], _at[entity + 1] - _at[entity]) : default;

    /// <summary>Where the edges of one type lie in <see cref="Of(int)"/>.</summary>
    public Range RangeOf(int entity, int type)
    {
        var types = TypesOf(entity);
        var start = LowerBound(types, type);
        return start..(start + LowerBound(types[start..], type + 1));
    }

    /// <summary>From now on the facts are asked about this relation. Safe beside readers: asking is always right, only slower.</summary>
    public void MarkIntricate(int entity, int type, int relation)
    {
        if (entity >= EntityCount || entity < 0)
            return;
        var range = RangeOf(entity, type);
        var edges = _edges.AsSpan(_at[entity]..(_at[entity + 1]))[range];
        var (low, high) = (0, edges.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (edges[middle].Number < relation)
                low = middle + 1;
            else
                high = middle;
        }

        if (low < edges.Length && edges[low].Number == relation)
            edges[low].Relation |= Edge.Intricate;
    }

    private static int LowerBound(ReadOnlySpan<ushort> types, int type)
    {
        var (low, high) = (0, types.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (types[middle] < type)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
