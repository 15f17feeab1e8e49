using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What became of a question.</summary>
public abstract record QueryOutcome
{
    private QueryOutcome() { }

    /// <summary>It was answered.</summary>
    public sealed record Answered(Answer Answer) : QueryOutcome;

    /// <summary>It was refused; nothing was changed.</summary>
    public sealed record Refused(QueryFault Fault) : QueryOutcome;
}

/// <summary>Rows, and what was asked of which moment.</summary>
/// <param name="Columns">Their names, in order; empty for a query that returns nothing.</param>
/// <param name="Rows">In order; each has a value for every column.</param>
/// <param name="At">The revision that was read.</param>
/// <param name="Valid">The instant of valid time that was read; null for any time.</param>
/// <param name="Changes">What the query would change, or null for one that only reads.</param>
/// <param name="Warnings">E.g. names that the model does not know.</param>
/// <param name="Plan">The plan as text for EXPLAIN and PROFILE, else null.</param>
public sealed record Answer(
    ImmutableArray<string> Columns,
    ImmutableArray<ImmutableArray<Value>> Rows,
    Revision At,
    Instant? Valid,
    ProposedChanges? Changes,
    ImmutableArray<Fault> Warnings,
    string? Plan
);

/// <summary>What a writing query would change. Nothing is changed until these are decided and written.</summary>
/// <param name="Commands">In order, for <c>Workspace.ExecuteAsync</c>.</param>
/// <param name="Counts">What openCypher counts as side effects.</param>
public sealed record ProposedChanges(ImmutableArray<GraphCommand> Commands, ChangeCounts Counts);

/// <summary>openCypher's side effects: what is there afterwards that was not before, and the other way round.</summary>
public sealed record ChangeCounts(
    int NodesCreated,
    int NodesDeleted,
    int RelationshipsCreated,
    int RelationshipsDeleted,
    int PropertiesSet,
    int PropertiesRemoved,
    int LabelsAdded,
    int LabelsRemoved
);
