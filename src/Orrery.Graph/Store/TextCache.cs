namespace Orrery.Graph;

/// <summary>Texts that were read lately, by their slot on the heap: statuses and titles are read over and over. Readers share it without waiting.</summary>
/// <remarks>It begins small and grows while many texts push one another out: who sorts ten thousand titles does so again (bench/views).</remarks>
internal sealed class TextCache(Heap heap)
{
    private const int Fewest = 4_096;
    private const int Most = 262_144;
    private const int LongestKept = 128;

    private Value.Text?[] _kept = new Value.Text?[Fewest];
    private int _pushedOut;

    public Value this[long slot]
    {
        get
        {
            var places = Volatile.Read(ref _kept);
            ref var place = ref places[Place(slot, places.Length)];
            if (Volatile.Read(ref place) is not { } kept)
                return Keep(ref place, slot);
            if (kept.Slot == slot)
                return kept;
            // Counted without care: a few more or less do not matter.
            if (++_pushedOut > places.Length && places.Length < Most)
                Grow(places);
            return Keep(ref place, slot);
        }
    }

    /// <summary>Asks for where a text is if it was read lately: it will be read soon.</summary>
    public void Hint(long slot)
    {
        var places = Volatile.Read(ref _kept);
        Prefetch.Of(ref places[Place(slot, places.Length)]);
    }

    /// <summary>Asks for the text itself, if one is kept where it would be.</summary>
    public void HintKept(long slot)
    {
        var places = Volatile.Read(ref _kept);
        if (places[Place(slot, places.Length)] is { } kept)
            kept.Hint();
    }

    // The upper bits of the product depend on all bits of the slot.
    private static int Place(long slot, int places) => (int)(((ulong)slot * 0x9E3779B97F4A7C15UL) >> (64 - int.Log2(places)));

    private Value.Text Keep(ref Value.Text? place, long slot)
    {
        var text = new Value.Text(heap.GetText(slot)) { Slot = slot };
        if (text.Characters.Length <= LongestKept)
            Volatile.Write(ref place, text);
        return text;
    }

    // Of two readers that grow it at once one is in vain. What a reader still puts into the old one is read again.
    private void Grow(Value.Text?[] places)
    {
        var more = new Value.Text?[places.Length * 4];
        foreach (var kept in places)
        {
            if (kept is not null)
                more[Place(kept.Slot, more.Length)] = kept;
        }

        _pushedOut = 0;
        Interlocked.CompareExchange(ref _kept, more, places);
    }
}
