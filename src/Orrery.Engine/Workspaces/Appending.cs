using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>Appends to a branch's journal, and says as a fault why nothing of it happened.</summary>
internal sealed class Appending(BranchId branch, IJournal journal)
{
    /// <summary>Appends and flushes; null once it is durable.</summary>
    /// <param name="changes">None need no flush.</param>
    public async Task<Fault?> AppendAsync(ImmutableArray<ChangeSet> changes)
    {
        if (changes is [])
            return null;
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
