using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The same question at two moments, side by side.</summary>
public static class Compared
{
    /// <summary>Groups with their figures at both moments: in the order of the later answer, then those that are only in the earlier one.</summary>
    /// <param name="was">Groups with a figure in the last column.</param>
    /// <param name="now">The same question at the later moment.</param>
    /// <param name="measure">The figure: where a group is missing there are none of it, and nothing to add up.</param>
    public static ImmutableArray<ComparedGroup> Groups(Answer was, Answer now, Measure measure)
    {
        var earlier = was.Rows.ToDictionary(KeysOf, row => row[^1], RowComparer.Instance);
        var later = now.Rows.ToDictionary(KeysOf, row => row[^1], RowComparer.Instance);
        return
        [
            .. now
                .Rows.Concat(was.Rows.Where(row => !later.ContainsKey(KeysOf(row))))
                .Select(KeysOf)
                .Select(keys => Group(keys, earlier.GetValueOrDefault(keys), later.GetValueOrDefault(keys), measure)),
        ];
    }

    /// <summary>Lines that are there at one of the moments or at both: in the order of the later answer, then those that went. A line is known by its things, whatever its fields say.</summary>
    /// <param name="was">Things, with what stands beside them.</param>
    /// <param name="now">The same question at the later moment.</param>
    /// <param name="wanted">What was asked for.</param>
    public static ImmutableArray<ComparedLine> Lines(Answer was, Answer now, Wanted.Things wanted)
    {
        var isThing = wanted.Beside.Select(detail => detail is Detail.Thing).Prepend(true).ToArray();
        var earlier = was.Rows.Select(row => ThingsOf(row, isThing)).ToHashSet(RowComparer.Instance);
        var later = now.Rows.Select(row => ThingsOf(row, isThing)).ToHashSet(RowComparer.Instance);
        return
        [
            .. now.Rows.Select(row => new ComparedLine(
                row,
                earlier.Contains(ThingsOf(row, isThing)) ? Presence.Stayed : Presence.Came
            )),
            .. was.Rows.Where(row => !later.Contains(ThingsOf(row, isThing))).Select(row => new ComparedLine(row, Presence.Went)),
        ];
    }

    private static ImmutableArray<Value> ThingsOf(ImmutableArray<Value> row, bool[] isThing) =>
        [.. row.Where((_, at) => isThing[at])];

    private static ComparedGroup Group(ImmutableArray<Value> keys, Value? was, Value? now, Measure measure)
    {
        if (measure is Measure.Number)
            (was, now) = (was ?? Value.Of(0L), now ?? Value.Of(0L));
        return new(keys, was ?? Value.Nothing, now ?? Value.Nothing, Difference(was, now, measure));
    }

    private static Value Difference(Value? was, Value? now, Measure measure)
    {
        try
        {
            return (was, now) switch
            {
                ({ } before, { } after) => Arithmetic.Subtract(after, before),
                _ when measure is Measure.Average => Value.Nothing,
                (null, { } came) => came,
                ({ } went, null) => Arithmetic.Negate(went),
                _ => Value.Nothing,
            };
        }
        catch (QueryException)
        {
            // Amounts in two currencies have no difference.
            return Value.Nothing;
        }
    }

    private static ImmutableArray<Value> KeysOf(ImmutableArray<Value> row) => row[..^1];

    private sealed class RowComparer : IEqualityComparer<ImmutableArray<Value>>
    {
        public static readonly RowComparer Instance = new();

        public bool Equals(ImmutableArray<Value> one, ImmutableArray<Value> other) =>
            one.AsSpan().SequenceEqual(other.AsSpan(), Comparing.Grouping);

        public int GetHashCode(ImmutableArray<Value> row) =>
            row.Aggregate(row.Length, (code, value) => HashCode.Combine(code, Comparing.Grouping.GetHashCode(value)));
    }
}

/// <summary>A group at two moments.</summary>
/// <param name="Keys">What makes the group.</param>
/// <param name="Was">Its figure at the earlier moment, or nothing.</param>
/// <param name="Now">At the later one.</param>
/// <param name="Difference">What came to it; nothing where there is none to tell.</param>
public sealed record ComparedGroup(ImmutableArray<Value> Keys, Value Was, Value Now, Value Difference);

/// <summary>A line of an answer, and when it is there.</summary>
public sealed record ComparedLine(ImmutableArray<Value> Row, Presence Presence);

/// <summary>At which of two moments something is there.</summary>
public enum Presence
{
    /// <summary>At the later one only.</summary>
    Came,

    /// <summary>At the earlier one only.</summary>
    Went,

    /// <summary>At both.</summary>
    Stayed,
}
