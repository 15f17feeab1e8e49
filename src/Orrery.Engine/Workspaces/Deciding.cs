using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Makes change sets of proposals: decided, dated, and closed where they are personal.</summary>
internal sealed class Deciding(PersonalKeys keys, TimeProvider clock)
{
    /// <summary>Decides a proposal against the snapshot with all that its group holds already, and adds it.</summary>
    public void Add(DecidedGroup group, Pending pending)
    {
        try
        {
            pending.Cancel.ThrowIfCancellationRequested();
            var (outcome, change) = Decide(group.Tip, pending);
            group.Add(pending, outcome, change);
        }
        catch (FaultException refusal)
        {
            group.Add(pending, new Outcome.Refused(refusal.Fault), change: null);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A bug in one decision must not take the writer, and with it everybody else, down.
            pending.Outcome.TrySetException(bug);
        }
    }

    private (Outcome Outcome, ChangeSet? Change) Decide(GraphSnapshot tip, Pending pending) =>
        pending.Decide(tip) switch
        {
            Decision.Refused refused => (new Outcome.Refused(refused.Fault), null),
            Decision.Accepted { Events: [] } => (new Outcome.Done(tip.At, 0), null),
            Decision.Accepted accepted => Accept(tip, pending, accepted.Events),
            _ => throw new System.Diagnostics.UnreachableException("A decision is accepted or refused."),
        };

    private (Outcome Outcome, ChangeSet? Change) Accept(GraphSnapshot tip, Pending pending, ImmutableArray<GraphEvent> events)
    {
        var recorded = pending.Recorded ?? Instant.Max(Instant.FromDateTimeOffset(clock.GetUtcNow()), tip.Recorded);
        return recorded < tip.Recorded
            ? (new Outcome.Refused(EngineFaults.RecordedBackwards()), null)
            : (
                new Outcome.Done(tip.At.Next, events.Length),
                new(tip.At.Next, recorded, pending.Cause, Sealing.Seal(events, tip, keys))
            );
    }
}
