using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>The append-only record of one workspace: for each branch, change sets in order of revision.</summary>
/// <remarks>Safe to use from many threads. Appends take turns; reading never waits for them.</remarks>
public interface IJournal : IAsyncDisposable
{
    /// <summary>The revision of the last change set of a branch; <see cref="Revision.Start"/> when it has none.</summary>
    Revision Head(BranchId branch);

    /// <summary>The branches that have change sets, by name.</summary>
    ImmutableArray<BranchId> Branches { get; }

    /// <summary>Appends change sets as one atomic segment at the end of a branch's journal.</summary>
    /// <param name="branch">The branch; the first append begins it.</param>
    /// <param name="expected">The revision the caller decided against; <see cref="Revision.Start"/> when empty.</param>
    /// <param name="changes">At least one, oldest first. Each takes one revision, whatever its number of events; the first is <paramref name="expected"/> + 1.</param>
    /// <param name="cancel">Ends the wait. A segment already committed stays committed.</param>
    /// <returns>The revision of the last change set written: <paramref name="expected"/> + <c>changes.Length</c>.</returns>
    /// <exception cref="StaleRevisionException">Another writer appended first: catch up, decide again, retry.</exception>
    /// <exception cref="ArgumentException">No change sets, or revisions that do not follow <paramref name="expected"/> one by one.</exception>
    /// <exception cref="FaultException">The disk is full, read-only or broken; nothing was written, not even in part.</exception>
    /// <remarks>Durable on return (one flush for all). Segment format and checksums: docs/journal.md.</remarks>
    Task<Revision> AppendAsync(BranchId branch, Revision expected, ImmutableArray<ChangeSet> changes, CancellationToken cancel);

    /// <summary>Reads the change sets after one revision up to another, oldest first, a segment at a time.</summary>
    /// <param name="branch">The branch; one without change sets reads as empty.</param>
    /// <param name="after">The last revision that is not wanted.</param>
    /// <param name="upTo">The last revision that is; beyond the head it means the head at the time of asking.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>Never an empty array; the first and last are cut to what was asked for.</returns>
    /// <exception cref="FaultException"><c>journal.damaged</c>: what is stored is not what was written.</exception>
    IAsyncEnumerable<ImmutableArray<ChangeSet>> ReadAsync(
        BranchId branch,
        Revision after,
        Revision upTo,
        CancellationToken cancel
    );

    /// <summary>The hash of a branch's journal up to a revision: SHA-256 over the segments, each chained to those before it.</summary>
    /// <returns>32 bytes (zeros at <see cref="Revision.Start"/>), or empty when no segment ends at that revision. The head always has one.</returns>
    ReadOnlyMemory<byte> ChainAt(BranchId branch, Revision revision);

    /// <summary>Reads a whole branch and proves its sequence, checksums and chain.</summary>
    /// <returns>What was proved, and what is wrong, first damage first.</returns>
    Task<JournalProof> VerifyAsync(BranchId branch, CancellationToken cancel);
}

/// <summary>Readings that most callers want.</summary>
public static class JournalReading
{
    extension(IJournal journal)
    {
        /// <summary>Reads everything after a revision, up to the head at the time of asking.</summary>
        public IAsyncEnumerable<ImmutableArray<ChangeSet>> ReadAsync(BranchId branch, Revision after, CancellationToken cancel) =>
            journal.ReadAsync(branch, after, new Revision(long.MaxValue), cancel);
    }
}
