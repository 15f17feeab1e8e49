using System.Buffers;

namespace Orrery.Query;

/// <summary>Rows of cells one behind the other in a borrowed array, which whoever borrowed gives back.</summary>
/// <param name="width">How many cells a row has.</param>
internal sealed class CellRows(int width)
{
    private const int Fewest = 64;

    // 2 MB. The pool keeps what it was given back for minutes, several of each size.
    private const int LongestPooled = 1 << 17;

    private Cell[] _cells = [];

    public int Count { get; private set; }

    /// <summary>A row, until the next is added.</summary>
    public Span<Cell> this[int row] => _cells.AsSpan(row * width, width);

    /// <summary>A new row behind the others; nothing stands in it.</summary>
    public Span<Cell> Add()
    {
        var needed = (Count + 1) * width;
        if (needed > _cells.Length)
            Widen(Math.Max(needed, Math.Max(Fewest * width, _cells.Length * 2)));
        return this[Count++];
    }

    public void DropLast() => Count--;

    public void Clear() => Count = 0;

    /// <summary>Leaves just some rows, in the order in which they are named.</summary>
    public void KeepInOrder(ReadOnlySpan<int> rows)
    {
        var kept = Taken(Math.Max(1, rows.Length * width));
        for (var i = 0; i < rows.Length; i++)
            this[rows[i]].CopyTo(kept.AsSpan(i * width, width));
        kept.AsSpan(0, rows.Length * width).CopyTo(_cells);
        Count = rows.Length;
        GiveBack(kept, rows.Length * width);
    }

    /// <summary>Gives the array back; there are no rows any more.</summary>
    public void Close()
    {
        GiveBack(_cells, _cells.Length);
        (_cells, Count) = ([], 0);
    }

    private void Widen(int length)
    {
        var wider = Taken(length);
        _cells.AsSpan(0, Count * width).CopyTo(wider);
        GiveBack(_cells, Count * width);
        _cells = wider;
    }

    private static Cell[] Taken(int length) => length > LongestPooled ? new Cell[length] : ArrayPool<Cell>.Shared.Rent(length);

    // What stands in it would be kept alive.
    private static void GiveBack(Cell[] cells, int used)
    {
        if (cells.Length is 0 or > LongestPooled)
            return;
        Array.Clear(cells, 0, used);
        ArrayPool<Cell>.Shared.Return(cells);
    }
}
