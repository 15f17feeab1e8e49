using System.Collections.Immutable;
using System.Threading.Channels;
using NodaTime;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>The one writer of a branch: decides what waits, in order, appends it with one flush, publishes, answers.</summary>
internal sealed class BranchWriter(BranchId branch, IJournal journal, PersonalKeys keys, GraphSnapshot start, TimeProvider clock)
{
    private const int LargestGroup = 1_024;

    private readonly Freezer _freezer = new();
    private GraphSnapshot _current = start;

    /// <summary>The newest durable snapshot.</summary>
    public GraphSnapshot Current => Volatile.Read(ref _current);

    public async Task RunAsync(ChannelReader<Pending> waiting, Followers followers)
    {
        await Task.Yield();
        List<Pending> group = new(LargestGroup);
        while (await waiting.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < LargestGroup && waiting.TryRead(out var pending))
                group.Add(pending);
            _freezer.InstallIfReady();
            await WriteAsync(group, followers);
            _freezer.StartIfWorthwhile(_current);
        }
    }

    // Everything decided here is judged on what came before it in the group, and answered after the flush they share.
    private async Task WriteAsync(List<Pending> group, Followers followers)
    {
        var tip = _current;
        var changes = ImmutableArray.CreateBuilder<ChangeSet>();
        var outcomes = new Outcome[group.Count];
        for (var i = 0; i < group.Count; i++)
        {
            var (outcome, change) = Decide(tip, group[i]);
            outcomes[i] = outcome;
            if (change is null)
                continue;
            tip = tip.Apply(change);
            changes.Add(change);
        }

        if (changes.Count > 0 && await AppendAsync(changes.DrainToImmutable()) is { } fault)
        {
            group.ForEach(pending => pending.Outcome.TrySetResult(new Outcome.Refused(fault)));
            return;
        }

        Volatile.Write(ref _current, tip);
        for (var i = 0; i < group.Count; i++)
            group[i].Outcome.TrySetResult(outcomes[i]);
        followers.Tell(tip.At);
    }

    private (Outcome Outcome, ChangeSet? Change) Decide(GraphSnapshot tip, Pending pending)
    {
        try
        {
            return pending.Decide(tip) switch
            {
                Decision.Refused refused => (new Outcome.Refused(refused.Fault), null),
                Decision.Accepted { Events: [] } => (new Outcome.Done(tip.At, 0), null),
                Decision.Accepted accepted => Accept(tip, pending, accepted.Events),
                _ => throw new System.Diagnostics.UnreachableException("A decision is accepted or refused."),
            };
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A bug in one decision must not take the writer, and with it everybody else, down.
            pending.Outcome.TrySetException(bug);
            return (new Outcome.Done(tip.At, 0), null);
        }
    }

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

    // After a refused append the memory holds rows that never happened; the next Apply on the durable snapshot leaves them behind.
    private async Task<Fault?> AppendAsync(ImmutableArray<ChangeSet> changes)
    {
        try
        {
            await journal.AppendAsync(branch, _current.At, changes, CancellationToken.None);
            return null;
        }
        catch (FaultException refusal)
        {
            return refusal.Fault;
        }
    }
}
