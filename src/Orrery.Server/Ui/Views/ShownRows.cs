using System.Collections;
using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>The rows of a view in the order of its answer, those that went last. Ten thousand are gone through and two hundred drawn: a row of its own is made when somebody asks for it.</summary>
public sealed class ShownRows : IReadOnlyList<ShownRow>
{
    private readonly ImmutableArray<ImmutableArray<Value>> _cells;
    private readonly ShownRow[]? _marked;

    private ShownRows(ImmutableArray<ImmutableArray<Value>> cells) => _cells = cells;

    private ShownRows(ShownRow[] marked) => (_cells, _marked) = ([], marked);

    public int Count => _marked?.Length ?? _cells.Length;

    public bool IsEmpty => Count == 0;

    public ShownRow this[int row] => _marked?[row] ?? new(_cells[row], RowMark.Same, null);

    /// <summary>The rows of an answer, unmarked.</summary>
    public static ShownRows Of(Answer answer) => new(answer.Rows);

    /// <summary>The rows of an answer, each marked by what it was in another; what went comes last.</summary>
    /// <param name="key">The number of the column whose value says which row is which; null for all of them together.</param>
    public static ShownRows Of(Answer answer, Answer before, int? key)
    {
        var then = new Dictionary<Value, Queue<ImmutableArray<Value>>>();
        foreach (var row in before.Rows)
        {
            if (!then.TryGetValue(KeyOf(row, key), out var same))
                then[KeyOf(row, key)] = same = new();
            same.Enqueue(row);
        }

        var now = answer.Rows.Select(row => Marked(row, then.GetValueOrDefault(KeyOf(row, key)))).ToArray();
        return new([.. now, .. then.Values.SelectMany(left => left).Select(row => new ShownRow(row, RowMark.Went, null))]);
    }

    /// <summary>What a row says.</summary>
    public ImmutableArray<Value> CellsOf(int row) => _marked is null ? _cells[row] : _marked[row].Cells;

    /// <summary>What became of a row.</summary>
    public RowMark MarkOf(int row) => _marked is null ? RowMark.Same : _marked[row].Mark;

    /// <summary>What a row said, where it moved; else null.</summary>
    public ImmutableArray<Value>? BeforeOf(int row) => _marked?[row].Before;

    /// <summary>The value of a column in each row.</summary>
    public IEnumerable<Value> Column(int column)
    {
        for (var row = 0; row < Count; row++)
            yield return CellsOf(row)[column];
    }

    public IEnumerator<ShownRow> GetEnumerator()
    {
        for (var row = 0; row < Count; row++)
            yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ShownRow Marked(ImmutableArray<Value> row, Queue<ImmutableArray<Value>>? then) =>
        then is null || !then.TryDequeue(out var before) ? new(row, RowMark.Came, null)
        : before.AsSpan().SequenceEqual(row.AsSpan()) ? new(row, RowMark.Same, null)
        : new(row, RowMark.Moved, before);

    private static Value KeyOf(ImmutableArray<Value> row, int? key) => key is { } column ? row[column] : new Value.List(row);
}
