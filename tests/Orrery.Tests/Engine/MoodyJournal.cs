using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Tests.Engine;

/// <summary>A journal over another that refuses while it is in a mood.</summary>
internal sealed class MoodyJournal(IJournal calm) : IJournal
{
    public Exception? Mood { get; set; }

    public ImmutableArray<BranchId> Branches => calm.Branches;

    public Revision Head(BranchId branch) => calm.Head(branch);

    public Task<Revision> AppendAsync(
        BranchId branch,
        Revision expected,
        ImmutableArray<ChangeSet> changes,
        CancellationToken cancel
    ) => Mood is { } mood ? Task.FromException<Revision>(mood) : calm.AppendAsync(branch, expected, changes, cancel);

    public IAsyncEnumerable<ImmutableArray<ChangeSet>> ReadAsync(
        BranchId branch,
        Revision after,
        Revision upTo,
        CancellationToken cancel
    ) => calm.ReadAsync(branch, after, upTo, cancel);

    public ReadOnlyMemory<byte> ChainAt(BranchId branch, Revision revision) => calm.ChainAt(branch, revision);

    public Task<JournalProof> VerifyAsync(BranchId branch, CancellationToken cancel) => calm.VerifyAsync(branch, cancel);

    public ValueTask DisposeAsync() => calm.DisposeAsync();
}
