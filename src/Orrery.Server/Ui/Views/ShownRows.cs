using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Puts two answers to one question side by side, row by row.</summary>
internal static class ShownRows
{
    /// <summary>The rows of an answer, unmarked.</summary>
    public static ImmutableArray<ShownRow> Of(Answer answer) =>
        [.. answer.Rows.Select(row => new ShownRow(row, RowMark.Same, null))];

    /// <summary>The rows of an answer, each marked by what it was in another; what went comes last.</summary>
    /// <param name="key">The number of the column whose value says which row is which; null for all of them together.</param>
    public static ImmutableArray<ShownRow> Of(Answer answer, Answer before, int? key)
    {
        var then = new Dictionary<Value, Queue<ImmutableArray<Value>>>();
        foreach (var row in before.Rows)
        {
            if (!then.TryGetValue(KeyOf(row, key), out var same))
                then[KeyOf(row, key)] = same = new();
            same.Enqueue(row);
        }

        var now = answer.Rows.Select(row => Marked(row, then.GetValueOrDefault(KeyOf(row, key)))).ToArray();
        return [.. now, .. then.Values.SelectMany(left => left).Select(row => new ShownRow(row, RowMark.Went, null))];
    }

    private static ShownRow Marked(ImmutableArray<Value> row, Queue<ImmutableArray<Value>>? then) =>
        then is null || !then.TryDequeue(out var before) ? new(row, RowMark.Came, null)
        : before.AsSpan().SequenceEqual(row.AsSpan()) ? new(row, RowMark.Same, null)
        : new(row, RowMark.Moved, before);

    private static Value KeyOf(ImmutableArray<Value> row, int? key) => key is { } column ? row[column] : new Value.List(row);
}
