using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What lies in one cell, or in a row or column of them, at one moment.</summary>
internal sealed class MatrixPile
{
    public static readonly MatrixPile None = new();

    private readonly HashSet<Value> _known = [];
    private readonly List<Value> _items = [];

    /// <summary>Each once, in the order of the answer.</summary>
    public IReadOnlyList<Value> Items => _items;

    public Amounts Sum { get; private set; } = Amounts.None;

    public bool Has(Value item) => _known.Contains(item);

    /// <summary>Adds what an entry counts, once, and what it comes to.</summary>
    public void Add(MatrixEntry entry)
    {
        if (entry.Item.IsNothing || !_known.Add(entry.Item))
            return;
        _items.Add(entry.Item);
        Sum = Sum.With(entry.Amount);
    }
}

/// <summary>A matrix at one moment.</summary>
internal sealed class MatrixSide
{
    private readonly Dictionary<(Value Row, Value Column), MatrixPile> _cells = [];
    private readonly Dictionary<Value, MatrixPile> _rows = [];
    private readonly Dictionary<Value, MatrixPile> _columns = [];

    private MatrixSide() { }

    /// <summary>The values of the rows, also of those in which nothing is counted.</summary>
    public IEnumerable<Value> Rows => _rows.Keys;

    public IEnumerable<Value> Columns => _columns.Keys;

    public IEnumerable<MatrixPile> Cells => _cells.Values;

    public MatrixPile All { get; } = new();

    public static MatrixSide Of(IEnumerable<MatrixEntry> entries)
    {
        var side = new MatrixSide();
        foreach (var entry in entries)
            side.Add(entry);
        return side;
    }

    public MatrixPile Cell(Value row, Value column) => _cells.GetValueOrDefault((row, column)) ?? MatrixPile.None;

    public MatrixPile Row(Value row) => _rows.GetValueOrDefault(row) ?? MatrixPile.None;

    public MatrixPile Column(Value column) => _columns.GetValueOrDefault(column) ?? MatrixPile.None;

    // A place in which nothing is counted keeps its row, or its column; that it says nothing on the other side is no news.
    private void Add(MatrixEntry entry)
    {
        if (entry.Item.IsNothing)
        {
            if (!entry.Row.IsNothing)
                Pile(_rows, entry.Row);
            if (!entry.Column.IsNothing)
                Pile(_columns, entry.Column);
            return;
        }

        Pile(_cells, (entry.Row, entry.Column)).Add(entry);
        Pile(_rows, entry.Row).Add(entry);
        Pile(_columns, entry.Column).Add(entry);
        All.Add(entry);
    }

    private static MatrixPile Pile<TKey>(Dictionary<TKey, MatrixPile> piles, TKey key)
        where TKey : notnull
    {
        if (!piles.TryGetValue(key, out var pile))
            piles[key] = pile = new();
        return pile;
    }
}
