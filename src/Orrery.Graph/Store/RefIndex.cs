using System.Text;

namespace Orrery.Graph;

/// <summary>Which row of the table of refs a ref has. A ref once given is never given to another entity. One writer; readers never wait.</summary>
internal sealed class RefIndex(Column<RefRow> rows, Heap heap)
{
    private int[] _slots = new int[16];
    private int _count;

    /// <summary>The row of the ref in the table of refs, or -1.</summary>
    public int Find(string text)
    {
        Span<byte> room = stackalloc byte[512];
        var needed = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = needed <= room.Length ? room[..Encoding.UTF8.GetBytes(text, room)] : Encoding.UTF8.GetBytes(text);
        var slots = Volatile.Read(ref _slots);
        for (var at = Hash(bytes) & (uint)(slots.Length - 1); slots[at] != 0; at = (at + 1) & (uint)(slots.Length - 1))
        {
            var row = slots[at] - 1;
            if (heap.Get(rows[row].Text).SequenceEqual(bytes))
                return row;
        }

        return -1;
    }

    /// <summary>Adds a row that is already there; the first owner of a text keeps it. Writer only.</summary>
    public void Add(int row)
    {
        if ((_count + 1) * 10 > _slots.Length * 7)
            Grow();
        Place(_slots, row);
        _count++;
    }

    private void Grow()
    {
        var wider = new int[_slots.Length * 2];
        foreach (var slot in _slots)
        {
            if (slot != 0)
                Place(wider, slot - 1);
        }

        Volatile.Write(ref _slots, wider);
    }

    private void Place(int[] slots, int row)
    {
        var text = heap.Get(rows[row].Text);
        var at = Hash(text) & (uint)(slots.Length - 1);
        for (; slots[at] != 0; at = (at + 1) & (uint)(slots.Length - 1))
        {
            if (heap.Get(rows[slots[at] - 1].Text).SequenceEqual(text))
                return;
        }

        Volatile.Write(ref slots[at], row + 1);
    }

    // FNV-1a, 32 bits: short texts, no adversary (a table that degrades is slow, never wrong), the same in every process.
    private static uint Hash(ReadOnlySpan<byte> text)
    {
        var hash = 2_166_136_261u;
        foreach (var octet in text)
            hash = (hash ^ octet) * 16_777_619u;
        return hash ^ (hash >> 15);
    }
}
