using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>A field of a kind or of a relation type.</summary>
/// <param name="Id">The entity that defines it.</param>
/// <param name="Symbol">What data and queries call it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Kind">What it can hold.</param>
/// <param name="Unit">E.g. <c>days</c>, or null.</param>
/// <param name="Options">What an enum may hold; empty for anything.</param>
/// <param name="IsPersonal">Kept under the key of its subject, erasable.</param>
/// <param name="Order">Where it stands in a form, smallest first.</param>
public sealed record FieldDefinition(
    Id Id,
    string Symbol,
    string Title,
    FieldKind Kind,
    string? Unit,
    ImmutableArray<string> Options,
    bool IsPersonal,
    long Order
)
{
    /// <summary>Nobody is asked for it any more; values that are there are kept and shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>What the options are called, in their order; empty where they are called as they are kept.</summary>
    public ImmutableArray<string> OptionTitles { get; init; } = [];

    /// <summary>Between which numbers its values lie: each end of a range, the amount of money, each observation.</summary>
    public FieldRange Range { get; init; } = FieldRange.Open;
}
