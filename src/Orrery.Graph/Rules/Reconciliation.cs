using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>What a statement of a source would change.</summary>
/// <param name="Fault">Why it cannot be taken over at all, or null.</param>
/// <param name="Commands">The difference; always ends with the note that the source was read.</param>
/// <param name="Unresolved">Relations whose end nobody states, by foreign ids.</param>
/// <param name="KeptEdits">Facts that people changed here and that the source states otherwise: they stay as people set them.</param>
/// <param name="Retired">How many entities and relations the source no longer states.</param>
public sealed record Reconciliation(
    Fault? Fault,
    ImmutableArray<GraphCommand> Commands,
    ImmutableArray<StatedRelation> Unresolved,
    ImmutableArray<string> KeptEdits,
    int Retired
);
