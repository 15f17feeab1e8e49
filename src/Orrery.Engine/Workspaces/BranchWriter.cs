using System.Collections.Immutable;
using System.Threading.Channels;
using NodaTime;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>
/// The one writer of a branch: decides what waits, in order, appends it with one flush, publishes, answers.
/// While one group is being flushed the next is decided on top of it; should the flush fail, that next group is decided again on what is durable.
/// </summary>
internal sealed class BranchWriter(
    BranchId branch,
    IJournal journal,
    PersonalKeys keys,
    GraphSnapshot start,
    TimeProvider clock,
    Freezer freezer
)
{
    private const int LargestGroup = 1_024;

    private GraphSnapshot _current = start;
    private GraphSnapshot _tip = start;
    private (DecidedGroup Group, Task<Fault?> Flush)? _inFlight;

    /// <summary>The newest durable snapshot.</summary>
    public GraphSnapshot Current => Volatile.Read(ref _current);

    public async Task RunAsync(ChannelReader<Pending> waiting, Followers followers)
    {
        await Task.Yield();
        freezer.StartIfWorthwhile(_current);
        while (await waiting.WaitToReadAsync())
        {
            var group = Take(waiting);
            freezer.InstallIfReady();
            var decided = Decide(group, _tip);
            if (!await SettleAsync(followers))
                decided = Decide(group, _tip);
            _tip = decided.Tip;
            var isBusy = waiting.TryPeek(out _);
            _inFlight = (decided, Flush(decided.Changes, isBusy));
            if (!isBusy)
                await SettleAsync(followers);
            freezer.StartIfWorthwhile(_current);
        }

        await SettleAsync(followers);
    }

    private static Task<Fault?> NothingToFlush { get; } = Task.FromResult<Fault?>(null);

    // A lone change takes no detour over another thread: there is nothing to decide meanwhile.
    private Task<Fault?> Flush(ImmutableArray<ChangeSet> changes, bool isBusy) =>
        changes is [] ? NothingToFlush
        : changes.Length == 1 && !isBusy ? AppendAsync(changes)
        : Task.Run(() => AppendAsync(changes));

    private static List<Pending> Take(ChannelReader<Pending> waiting)
    {
        List<Pending> group = [];
        while (group.Count < LargestGroup && waiting.TryRead(out var pending))
            group.Add(pending);
        return group;
    }

    // Waits for the flush on its way, then publishes and answers. False: nothing of it happened, the tip is the durable snapshot again.
    private async Task<bool> SettleAsync(Followers followers)
    {
        if (_inFlight is not var (group, flush))
            return true;
        _inFlight = null;
        if (await flush is { } fault)
        {
            // The memory holds rows that never happened; the next Apply on the durable snapshot leaves them behind.
            _tip = _current;
            group.Refuse(fault);
            return false;
        }

        Volatile.Write(ref _current, group.Tip);
        group.Answer();
        if (group.Changes is not [])
            followers.Tell(group.Tip.At);
        return true;
    }

    private DecidedGroup Decide(List<Pending> group, GraphSnapshot tip)
    {
        var changes = ImmutableArray.CreateBuilder<ChangeSet>();
        var outcomes = new Outcome?[group.Count];
        for (var i = 0; i < group.Count; i++)
        {
            try
            {
                group[i].Cancel.ThrowIfCancellationRequested();
                (outcomes[i], var change) = Decide(tip, group[i]);
                if (change is null)
                    continue;
                tip = tip.Apply(change);
                changes.Add(change);
            }
            catch (FaultException refusal)
            {
                outcomes[i] = new Outcome.Refused(refusal.Fault);
            }
            catch (Exception bug) when (bug is not OutOfMemoryException)
            {
                // A bug in one decision must not take the writer, and with it everybody else, down.
                group[i].Outcome.TrySetException(bug);
            }
        }

        return new(group, outcomes, changes.DrainToImmutable(), tip);
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

    private async Task<Fault?> AppendAsync(ImmutableArray<ChangeSet> changes)
    {
        try
        {
            await journal.AppendAsync(branch, new(changes[0].Revision.Value - 1), changes, CancellationToken.None);
            return null;
        }
        catch (FaultException refusal)
        {
            return refusal.Fault;
        }
        catch (StaleRevisionException)
        {
            return EngineFaults.AnotherWriter(branch);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // Nobody may wait for ever. Whether it was written is the journal's to say: if it was, the next append is stale.
            return EngineFaults.NotWritten(bug.Message);
        }
    }
}
