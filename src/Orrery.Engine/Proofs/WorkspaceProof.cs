using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>What reading all of a workspace proved.</summary>
/// <param name="Workspace">Which.</param>
/// <param name="Journal">Sequence, checksums and chain of its journal.</param>
/// <param name="Snapshot">What became of its snapshot file.</param>
/// <param name="Attachments">What became of the files that things refer to.</param>
public sealed record WorkspaceProof(string Workspace, JournalProof Journal, SnapshotProof Snapshot, AttachmentProof Attachments)
{
    /// <summary>What is wrong, worst first; empty when all is well.</summary>
    public ImmutableArray<Fault> Faults =>
        [
            .. Journal.Faults,
            .. Snapshot is SnapshotProof.Different different ? [different.Fault] : ImmutableArray<Fault>.Empty,
            .. Attachments.Faults,
        ];
}

/// <summary>What the files of a workspace are worth.</summary>
/// <param name="Files">How many are kept.</param>
/// <param name="Faults">Those that are not what was kept, and those that are missing.</param>
public sealed record AttachmentProof(int Files, ImmutableArray<Fault> Faults);

/// <summary>What a snapshot file is worth.</summary>
public abstract record SnapshotProof
{
    private SnapshotProof() { }

    /// <summary>There is none: opening replays the journal.</summary>
    public sealed record None : SnapshotProof;

    /// <summary>It is of another journal or build, or cut short: opening leaves it aside and replays the journal.</summary>
    public sealed record Unused : SnapshotProof;

    /// <summary>Replaying the journal up to there gives the same graph.</summary>
    public sealed record Equal(Revision At) : SnapshotProof;

    /// <summary>It says something else than the journal.</summary>
    public sealed record Different(Fault Fault) : SnapshotProof;
}
