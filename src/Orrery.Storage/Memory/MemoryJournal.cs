using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>A journal that ends with the process. Keeps the same bytes as the others, so that tests read what a disk would give.</summary>
/// <param name="open">Fills in personal values on reading; null leaves them sealed.</param>
public sealed class MemoryJournal(OpenPersonal? open) : IJournal
{
    private readonly Lock _gate = new();
    private ImmutableDictionary<BranchId, ImmutableList<StoredSegment>> _branches = ImmutableDictionary<
        BranchId,
        ImmutableList<StoredSegment>
    >.Empty;

    /// <inheritdoc/>
    public ImmutableArray<BranchId> Branches =>
        [.. Volatile.Read(ref _branches).Keys.OrderBy(branch => branch.Name, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public Revision Head(BranchId branch) => Segments(branch) is [.., var last] ? last.Last : Revision.Start;

    /// <inheritdoc/>
    public Task<Revision> AppendAsync(
        BranchId branch,
        Revision expected,
        ImmutableArray<ChangeSet> changes,
        CancellationToken cancel
    )
    {
        JournalRules.CheckFollow(expected, changes);
        cancel.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var segments = Segments(branch);
            var (head, chain) = segments is [.., var last] ? (last.Last, last.Chain) : (Revision.Start, StoredSegment.NoChain);
            if (head != expected)
                throw new StaleRevisionException(branch, expected, head);
            var segment = StoredSegment.Seal(changes, chain);
            Volatile.Write(ref _branches, _branches.SetItem(branch, segments.Add(segment)));
            return Task.FromResult(segment.Last);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ImmutableArray<ChangeSet>> ReadAsync(
        BranchId branch,
        Revision after,
        Revision upTo,
        CancellationToken cancel
    )
    {
        var segments = Segments(branch);
        return segments
            .Skip(PlaceOf(segments, after.Next))
            .TakeWhile(segment => segment.First <= upTo && after < upTo)
            .Select(segment => segment.Read(branch, after, upTo, open))
            .ToAsyncEnumerable();
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ChainAt(BranchId branch, Revision revision)
    {
        if (revision == Revision.Start)
            return StoredSegment.NoChain;
        var segments = Segments(branch);
        var place = PlaceOf(segments, revision);
        return place < segments.Count && segments[place].Last == revision ? segments[place].Chain : default;
    }

    /// <inheritdoc/>
    public Task<JournalProof> VerifyAsync(BranchId branch, CancellationToken cancel)
    {
        var walk = new JournalWalk(branch);
        foreach (var segment in Segments(branch))
        {
            cancel.ThrowIfCancellationRequested();
            if (!walk.Take(segment))
                break;
        }

        return Task.FromResult(walk.Proof);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ImmutableList<StoredSegment> Segments(BranchId branch) => Volatile.Read(ref _branches).GetValueOrDefault(branch, []);

    /// <summary>Where the segment with that revision is; the count when it is beyond the last.</summary>
    private static int PlaceOf(ImmutableList<StoredSegment> segments, Revision revision)
    {
        var (low, high) = (0, segments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (segments[middle].Last < revision)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
