using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Functions made of plain ones: null in, null out, and a fault where an argument is of another type.</summary>
internal static class Arguments
{
    public static Function Of(string signature, string summary, Func<Value, Value> call) =>
        new(NameOf(signature), signature, summary, 1, 1, (given, _) => Known(given) ? call(Clear.Of(given[0])) : Value.Nothing);

    public static Function Of(string signature, string summary, Func<Value, Value, Value> call) =>
        new(
            NameOf(signature),
            signature,
            summary,
            2,
            2,
            (given, _) => Known(given) ? call(Clear.Of(given[0]), Clear.Of(given[1])) : Value.Nothing
        );

    public static Function Of(string signature, string summary, Func<Value, Value, Value, Value> call) =>
        new(
            NameOf(signature),
            signature,
            summary,
            3,
            3,
            (given, _) => Known(given) ? call(Clear.Of(given[0]), Clear.Of(given[1]), Clear.Of(given[2])) : Value.Nothing
        );

    public static string Text(Value value, string function) =>
        value.AsText ?? throw QueryFaults.ArgumentMisfit($"{function}()", value, "a text");

    public static long Whole(Value value, string function) =>
        value is Value.Integer { Number: var number }
            ? number
            : throw QueryFaults.ArgumentMisfit($"{function}()", value, "a whole number");

    /// <summary>A count of characters or items, from 0.</summary>
    public static int Count(Value value, string function) =>
        Whole(value, function) is >= 0 and var count
            ? (int)Math.Min(count, int.MaxValue)
            : throw QueryFaults.Negative($"{function}()", ((Value.Integer)value).Number);

    public static double Number(Value value, string function) =>
        value switch
        {
            Value.Float number => number.Number,
            Value.Integer number => number.Number,
            _ => throw QueryFaults.ArgumentMisfit($"{function}()", value, "a number"),
        };

    public static bool Known(ReadOnlySpan<Value> given)
    {
        foreach (var one in given)
        {
            if (Clear.Of(one) is Value.Null)
                return false;
        }

        return true;
    }

    public static string NameOf(string signature) => signature[..signature.IndexOf('(', StringComparison.Ordinal)];
}
