namespace Orrery.Graph;

/// <summary>Finds the node of an id. 256 open-addressing shards that grow one at a time, so that no single addition is slow.</summary>
internal sealed class IdIndex(Column<EntityRow> entities, Column<RelationRow> relations)
{
    private readonly Shard[] _shards = [.. Enumerable.Range(0, 256).Select(_ => new Shard())];

    /// <summary>The node, or null. A node may be newer than the snapshot that asks.</summary>
    public int? Find(Guid id)
    {
        var hash = Hash(id);
        var slots = Volatile.Read(ref _shards[hash >> 56].Slots);
        for (var at = (uint)hash & (uint)(slots.Length - 1); slots[at] != 0; at = (at + 1) & (uint)(slots.Length - 1))
        {
            var node = Decode(slots[at]);
            if (IdOf(node) == id)
                return node;
        }

        return null;
    }

    /// <summary>The node that an id most likely leads to, without looking at its row; null where it leads nowhere.</summary>
    public int? Guess(Guid id)
    {
        var hash = Hash(id);
        var slots = Volatile.Read(ref _shards[hash >> 56].Slots);
        var slot = slots[(uint)hash & (uint)(slots.Length - 1)];
        return slot == 0 ? null : Decode(slot);
    }

    /// <summary>Asks for the slot of an id that will be looked up in a while.</summary>
    public void HintSlot(Guid id)
    {
        var hash = Hash(id);
        var slots = _shards[hash >> 56].Slots;
        Prefetch.Of(ref slots[(uint)hash & (uint)(slots.Length - 1)]);
    }

    /// <summary>Asks for the row of an id that will be looked up soon; its slot should be here by now.</summary>
    public void HintRow(Guid id)
    {
        var hash = Hash(id);
        var slots = _shards[hash >> 56].Slots;
        var slot = slots[(uint)hash & (uint)(slots.Length - 1)];
        HintRow(slot);
    }

    private void HintRow(int slot)
    {
        if (slot == 0)
            return;
        var node = Decode(slot);
        if (node >= 0)
            Prefetch.Of(ref entities[node]);
        else
            Prefetch.Of(ref relations[~node]);
    }

    /// <summary>Adds a node whose row is already there; false when its id leads to another node already. Writer only.</summary>
    public bool TryAdd(int node)
    {
        var id = IdOf(node);
        var hash = Hash(id);
        var shard = _shards[hash >> 56];
        if ((shard.Count + 1) * 10 > shard.Slots.Length * 7)
            Grow(shard);
        var slots = shard.Slots;
        var at = (uint)hash & (uint)(slots.Length - 1);
        for (; slots[at] != 0; at = (at + 1) & (uint)(slots.Length - 1))
        {
            if (IdOf(Decode(slots[at])) == id)
                return false;
        }

        Volatile.Write(ref slots[at], Encode(node));
        shard.Count++;
        return true;
    }

    private void Grow(Shard shard)
    {
        var wider = new int[shard.Slots.Length * 2];
        var slots = shard.Slots;
        for (var i = 0; i < slots.Length; i++)
        {
            if (i + (2 * Prefetch.Ahead) < slots.Length)
                HintRow(slots[i + (2 * Prefetch.Ahead)]);
            if (slots[i] is not 0 and var slot)
                Place(wider, Hash(IdOf(Decode(slot))), slot);
        }

        Volatile.Write(ref shard.Slots, wider);
    }

    private static void Place(int[] slots, ulong hash, int slot)
    {
        var at = (uint)hash & (uint)(slots.Length - 1);
        while (slots[at] != 0)
            at = (at + 1) & (uint)(slots.Length - 1);
        Volatile.Write(ref slots[at], slot);
    }

    private Guid IdOf(int node) => node >= 0 ? entities[node].Id : relations[~node].Id;

    // Zero marks an empty slot: entity n is n + 1, relation n is -(n + 1).
    private static int Encode(int node) => node >= 0 ? node + 1 : node;

    private static int Decode(int slot) => slot > 0 ? slot - 1 : slot;

    // The second half of a UUID holds its random part; the multiplier is 2^64 over the golden ratio.
    private static ulong Hash(Guid id)
    {
        Span<ulong> halves = stackalloc ulong[2];
        System.Runtime.InteropServices.MemoryMarshal.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(halves), in id);
        var mixed = (halves[1] ^ (halves[0] >> 29)) * 0x9E3779B97F4A7C15UL;
        return mixed ^ (mixed >> 32);
    }

    /// <summary>All slots, for a snapshot file: shard after shard.</summary>
    public IEnumerable<(int Count, int[] Slots)> Shards => _shards.Select(shard => (shard.Count, shard.Slots));

    /// <summary>Takes loaded slots. Before any <see cref="TryAdd"/>.</summary>
    public void Adopt(int shard, int count, int[] slots) => (_shards[shard].Count, _shards[shard].Slots) = (count, slots);

    private sealed class Shard
    {
        public int[] Slots = new int[8];
        public int Count;
    }
}
