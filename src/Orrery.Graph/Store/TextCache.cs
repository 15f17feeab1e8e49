namespace Orrery.Graph;

/// <summary>Texts that were read lately, by their slot on the heap: statuses and the like are read over and over. Readers share it without waiting.</summary>
internal sealed class TextCache(Heap heap)
{
    private const int Places = 4_096;

    private readonly Kept?[] _kept = new Kept?[Places];

    public Value this[long slot]
    {
        get
        {
            ref var place = ref _kept[(int)((slot ^ (slot >> 32) * 31) & (Places - 1))];
            if (Volatile.Read(ref place) is { } kept && kept.Slot == slot)
                return kept.Text;
            var text = Value.Of(heap.GetText(slot));
            Volatile.Write(ref place, new(slot, text));
            return text;
        }
    }

    private sealed record Kept(long Slot, Value Text);
}
