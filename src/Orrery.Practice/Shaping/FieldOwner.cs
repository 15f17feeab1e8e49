using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What gets a field; it may be on its way itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">A kind or a relation type.</param>
/// <param name="Symbol">What data and queries call it.</param>
internal sealed record FieldOwner(Id Id, string Kind, string Symbol)
{
    public static FieldOwner Of(Entity part) => new(part.Id, part.Kind, part.Ref?.Key ?? PartText.SymbolOf(part));
}
