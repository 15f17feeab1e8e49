using System.Numerics;
using System.Runtime.CompilerServices;

namespace Orrery.Graph;

/// <summary>The newest value of one field for each entity, 16 bytes each, with the minute from which it holds; entries that cannot say so send the asker to the facts.</summary>
/// <remarks>Safe beside the writer: an entry that is marked is never believed again in this epoch.</remarks>
internal sealed class FieldColumn
{
    /// <summary>Minutes that no reading has: not filled yet, and never to be believed.</summary>
    private const int Unfilled = int.MaxValue - 1;
    private const int Marked = int.MaxValue;

    private readonly Entry[] _entries;

    public FieldColumn(int entities)
    {
        _entries = new Entry[entities];
        Array.Fill(_entries, new() { FromMinute = Unfilled });
    }

    /// <summary>Asks for an entry that will be read soon.</summary>
    public void Hint(int entity)
    {
        if ((uint)entity < (uint)_entries.Length)
            Prefetch.Of(ref _entries[entity]);
    }

    /// <summary>Tag and payload of the value at a minute (<see cref="FactTags.Nothing"/> for none); false when the facts must be asked.</summary>
    public bool TryGet(int entity, int minute, out byte tag, out long payload)
    {
        (tag, payload) = (FactTags.Nothing, 0);
        if ((uint)entity >= (uint)_entries.Length)
            return false;
        ref var entry = ref _entries[entity];
        if (Volatile.Read(ref entry.FromMinute) >= minute)
            return false;
        (tag, payload) = (entry.Tag, entry.Payload);
        return true;
    }

    /// <summary>Of the entities of a word of bits, which have a whole number within bounds, and of which that does not show here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (ulong Within, ulong Asks) Within(int first, ulong bits, int minute, long least, long most)
    {
        var (within, asks) = (0UL, 0UL);
        var entries = _entries;
        for (var left = bits; left != 0; left &= left - 1)
        {
            var bit = BitOperations.TrailingZeroCount(left);
            var entity = first + bit;
            if ((uint)entity >= (uint)entries.Length)
            {
                asks |= left;
                break;
            }

            ref var entry = ref entries[entity];
            var isTold = Volatile.Read(ref entry.FromMinute) < minute && entry.Tag is (FactTags.Integer or FactTags.Nothing);
            var isWithin = entry.Tag == FactTags.Integer && (ulong)(entry.Payload - least) <= (ulong)(most - least);
            within |= (isTold && isWithin ? 1UL : 0UL) << bit;
            asks |= (isTold ? 0UL : 1UL) << bit;
        }

        return (within, asks);
    }

    /// <summary>The field was asserted anew. Writer only.</summary>
    public void Mark(int entity)
    {
        if ((uint)entity < (uint)_entries.Length)
            Volatile.Write(ref _entries[entity].FromMinute, Marked);
    }

    public void Fill(Epoch epoch, int field)
    {
        for (var entity = 0; entity < _entries.Length; entity++)
        {
            if (!TryRead(epoch, entity, field, out var found))
                continue;
            ref var entry = ref _entries[entity];
            (entry.Payload, entry.Tag) = (found.Payload, found.Tag);
            // Marked meanwhile stays marked.
            Interlocked.CompareExchange(ref entry.FromMinute, found.FromMinute, Unfilled);
        }
    }

    // The newest assertion holds from its beginning on when it has no end; none at all is no value at any time.
    private static bool TryRead(Epoch epoch, int entity, int field, out Entry entry)
    {
        entry = new() { FromMinute = int.MinValue, Tag = FactTags.Nothing };
        if (epoch.Facts.HasTail(entity))
            return false;
        foreach (ref readonly var fact in epoch.Facts.FrozenOf(entity))
        {
            if (fact.Field != field)
                continue;
            // An epoch laid out for an old revision shares the facts of a newer one; observations are no values.
            if (fact.Revision > epoch.Revision || FactTags.IsSeries(fact.Tag))
                return false;
            entry = new()
            {
                Payload = fact.Payload,
                Tag = fact.Tag,
                FromMinute = fact.To == Ticks.End ? EdgeLayout.MinuteOf(fact.From) : Unfilled,
            };
        }

        return entry.FromMinute != Unfilled;
    }

    private struct Entry
    {
        public long Payload;
        public int FromMinute;
        public byte Tag;
    }
}
