using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>What a statement of a source would change.</summary>
/// <param name="Fault">Why it cannot be taken over at all, or null.</param>
/// <param name="Commands">The difference; always ends with the note that the source was read.</param>
/// <param name="Rejected">What the model cannot hold and is left out.</param>
/// <param name="KeptEdits">Facts that people changed here and that the source states otherwise: they stay as people set them.</param>
/// <param name="Retired">How many entities and relations the source no longer states.</param>
public sealed record Reconciliation(
    Fault? Fault,
    ImmutableArray<GraphCommand> Commands,
    ImmutableArray<Rejection> Rejected,
    ImmutableArray<string> KeptEdits,
    int Retired
);

/// <summary>A stated relation that cannot be seen at the date of its statement, for an end is not there: recorded, and waiting for it.</summary>
/// <param name="Relation">As stated.</param>
/// <param name="End">Foreign id of the end that is not there.</param>
/// <param name="Why">Whether it was there before.</param>
public sealed record LooseEnd(StatedRelation Relation, string End, Looseness Why);

/// <summary>Why an end of a relation is not there.</summary>
public enum Looseness
{
    /// <summary>Nobody states it at that date, nor did before.</summary>
    NeverStated,

    /// <summary>It was there before that date.</summary>
    Retired,
}
