using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A query while it is answered: its rows, one after the other.</summary>
internal sealed class QueryCursor : IDisposable
{
    private readonly PlannedQuery _plan;
    private readonly WantedAnswer _wanted;
    private readonly Frame _frame;
    private readonly Step _root;
    private (Cell Cell, Value Value, long Bytes)[]? _last;
    private long _rows;

    public QueryCursor(
        PlannedQuery plan,
        WantedAnswer wanted,
        QueryGraph graph,
        Cell[] parameters,
        QuerySurroundings surroundings,
        Meter meter
    )
    {
        (_plan, _wanted) = (plan, wanted);
        _frame = new(plan, graph, parameters, surroundings, meter) { Profile = wanted == WantedAnswer.Profile ? new() : null };
        try
        {
            _root = _frame.Open(plan.Root);
            _root.Begin();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public ImmutableArray<(string Name, int Slot)> Columns => _plan.Columns;

    public QueryGraph Graph => _frame.Graph;

    /// <summary>The value of a column in the row it is at.</summary>
    public Cell this[int column] => _frame.Slots[_plan.Columns[column].Slot];

    public bool Next()
    {
        if (!_root.Next())
            return false;
        if (++_rows > _frame.Meter.Limits.Rows && _plan.Columns is not [])
            throw QueryFaults.RowsLimit(_frame.Meter.Limits.Rows);
        return true;
    }

    /// <summary>All rows that are left, and what they were asked of.</summary>
    public Answer ToAnswer()
    {
        var reading = Graph.Ground.Reading;
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Value>>();
        while (_wanted != WantedAnswer.Plan && Next())
        {
            if (_plan.Columns is [])
                continue;
            if (rows.Count == 0 && _wanted == WantedAnswer.Rows && _root.Left is { } left)
                rows.Capacity = left + 1;
            rows.Add(Row());
        }

        // A LIMIT leaves rows out of the answer, and no change undone.
        if (_wanted != WantedAnswer.Plan)
            _frame.Writes.ForEach(write => write.Finish());
        return new(
            _plan.ColumnNames,
            _wanted == WantedAnswer.Profile ? [] : rows.DrainToImmutable(),
            reading.Snapshot.At,
            Graph.Ground.IsAnyTime ? null : reading.Valid,
            _plan.Writes && _wanted != WantedAnswer.Plan ? Proposing.Of(Graph) : null,
            _plan.Warnings,
            _wanted == WantedAnswer.Rows ? null : PlanText.Of(_plan, _frame.Profile)
        );
    }

    public void Dispose()
    {
        _frame.Close();
        _frame.Meter.Close();
    }

    private ImmutableArray<Value> Row()
    {
        var row = new Value[_plan.Columns.Length];
        var bytes = 0L;
        for (var i = 0; i < row.Length; i++)
        {
            var (value, held) = _rows == 1 ? Made(this[i]) : Kept(i);
            row[i] = value;
            bytes += held;
        }

        _frame.Meter.KeepBytes(bytes);
        _frame.Meter.Look(row.Length - 1);
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(row);
    }

    private (Value Value, long Bytes) Made(in Cell cell)
    {
        var value = cell.ToValue(Graph);
        return (value, Meter.BytesOf(value));
    }

    // Many rows say the same of one thing: what stood above is made and counted once (bench/, "query").
    private (Value Value, long Bytes) Kept(int column)
    {
        _last ??= new (Cell, Value, long)[_plan.Columns.Length];
        ref var last = ref _last[column];
        var cell = this[column];
        if (last.Value is null || !cell.IsIdentical(last.Cell))
        {
            var (value, bytes) = Made(cell);
            last = (cell, value, bytes);
        }

        return (last.Value, last.Bytes);
    }
}
