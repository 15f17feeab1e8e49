using System.Collections.Immutable;

namespace Orrery.Server;

/// <summary>Places things in columns so that most relations run from left to right, each thing near the middle of what it is joined with.</summary>
/// <param name="count">How many things; they are numbered from 0.</param>
/// <param name="joins">From and to, by number.</param>
internal sealed class GraphColumns(int count, ImmutableArray<(int From, int To)> joins)
{
    private const double Undecided = double.NaN;

    private readonly ILookup<int, int> _after = joins
        .Where(join => join.From != join.To)
        .ToLookup(join => join.From, join => join.To);
    private readonly ILookup<int, int> _before = joins
        .Where(join => join.From != join.To)
        .ToLookup(join => join.To, join => join.From);
    private readonly int[] _column = new int[count];
    private readonly Visited[] _visited = new Visited[count];
    private readonly double[] _row = new double[count];

    private enum Visited
    {
        No,
        OnTheWay,
        Done,
    }

    /// <summary>Each thing's column from 0 and its row from 0, which may lie between two rows.</summary>
    public ImmutableArray<(int Column, double Row)> Place()
    {
        for (var thing = 0; thing < count; thing++)
            Measure(thing);
        var columns = Enumerable
            .Range(0, count)
            .GroupBy(thing => _column[thing])
            .ToDictionary(group => group.Key, group => group.ToArray());
        Array.Fill(_row, Undecided);
        // The fullest column is laid out first, in the order of the answer; the others lean on it, to either side.
        var fullest = columns.OrderByDescending(column => column.Value.Length).ThenBy(column => column.Key).FirstOrDefault();
        foreach (var (_, things) in columns.OrderBy(column => Math.Abs(column.Key - fullest.Key)).ThenBy(column => column.Key))
            Stack(things);
        var top = count == 0 ? 0 : _row.Min();
        return [.. Enumerable.Range(0, count).Select(thing => (_column[thing], _row[thing] - top))];
    }

    // The longest way that leads here; a relation that comes from further on is not followed.
    private int Measure(int thing)
    {
        if (_visited[thing] != Visited.No)
            return _column[thing];
        _visited[thing] = Visited.OnTheWay;
        foreach (var before in _before[thing].Where(before => _visited[before] != Visited.OnTheWay))
            _column[thing] = Math.Max(_column[thing], Measure(before) + 1);
        _visited[thing] = Visited.Done;
        return _column[thing];
    }

    private void Stack(int[] things)
    {
        var wished = things
            .Select((thing, index) => (Thing: thing, Row: MiddleOf(thing) is var middle && double.IsNaN(middle) ? index : middle))
            .OrderBy(wish => wish.Row)
            .ToArray();
        var next = double.NegativeInfinity;
        foreach (var (thing, row) in wished)
        {
            _row[thing] = Math.Max(row, next);
            next = _row[thing] + 1;
        }

        var drift = wished.Average(wish => _row[wish.Thing] - wish.Row);
        foreach (var (thing, _) in wished)
            _row[thing] -= drift;
    }

    private double MiddleOf(int thing) =>
        _after[thing]
            .Concat(_before[thing])
            .Select(other => _row[other])
            .Where(row => !double.IsNaN(row))
            .DefaultIfEmpty(Undecided)
            .Average();
}
