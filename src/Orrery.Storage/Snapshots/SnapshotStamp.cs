using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>What a snapshot is of. A snapshot is used only where all of it matches.</summary>
/// <param name="Layout">The version of the payload, the writer's own; another layout is not read but rebuilt.</param>
/// <param name="Workspace">Of which workspace.</param>
/// <param name="Branch">Of which branch.</param>
/// <param name="Revision">At which revision.</param>
/// <param name="Chain">The journal's chain hash at that revision (<see cref="IJournal.ChainAt"/>): the proof that it is of this journal.</param>
public sealed record SnapshotStamp(
    int Layout,
    WorkspaceName Workspace,
    BranchId Branch,
    Revision Revision,
    ReadOnlyMemory<byte> Chain
)
{
    /// <inheritdoc/>
    public bool Equals(SnapshotStamp? other) =>
        other is not null
        && (Layout, Workspace, Branch, Revision) == (other.Layout, other.Workspace, other.Branch, other.Revision)
        && Chain.Span.SequenceEqual(other.Chain.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Layout, Workspace, Branch, Revision);
}
