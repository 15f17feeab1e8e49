using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>A kind of entity, with everything it has from its ancestors.</summary>
/// <param name="Id">The entity that defines it.</param>
/// <param name="Symbol">What data and queries call it, for ever.</param>
/// <param name="Title">What people call one of it.</param>
/// <param name="Plural">What people call many.</param>
/// <param name="Category"><c>context</c>, <c>intent</c>, <c>collaboration</c>, <c>investment</c>, <c>practice</c>, or empty.</param>
/// <param name="IsAbstract">Only its descendants have entities.</param>
/// <param name="HalfLifeInDays">After how many days without a confirmation it is half as fresh; null when it does not age.</param>
/// <param name="Ancestors">Symbols, nearest first.</param>
/// <param name="Fields">By symbol, inherited ones included.</param>
/// <param name="Description">What it is for, or null.</param>
public sealed record Kind(
    Id Id,
    string Symbol,
    string Title,
    string Plural,
    string Category,
    bool IsAbstract,
    double? HalfLifeInDays,
    ImmutableArray<string> Ancestors,
    ImmutableSortedDictionary<string, FieldDefinition> Fields,
    string? Description
)
{
    /// <summary>Nothing new of it is offered any more; its things are kept and can be found.</summary>
    public bool IsHidden { get; init; }

    /// <summary>After how many days without a look its things are stale, however fresh they were; null for no such time.</summary>
    public double? ReviewEveryInDays { get; init; }

    /// <summary>Whether it is that kind or descends from it.</summary>
    public bool IsA(string symbol) => Symbol == symbol || Ancestors.Contains(symbol);
}
