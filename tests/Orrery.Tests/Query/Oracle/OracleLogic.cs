using Orrery.Graph;

namespace Orrery.Tests.Query.Oracle;

/// <summary>Three-valued logic, written down again apart from the product: null is "unknown".</summary>
internal static class OracleLogic
{
    public static Value ToValue(bool? truth) => truth is { } known ? Value.Of(known) : Value.Nothing;

    public static bool? Truth(Value value) =>
        value switch
        {
            Value.Bool flag => flag.Flag,
            Value.Null => null,
            _ => throw new InvalidDataException($"{value} is no truth value: the generator must not ask for its truth."),
        };

    public static bool? AreEqual(Value left, Value right)
    {
        if (left is Value.Null || right is Value.Null)
            return null;
        if (Number(left) is { } a && Number(right) is { } b)
            return a == b;
        return left is Value.List one && right is Value.List other ? AreListsEqual(one, other) : left.Equals(right);
    }

    public static bool? IsLess(Value left, Value right) =>
        (left, right) switch
        {
            _ when Number(left) is { } a && Number(right) is { } b => a < b,
            (Value.Text a, Value.Text b) => string.CompareOrdinal(a.Characters, b.Characters) < 0,
            (Value.Bool a, Value.Bool b) => !a.Flag && b.Flag,
            _ => null,
        };

    public static bool? IsIn(Value item, Value list)
    {
        if (list is Value.Null)
            return null;
        var answers = ((Value.List)list).Items.Select(one => AreEqual(item, one)).ToArray();
        return answers.Contains(true) ? true
            : answers.Contains(null) ? null
            : false;
    }

    /// <summary>As DISTINCT and grouping take values for the same: null is null.</summary>
    public static bool AreSame(Value left, Value right) => ValueOrder.Instance.Compare(left, right) == 0;

    public static decimal? Number(Value value) =>
        value switch
        {
            Value.Integer number => number.Number,
            Value.Float number => (decimal)number.Number,
            _ => null,
        };

    private static bool? AreListsEqual(Value.List one, Value.List other)
    {
        if (one.Items.Length != other.Items.Length)
            return false;
        var answers = one.Items.Zip(other.Items, AreEqual).ToArray();
        return answers.Contains(false) ? false
            : answers.Contains(null) ? null
            : true;
    }
}
