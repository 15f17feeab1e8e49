using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What lies in one cell, or in a row or column of them, at one moment.</summary>
internal sealed class MatrixPile
{
    public static readonly MatrixPile None = new();

    private readonly List<Value> _items = [];
    private HashSet<Value>? _known;

    /// <summary>Each once, in the order of the answer.</summary>
    public IReadOnlyList<Value> Items => _items;

    public Amounts Sum { get; private set; } = Amounts.None;

    public bool Has(Value item) => Known.Contains(item);

    // Most answers hold a thing once: then nobody has to ask which are there.
    private HashSet<Value> Known => _known ??= [.. _items];

    /// <summary>Adds what an entry counts, once, and what it comes to.</summary>
    /// <param name="entry">It counts something.</param>
    /// <param name="isFirst">Whether what it counts was in no entry before.</param>
    public void Add(in MatrixEntry entry, bool isFirst)
    {
        if (!isFirst && Has(entry.Item))
            return;
        _known?.Add(entry.Item);
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

    private readonly HashSet<Value> _seen;

    private MatrixSide(int rows) => _seen = new(rows);

    /// <summary>The values of the rows, also of those in which nothing is counted.</summary>
    public IEnumerable<Value> Rows => _rows.Keys;

    public IEnumerable<Value> Columns => _columns.Keys;

    public IEnumerable<MatrixPile> Cells => _cells.Values;

    public MatrixPile All { get; } = new();

    public static MatrixSide Of(MatrixAxes axes, ImmutableArray<ImmutableArray<Value>> rows)
    {
        var side = new MatrixSide(rows.Length);
        foreach (var row in rows)
            side.Add(axes.Entry(row));
        return side;
    }

    public MatrixPile Cell(Value row, Value column) => _cells.GetValueOrDefault((row, column)) ?? MatrixPile.None;

    public MatrixPile Row(Value row) => _rows.GetValueOrDefault(row) ?? MatrixPile.None;

    public MatrixPile Column(Value column) => _columns.GetValueOrDefault(column) ?? MatrixPile.None;

    // A place in which nothing is counted keeps its row, or its column; that it says nothing on the other side is no news.
    private void Add(in MatrixEntry entry)
    {
        if (entry.Item.IsNothing)
        {
            if (!entry.Row.IsNothing)
                Pile(_rows, entry.Row);
            if (!entry.Column.IsNothing)
                Pile(_columns, entry.Column);
            return;
        }

        var isFirst = _seen.Add(entry.Item);
        Pile(_cells, (entry.Row, entry.Column)).Add(entry, isFirst);
        Pile(_rows, entry.Row).Add(entry, isFirst);
        Pile(_columns, entry.Column).Add(entry, isFirst);
        All.Add(entry, isFirst);
    }

    private static MatrixPile Pile<TKey>(Dictionary<TKey, MatrixPile> piles, TKey key)
        where TKey : notnull
    {
        if (!piles.TryGetValue(key, out var pile))
            piles[key] = pile = new();
        return pile;
    }
}
