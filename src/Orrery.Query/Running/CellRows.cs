using System.Buffers;
using System.Numerics;

namespace Orrery.Query;

/// <summary>Rows of cells one behind the other in arrays of up to 1 MB, of which the first is borrowed; whoever asked for them closes them.</summary>
/// <remarks>Larger arrays lie apart in memory: each copy of them calls for a collection of everything, and dead ones keep alive what stood in them.</remarks>
internal sealed class CellRows
{
    private const int FewestRows = 64;
    private const int MostCells = 1 << 16;

    private readonly int _width;

    // As many rows lie in an array as this says, as a power of two.
    private readonly int _shift;
    private Cell[] _first = [];
    private Cell[]?[] _others = [];

    /// <param name="width">How many cells a row has.</param>
    public CellRows(int width)
    {
        _width = width;
        _shift = BitOperations.Log2((uint)Math.Max(1, MostCells / Math.Max(1, width)));
    }

    public int Count { get; private set; }

    /// <summary>A row, until the next is added.</summary>
    public Span<Cell> this[int row]
    {
        get
        {
            var array = row >> _shift;
            return (array == 0 ? _first : _others[array - 1]).AsSpan((row & ((1 << _shift) - 1)) * _width, _width);
        }
    }

    /// <summary>A new row behind the others; anything may stand in it.</summary>
    public Span<Cell> Add()
    {
        if (Count >> _shift is > 0 and var array)
            Reach(array - 1);
        else if ((Count + 1) * _width > _first.Length)
            Widen();
        return this[Count++];
    }

    public void DropLast() => Count--;

    public void Clear() => Count = 0;

    /// <summary>Leaves just some rows, in the order in which they are named.</summary>
    public void KeepInOrder(ReadOnlySpan<int> rows)
    {
        CellRows kept = new(_width);
        foreach (var row in rows)
            this[row].CopyTo(kept.Add());
        for (var i = 0; i < rows.Length; i++)
            kept[i].CopyTo(this[i]);
        Count = rows.Length;
        kept.Close();
    }

    /// <summary>Gives back what is borrowed, and lets go of what stood there; there are no rows any more.</summary>
    public void Close()
    {
        GiveBack(_first, _first.Length);
        foreach (var array in _others)
            Array.Clear(array ?? []);
        (_first, _others, Count) = ([], [], 0);
    }

    // The first array grows; those behind it are as large as any.
    private void Widen()
    {
        var rows = Math.Min(1 << _shift, Math.Max(FewestRows, 2 * Count));
        var wider = ArrayPool<Cell>.Shared.Rent(rows * _width);
        _first.AsSpan(0, Count * _width).CopyTo(wider);
        GiveBack(_first, Count * _width);
        _first = wider;
    }

    private void Reach(int array)
    {
        if (array >= _others.Length)
            Array.Resize(ref _others, Math.Max(4, 2 * _others.Length));
        _others[array] ??= new Cell[_width << _shift];
    }

    // What stands in it would be kept alive.
    private static void GiveBack(Cell[] cells, int used)
    {
        if (cells.Length == 0)
            return;
        Array.Clear(cells, 0, used);
        ArrayPool<Cell>.Shared.Return(cells);
    }
}
