using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Equality, order and membership as openCypher compares ("comparability"): null is unknown, types that do not compare give null.</summary>
internal static class Comparing
{
    /// <summary>One key for values that DISTINCT and grouping take as the same.</summary>
    public static IEqualityComparer<Value> Grouping => GroupingComparer.Instance;

    public static bool? AreEqual(Value left, Value right) =>
        (left, right) switch
        {
            (Value.Integer a, Value.Integer b) => a.Number == b.Number,
            (Value.Text a, Value.Text b) => a.Characters == b.Characters,
            (Value.Float a, Value.Float b) => a.Number == b.Number,
            (Value.Personal, _) or (_, Value.Personal) => AreEqual(Clear.Of(left), Clear.Of(right)),
            (Value.Null, _) or (_, Value.Null) => null,
            (Value.List a, Value.List b) => ItemsAreEqual(a.Items, b.Items),
            (Value.Map a, Value.Map b) => EntriesAreEqual(a.Entries, b.Entries),
            (Value.Float { Number: double.NaN }, _) or (_, Value.Float { Number: double.NaN }) => false,
            _ => ValueOrder.Instance.Compare(left, right) == 0,
        };

    public static bool? IsLess(Value left, Value right) => Compare(left, right, orEqual: false);

    public static bool? IsLessOrEqual(Value left, Value right) => Compare(left, right, orEqual: true);

    public static bool? IsGreater(Value left, Value right) => Compare(right, left, orEqual: false);

    public static bool? IsGreaterOrEqual(Value left, Value right) => Compare(right, left, orEqual: true);

    /// <summary>Whether a list holds an item; null when only an unknown could be it.</summary>
    public static bool? In(Value item, Value list)
    {
        if (Clear.Of(list) is Value.Null)
            return null;
        if (list is not Value.List { Items: var items })
            throw QueryFaults.ArgumentMisfit("IN", list, "a list on its right");
        bool? found = false;
        foreach (var one in items)
        {
            switch (AreEqual(item, one))
            {
                case true:
                    return true;
                case null:
                    found = null;
                    break;
            }
        }

        return found;
    }

    /// <summary>Sameness for DISTINCT and grouping: as ordered alike, so null is null, not-a-number is itself and 1 is 1.0.</summary>
    public static bool AreSame(Value left, Value right) =>
        (left, right) switch
        {
            (Value.Integer a, Value.Integer b) => a.Number == b.Number,
            (Value.Text a, Value.Text b) => a.Characters == b.Characters,
            _ => ReferenceEquals(left, right) || ValueOrder.Instance.Compare(left, right) == 0,
        };

    private static bool? ItemsAreEqual(ImmutableArray<Value> left, ImmutableArray<Value> right)
    {
        if (left.Length != right.Length)
            return false;
        bool? equal = true;
        for (var i = 0; i < left.Length && equal != false; i++)
            equal &= AreEqual(left[i], right[i]);
        return equal;
    }

    private static bool? EntriesAreEqual(
        ImmutableSortedDictionary<string, Value> left,
        ImmutableSortedDictionary<string, Value> right
    )
    {
        if (left.Count != right.Count)
            return false;
        bool? equal = true;
        foreach (var (name, value) in left)
        {
            equal &= right.TryGetValue(name, out var other) ? AreEqual(value, other) : false;
            if (equal == false)
                return false;
        }

        return equal;
    }

    private static bool? Compare(Value left, Value right, bool orEqual) =>
        (left, right) switch
        {
            (Value.Integer a, Value.Integer b) => orEqual ? a.Number <= b.Number : a.Number < b.Number,
            (Value.Float a, Value.Float b) => orEqual ? a.Number <= b.Number : a.Number < b.Number,
            (Value.Personal, _) or (_, Value.Personal) => Compare(Clear.Of(left), Clear.Of(right), orEqual),
            (Value.List a, Value.List b) => CompareItems(a.Items, b.Items, orEqual),
            _ when !DoCompare(left, right) => null,
            (Value.Float { Number: double.NaN }, _) or (_, Value.Float { Number: double.NaN }) => false,
            _ => ValueOrder.Instance.Compare(left, right) is var order && (orEqual ? order <= 0 : order < 0),
        };

    // The first pair that is not equal decides, or leaves it unknown.
    private static bool? CompareItems(ImmutableArray<Value> left, ImmutableArray<Value> right, bool orEqual)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var equal = AreEqual(left[i], right[i]);
            if (equal != true)
                return equal is null ? null : Compare(left[i], right[i], orEqual);
        }

        return orEqual ? left.Length <= right.Length : left.Length < right.Length;
    }

    private static bool DoCompare(Value left, Value right) =>
        (left, right) switch
        {
            (Value.Integer or Value.Float, Value.Integer or Value.Float) => true,
            (Value.Text, Value.Text) or (Value.Bool, Value.Bool) => true,
            (Value.Date, Value.Date) or (Value.DateTime, Value.DateTime) => true,
            (Value.LocalDateTime, Value.LocalDateTime) or (Value.LocalTime, Value.LocalTime) => true,
            (Value.Time, Value.Time) => true,
            (Value.Money a, Value.Money b) => a.Currency == b.Currency,
            _ => false,
        };
}
