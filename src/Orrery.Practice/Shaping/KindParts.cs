using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The parts of the model around a kind.</summary>
public static class KindParts
{
    /// <summary>The fields that a kind or a relation type has itself, in their order.</summary>
    public static ImmutableArray<Entity> OwnFields(Entity owner) =>
        [
            .. owner
                .Relations(Direction.Out, "has-field")
                .Select(tie => tie.To)
                .OfType<Entity>()
                .OrderBy(OrderOf)
                .ThenBy(PartText.SymbolOf, StringComparer.Ordinal),
        ];

    /// <summary>What has a field: a kind or a relation type.</summary>
    public static Entity? OwnerOf(Entity field) =>
        field.Relations(Direction.In, "has-field").Select(tie => tie.From).OfType<Entity>().FirstOrDefault();

    internal static long OrderOf(Entity field) => (field["order"] as Value.Integer)?.Number ?? 1_000;
}
