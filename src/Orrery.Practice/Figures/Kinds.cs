using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What computations must know of a thing's kind and state.</summary>
internal static class Kinds
{
    /// <summary>Whether it is of a kind, or of one below it.</summary>
    public static bool Is(Entity thing, string kind) =>
        thing.Kind == kind || thing.Reading.Model.FindKind(thing.Kind)?.IsA(kind) == true;

    /// <summary>Whether somebody is committed to it and it has not ended.</summary>
    public static bool IsOpen(Entity thing) => thing["status"].AsText is "committed" or "in-action";

    /// <summary>A number of a field; null where it has none.</summary>
    public static double? NumberOf(Value value) =>
        value switch
        {
            Value.Integer whole => whole.Number,
            Value.Float fraction => fraction.Number,
            _ => null,
        };
}
