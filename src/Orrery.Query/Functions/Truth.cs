using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Three-valued logic: null is "unknown".</summary>
internal static class Truth
{
    /// <summary>The truth of a value; null stays null, anything else but a truth value is a fault.</summary>
    public static bool? Of(Value value) =>
        Clear.Of(value) switch
        {
            Value.Bool truth => truth.Flag,
            Value.Null => null,
            var other => throw QueryFaults.ArgumentMisfit("A condition", other, "true, false or null"),
        };

    public static bool? And(bool? left, bool? right) => left & right;

    public static bool? Or(bool? left, bool? right) => left | right;

    public static bool? Xor(bool? left, bool? right) => left ^ right;

    public static bool? Not(bool? truth) => !truth;

    private static readonly Value True = Value.Of(true);
    private static readonly Value False = Value.Of(false);

    /// <summary>The truth as a value, without making one.</summary>
    public static Value ToValue(bool? truth) =>
        truth switch
        {
            true => True,
            false => False,
            null => Value.Nothing,
        };
}
