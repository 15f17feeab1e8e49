namespace Orrery.Graph;

/// <summary>Texts that were read lately, by their slot on the heap: statuses and titles are read over and over. Readers share it without waiting.</summary>
/// <remarks>It begins small and grows while many texts push one another out: who sorts ten thousand titles does so again (bench/views).</remarks>
internal sealed class TextCache(Heap heap)
{
    private const int Fewest = 4_096;
    private const int Most = 65_536;
    private const int LongestKept = 256;

    private Kept?[] _kept = new Kept?[Fewest];
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
                return kept.Text;
            // Counted without care: a few more or less do not matter.
            if (++_pushedOut > places.Length && places.Length < Most)
                Grow(places);
            return Keep(ref place, slot);
        }
    }

    // The upper bits of the product depend on all bits of the slot.
    private static int Place(long slot, int places) => (int)(((ulong)slot * 0x9E3779B97F4A7C15UL) >> (64 - int.Log2(places)));

    private Value Keep(ref Kept? place, long slot)
    {
        var text = heap.GetText(slot);
        var value = Value.Of(text);
        if (text.Length <= LongestKept)
            Volatile.Write(ref place, new(slot, value));
        return value;
    }

    // Of two readers that grow it at once one is in vain. What a reader still puts into the old one is read again.
    private void Grow(Kept?[] places)
    {
        var more = new Kept?[places.Length * 4];
        foreach (var kept in places)
        {
            if (kept is not null)
                more[Place(kept.Slot, more.Length)] = kept;
        }

        _pushedOut = 0;
        Interlocked.CompareExchange(ref _kept, more, places);
    }

    private sealed record Kept(long Slot, Value Text);
}
