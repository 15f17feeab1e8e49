using System.Runtime.InteropServices;

namespace Orrery.Graph;

/// <summary>Finds the node of an id. 256 open-addressing shards that grow one at a time, so that no single addition is slow.</summary>
internal sealed class IdIndex(Column<EntityRow> entities, Column<RelationRow> relations)
{
    private readonly Shard[] _shards = [.. Enumerable.Range(0, 256).Select(_ => new Shard())];

    /// <summary>The node, or null. A node may be newer than the snapshot that asks.</summary>
    public int? Find(in Guid id)
    {
        var hash = (uint)Hash(in id, out var shard);
        var slots = Volatile.Read(ref _shards[shard].Slots);
        for (var at = hash & (uint)(slots.Length - 1); slots[at] is not 0 and var slot; at = (at + 1) & (uint)(slots.Length - 1))
        {
            if (HashOf(slot) == hash && NodeOf(slot) is var node && IdOf(node) == id)
                return node;
        }

        return null;
    }

    /// <summary>The node that an id most likely leads to, without looking at its row; null where it leads nowhere.</summary>
    public int? Guess(in Guid id)
    {
        var hash = (uint)Hash(in id, out var shard);
        var slots = Volatile.Read(ref _shards[shard].Slots);
        for (var at = hash & (uint)(slots.Length - 1); slots[at] is not 0 and var slot; at = (at + 1) & (uint)(slots.Length - 1))
        {
            if (HashOf(slot) == hash)
                return NodeOf(slot);
        }

        return null;
    }

    /// <summary>The nodes of many ids, <see cref="Mentions.Nowhere"/> for those that lead nowhere: asks for all slots, then for all rows, before it looks at any.</summary>
    public void FindAll(ReadOnlySpan<Guid> ids, Span<int> nodes)
    {
        foreach (ref readonly var id in ids)
            HintSlot(in id);
        for (var i = 0; i < ids.Length; i++)
        {
            nodes[i] = Guess(in ids[i]) ?? Mentions.Nowhere;
            HintRow(nodes[i]);
        }

        for (var i = 0; i < ids.Length; i++)
        {
            if (nodes[i] != Mentions.Nowhere && IdOf(nodes[i]) != ids[i])
                nodes[i] = Find(in ids[i]) ?? Mentions.Nowhere;
        }
    }

    private void HintSlot(in Guid id)
    {
        var hash = (uint)Hash(in id, out var shard);
        var slots = _shards[shard].Slots;
        Prefetch.Of(ref slots[hash & (uint)(slots.Length - 1)]);
    }

    private void HintRow(int node)
    {
        if (node >= 0)
            Prefetch.Of(ref entities[node]);
        else if (node != Mentions.Nowhere)
            Prefetch.Of(ref relations[~node]);
    }

    /// <summary>Adds a node whose row is already there; false when its id leads to another node already. Writer only.</summary>
    public bool TryAdd(int node)
    {
        ref readonly var id = ref IdOf(node);
        var hash = (uint)Hash(in id, out var number);
        var shard = _shards[number];
        if ((shard.Count + 1) * 5 > shard.Slots.Length * 4)
            Grow(shard);
        var slots = shard.Slots;
        var at = hash & (uint)(slots.Length - 1);
        for (; slots[at] is not 0 and var slot; at = (at + 1) & (uint)(slots.Length - 1))
        {
            if (HashOf(slot) == hash && IdOf(NodeOf(slot)) == id)
                return false;
        }

        Volatile.Write(ref slots[at], SlotOf(hash, node));
        shard.Count++;
        return true;
    }

    private static void Grow(Shard shard)
    {
        var wider = new long[shard.Slots.Length * 2];
        foreach (var slot in shard.Slots)
        {
            if (slot == 0)
                continue;
            var at = HashOf(slot) & (uint)(wider.Length - 1);
            while (wider[at] != 0)
                at = (at + 1) & (uint)(wider.Length - 1);
            wider[at] = slot;
        }

        Volatile.Write(ref shard.Slots, wider);
    }

    private ref readonly Guid IdOf(int node) => ref node >= 0 ? ref entities[node].Id : ref relations[~node].Id;

    // Zero marks an empty slot: entity n is n + 1, relation n is -(n + 1), below the lower half of its id's hash.
    private static long SlotOf(uint hash, int node) => ((long)hash << 32) | (uint)(node >= 0 ? node + 1 : node);

    private static uint HashOf(long slot) => (uint)(slot >> 32);

    private static int NodeOf(long slot) => (int)slot > 0 ? (int)slot - 1 : (int)slot;

    // The second half of a UUID holds its random part; the multiplier is 2^64 over the golden ratio. Read where the id lies: put together from registers on the stack
    // first, it would wait for everything before it, and nothing could be asked of memory meanwhile (bench/, "open").
    private static ulong Hash(in Guid id, out int shard)
    {
        var halves = MemoryMarshal.Cast<Guid, ulong>(new ReadOnlySpan<Guid>(in id));
        var mixed = (halves[1] ^ (halves[0] >> 29)) * 0x9E3779B97F4A7C15UL;
        mixed ^= mixed >> 32;
        shard = (int)(mixed >> 56);
        return mixed;
    }

    /// <summary>All slots, for a snapshot file: shard after shard. Who is not to be found any more leads to the first entity: no id matches there, and the search goes on.</summary>
    /// <param name="isThere">Whether a node goes into the file.</param>
    public IEnumerable<(int Count, long[] Slots)> Shards(Func<int, bool> isThere) =>
        _shards.Select(shard =>
            (
                shard.Count,
                Array.ConvertAll(shard.Slots, slot => slot == 0 || isThere(NodeOf(slot)) ? slot : SlotOf(HashOf(slot), node: 0))
            )
        );

    /// <summary>Takes loaded slots. Before any <see cref="TryAdd"/>.</summary>
    public void Adopt(int shard, int count, long[] slots) => (_shards[shard].Count, _shards[shard].Slots) = (count, slots);

    // Slots tell other ids apart, and find their place anew in a wider shard, without a look at any row.
    private sealed class Shard
    {
        public long[] Slots = new long[8];
        public int Count;
    }
}
