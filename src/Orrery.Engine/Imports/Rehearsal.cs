using NodaTime;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>A copy of a workspace's graph in memory, on which changes can be tried: nothing of it is ever written.</summary>
public sealed class Rehearsal
{
    private GraphSnapshot _snapshot;

    private Rehearsal(GraphSnapshot snapshot) => _snapshot = snapshot;

    /// <summary>The graph after what was tried so far.</summary>
    public GraphSnapshot Current => _snapshot;

    /// <summary>A rehearsal that begins with a workspace as it is.</summary>
    public static Rehearsal Of(Workspace workspace)
    {
        using var copy = new MemoryStream();
        workspace.Current.Save(copy);
        copy.Position = 0;
        return new(GraphSnapshot.Load(copy, personal => personal));
    }

    /// <summary>A rehearsal that begins with a workspace as it would be made.</summary>
    public static Rehearsal Of(WorkspaceStart start)
    {
        var rehearsal = new Rehearsal(GraphSnapshot.Empty());
        foreach (var proposal in start.Proposals())
            rehearsal.Take(GraphRules.Decide(rehearsal._snapshot, proposal.Commands), proposal.Cause).OrThrow();
        return rehearsal;
    }

    /// <summary>Tries to take over a statement.</summary>
    public (Outcome Outcome, Reconciliation Reconciliation) Reconcile(Statement statement, Cause cause, Strictness strictness)
    {
        var takeover = GraphRules.TakeOver(_snapshot, statement, strictness);
        return (Take(takeover.Decision, cause), takeover.Reconciliation);
    }

    private Outcome Take(Decision decision, Cause cause)
    {
        if (decision is Decision.Refused refused)
            return new Outcome.Refused(refused.Fault);
        var events = ((Decision.Accepted)decision).Events;
        if (events is not [])
            _snapshot = _snapshot.Apply(new(_snapshot.At.Next, Instant.MinValue, cause, events));
        return new Outcome.Done(_snapshot.At, events.Length);
    }
}
