using System.Collections.Concurrent;

namespace Orrery.Graph;

/// <summary>Adjacencies of just a set of relation types in one direction, built when walks over that set are common, the least used dropped first.</summary>
/// <remarks>Chosen from use: a set earns its index once walking without it has taken about as long as building it would. At most <see cref="Most"/> at a time.</remarks>
internal sealed class TypeSetIndexes(Epoch epoch)
{
    public const int Most = 6;

    /// <summary>A walk waits for memory, building reads it in order: an edge walked costs as much as so many built (bench/, "hops").</summary>
    private const int EdgesBuiltForOneWalked = 8;

    private readonly ConcurrentDictionary<TypeSetKey, Use> _uses = new();
    private int _clock;

    /// <summary>The index of the set, if it has earned one.</summary>
    public Adjacency? Find(TypeSetKey key)
    {
        if (!_uses.TryGetValue(key, out var use))
            return null;
        use.Last = Interlocked.Increment(ref _clock);
        return Volatile.Read(ref use.Index);
    }

    /// <summary>Notes how many edges a walk without an index looked at; may build the index on the asker's time.</summary>
    public void Note(TypeSetKey key, int edgesSeen)
    {
        var use = _uses.GetOrAdd(key, _ => new());
        var whole = epoch.Frozen(key.Direction);
        if (
            Interlocked.Add(ref use.EdgesSeen, edgesSeen) < whole.Columns.Edges.Length / EdgesBuiltForOneWalked
            || use.Index is not null
        )
            return;
        if (Interlocked.CompareExchange(ref use.Building, 1, 0) != 0)
            return;
        var index = Build(whole, key.Types);
        Volatile.Write(ref use.Index, index);
        // The marker sets a mark, then looks for the index; we set the index, then look for marks: one of us must see the other. The builder, who comes seldom, pays for both.
        Interlocked.MemoryBarrierProcessWide();
        CopyMarks(whole, key.Types, index);
        DropLeastUsed();
    }

    public void MarkIntricate(int start, int end, int type, int relation)
    {
        foreach (var (key, use) in _uses)
        {
            if (key.Types.Contains(type))
                Volatile.Read(ref use.Index)?.MarkIntricate(key.Direction == Direction.Out ? start : end, type, relation);
        }
    }

    private void DropLeastUsed()
    {
        var built = _uses.Where(pair => pair.Value.Index is not null).OrderByDescending(pair => pair.Value.Last).ToArray();
        foreach (var (key, _) in built.Skip(Most))
            _uses.TryRemove(key, out _);
    }

    private static Adjacency Build(Adjacency whole, TypeSet types)
    {
        var (at, edges, edgeTypes) = whole.Columns;
        var kept = edgeTypes.Count(type => types.Contains(type));
        var (newAt, newEdges, newTypes) = (new int[at.Length], new Edge[kept], new ushort[kept]);
        var next = 0;
        for (var entity = 0; entity + 1 < at.Length; entity++)
        {
            newAt[entity] = next;
            for (var i = at[entity]; i < at[entity + 1]; i++)
            {
                if (!types.Contains(edgeTypes[i]))
                    continue;
                newTypes[next] = edgeTypes[i];
                newEdges[next++] = edges[i];
            }
        }

        newAt[^1] = next;
        return new(newAt, newEdges, newTypes);
    }

    // A mark set while the index was being built may have missed it. Marks are only ever set, and on the whole first: look once more.
    private static void CopyMarks(Adjacency whole, TypeSet types, Adjacency index)
    {
        var (_, edges, edgeTypes) = whole.Columns;
        var next = 0;
        for (var i = 0; i < edges.Length; i++)
        {
            if (!types.Contains(edgeTypes[i]))
                continue;
            if (edges[i].Relation < 0)
                index.Columns.Edges[next].Relation |= Edge.Intricate;
            next++;
        }
    }

    private sealed class Use
    {
        public Adjacency? Index;
        public long EdgesSeen;
        public int Building;
        public int Last;
    }
}

/// <summary>Which types, which way.</summary>
internal readonly record struct TypeSetKey(Direction Direction, TypeSet Types);

/// <summary>A set of relation types as bits.</summary>
internal sealed class TypeSet(ulong[] bits) : IEquatable<TypeSet>
{
    public static TypeSet Of(IEnumerable<int> types)
    {
        var known = types.Where(type => type >= 0).ToArray();
        var bits = new ulong[known.Length == 0 ? 1 : (known.Max() >> 6) + 1];
        foreach (var type in known)
            bits[type >> 6] |= 1UL << type;
        return new(bits);
    }

    public bool Contains(int type) => type >> 6 < bits.Length && (bits[type >> 6] >> type & 1) != 0;

    public bool Equals(TypeSet? other) => other is not null && bits.AsSpan().SequenceEqual(other.Bits);

    public override bool Equals(object? obj) => Equals(obj as TypeSet);

    // Asked for by every walk.
    private readonly int _hash = bits.Aggregate(0, HashCode.Combine);

    public override int GetHashCode() => _hash;

    private ulong[] Bits => bits;
}
