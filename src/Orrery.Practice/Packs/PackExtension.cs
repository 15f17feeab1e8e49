using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>What a pack adds to a kind or a relation type of a pack it needs.</summary>
/// <param name="Symbol">The kind or relation type that is added to.</param>
/// <param name="From">For a relation type: further kinds it may start at.</param>
/// <param name="To">For a relation type: further kinds it may end at.</param>
/// <param name="Fields">Further fields, shown after its own.</param>
public sealed record PackExtension(
    string Symbol,
    ImmutableArray<string> From,
    ImmutableArray<string> To,
    ImmutableArray<PackField> Fields,
    Place Place
);
