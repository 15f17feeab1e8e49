namespace Orrery.Query;

/// <summary>Rows told apart as grouping sees them, numbered from 0 in order of first meeting.</summary>
/// <remarks>
/// Nothing is made for a row but its cells and two whole numbers: a million rows that were each an object would hold up everybody while memory is gone
/// through.
/// </remarks>
/// <param name="frame">The run, which closes the rows.</param>
/// <param name="width">How many cells a row has.</param>
internal sealed class RowSet(Frame frame, int width)
{
    private const int Fewest = 16;

    private readonly QueryGraph _graph = frame.Graph;
    private CellRows? _rows;

    // The number of a row and one more, at the first free place from its hash on; half of them stay free.
    private int[] _places = [];
    private int[] _hashes = [];

    /// <summary>How many rows there are.</summary>
    public int Count => _rows?.Count ?? 0;

    /// <summary>A row by its number, until the next is added.</summary>
    public ReadOnlySpan<Cell> this[int number] => _rows![number];

    /// <summary>Which row it is; it is kept if it was not met before.</summary>
    public int NumberOf(ReadOnlySpan<Cell> row, out bool isNew)
    {
        var rows = _rows ??= frame.Borrow(width);
        if (2 * rows.Count >= _places.Length)
            Widen(rows.Count);
        var hash = HashOf(row);
        var place = hash & (_places.Length - 1);
        for (; _places[place] is > 0 and var met; place = (place + 1) & (_places.Length - 1))
        {
            if (_hashes[met - 1] != hash || !AreSame(rows[met - 1], row))
                continue;
            isNew = false;
            return met - 1;
        }

        isNew = true;
        _hashes[rows.Count] = hash;
        row.CopyTo(rows.Add());
        _places[place] = rows.Count;
        return rows.Count - 1;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _rows?.Clear();
        Array.Clear(_places);
    }

    private void Widen(int count)
    {
        _places = new int[Math.Max(Fewest, 2 * _places.Length)];
        Array.Resize(ref _hashes, _places.Length / 2);
        for (var number = 0; number < count; number++)
        {
            var place = _hashes[number] & (_places.Length - 1);
            while (_places[place] > 0)
                place = (place + 1) & (_places.Length - 1);
            _places[place] = number + 1;
        }
    }

    private int HashOf(ReadOnlySpan<Cell> row)
    {
        var hash = row.Length;
        foreach (ref readonly var cell in row)
            hash = HashCode.Combine(hash, cell.Hash(_graph));
        return hash;
    }

    private bool AreSame(ReadOnlySpan<Cell> one, ReadOnlySpan<Cell> other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (!one[i].IsSameAs(other[i], _graph))
                return false;
        }

        return true;
    }
}
