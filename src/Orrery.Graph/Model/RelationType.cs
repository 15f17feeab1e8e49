using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>A type of relation.</summary>
/// <param name="Id">The entity that defines it.</param>
/// <param name="Symbol">What data and queries call it.</param>
/// <param name="Title">How it reads from start to end: "contributes to".</param>
/// <param name="Inverse">How it reads from end to start: "is served by".</param>
/// <param name="FromMax">How many may arrive at one end at a time (the <c>n</c> of n:1 read from:to, as packs write it); null for any number.</param>
/// <param name="ToMax">How many may leave one start at a time; null for any number.</param>
/// <param name="IsAcyclic">No walk along it comes back.</param>
/// <param name="IsSymmetric">It holds both ways.</param>
/// <param name="FromKinds">Kinds it may start at; empty for any. A descendant will do.</param>
/// <param name="ToKinds">Kinds it may end at; empty for any.</param>
/// <param name="Fields">By symbol.</param>
public sealed record RelationType(
    Id Id,
    string Symbol,
    string Title,
    string Inverse,
    long? FromMax,
    long? ToMax,
    bool IsAcyclic,
    bool IsSymmetric,
    ImmutableArray<string> FromKinds,
    ImmutableArray<string> ToKinds,
    ImmutableSortedDictionary<string, FieldDefinition> Fields
)
{
    /// <summary>It is not offered any more; relations of it are kept and shown.</summary>
    public bool IsHidden { get; init; }
}
