using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>How one kind is merged into another.</summary>
/// <param name="Places">Where fields go, by symbol: the symbol of a field of the other kind, <see cref="NewField"/> or <see cref="LeaveOut"/>; what is not said is decided by what there is.</param>
/// <param name="Misfits">What becomes of values that do not fit the field they go to.</param>
/// <param name="Terms">What is said once for all values.</param>
public sealed record MergeWish(ImmutableSortedDictionary<string, string> Places, Misfits Misfits, ConversionTerms Terms)
{
    /// <summary>The field comes along, as a new one of the other kind.</summary>
    public const string NewField = "+";

    /// <summary>Its values are taken away; history keeps them.</summary>
    public const string LeaveOut = "-";
}

/// <summary>What becomes of a field of the kind that goes.</summary>
/// <param name="Field">The field as it is.</param>
/// <param name="Values">How many values it has, at all times.</param>
/// <param name="Place">Where they go: as in <see cref="MergeWish.Places"/>.</param>
/// <param name="Target">The field they go to; null for a new one, or none.</param>
/// <param name="Counts">What becomes of them there.</param>
/// <param name="Misfits">A few of those that have no place there.</param>
public sealed record MergedField(
    FieldDefinition Field,
    int Values,
    string Place,
    FieldDefinition? Target,
    ConversionCounts Counts,
    ImmutableArray<ConvertedValue> Misfits
);
