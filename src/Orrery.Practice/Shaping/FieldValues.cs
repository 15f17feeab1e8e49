using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Everything that is kept in a field, whenever it holds.</summary>
public static class FieldValues
{
    /// <summary>In the field of a kind and all kinds below it that have no field of their own under its symbol; or of a relation type.</summary>
    /// <param name="reading">The workspace.</param>
    /// <param name="field">The field's entity.</param>
    /// <remarks>Cost: the things of these kinds; for a relation type all relations are passed over.</remarks>
    public static IEnumerable<(Id Thing, FieldFact Fact)> Of(Reading reading, Entity field)
    {
        var symbol = PartText.SymbolOf(field);
        return field.Relations(Direction.In, "has-field").Select(tie => tie.From).OfType<Entity>().SelectMany(OfOwner);

        IEnumerable<(Id, FieldFact)> OfOwner(Entity owner) =>
            owner.Kind == MetaKinds.RelationType
                ? reading
                    .EverOfType(PartText.SymbolOf(owner))
                    .SelectMany(relation => relation.Timeline(symbol).Select(fact => (relation.Id, fact)))
                : reading
                    .Model.WithDescendants(PartText.SymbolOf(owner))
                    .Where(kind => reading.Model.FindKind(kind)?.Fields.GetValueOrDefault(symbol)?.Id == field.Id)
                    .SelectMany(kind => reading.EveryValue(kind, symbol));
    }
}
