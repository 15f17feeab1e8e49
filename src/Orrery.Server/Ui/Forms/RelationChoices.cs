using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A way in which things of a kind may be related.</summary>
/// <param name="Type">The relation type.</param>
/// <param name="Direction">Out when the thing at hand is the start.</param>
/// <param name="OtherKinds">What may stand at the other end; empty for anything.</param>
public sealed record RelationChoice(RelationType Type, Direction Direction, ImmutableArray<string> OtherKinds)
{
    /// <summary>What a form sends to mean this.</summary>
    public string Key => $"{(Direction == Direction.Out ? "out" : "in")}:{Type.Symbol}";
}

/// <summary>What a kind's things may be related by.</summary>
public static class RelationChoices
{
    public static IEnumerable<RelationChoice> For(Model model, string kind)
    {
        var known = model.FindKind(kind);
        foreach (var type in model.RelationTypes.Values.OrderBy(type => type.Title, StringComparer.OrdinalIgnoreCase))
        {
            if (Allows(type.FromKinds, known))
                yield return new(type, Direction.Out, type.ToKinds);
            if (!type.IsSymmetric && Allows(type.ToKinds, known))
                yield return new(type, Direction.In, type.FromKinds);
        }
    }

    private static bool Allows(ImmutableArray<string> kinds, Kind? kind) =>
        kinds.IsEmpty || (kind is not null && kinds.Any(kind.IsA));
}
