using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>Proves a workspace: that its journal is what was written, and that its snapshot file says the same.</summary>
internal static class Proving
{
    public static async Task<WorkspaceProof> RunAsync(
        WorkspaceFolder files,
        IJournal journal,
        Action<Revision> replayed,
        CancellationToken cancel
    )
    {
        var proof = await journal.VerifyAsync(BranchId.Main, cancel);
        if (!proof.IsSound)
            return new(
                files.Name.Text,
                proof,
                new SnapshotProof.Unused(),
                AttachmentProving.Run(files, new HashSet<ContentHash>(), cancel)
            );
        var replay = new Replay();
        var snapshot = await SnapshotAsync(files, journal, replay, replayed, cancel);
        return new(files.Name.Text, proof, snapshot, AttachmentProving.Run(files, replay.Hashes, cancel));
    }

    private static async Task<SnapshotProof> SnapshotAsync(
        WorkspaceFolder files,
        IJournal journal,
        Replay replay,
        Action<Revision> replayed,
        CancellationToken cancel
    )
    {
        var path = files.Snapshot(BranchId.Main);
        using var file = SnapshotKeeper.Find(files, journal);
        await replay.RunAsync(journal, file?.Stamp.Revision ?? journal.Head(BranchId.Main), replayed, cancel);
        if (file is null)
            return File.Exists(path) ? new SnapshotProof.Unused() : new SnapshotProof.None();
        if (!file.IsWhole(cancel) || SnapshotKeeper.Load(file, personal => personal) is not { } saved)
            return new SnapshotProof.Different(EngineFaults.SnapshotDiffers(path, "it is not what was written"));
        return SameGraph.FirstDifference(replay.Snapshot, saved, replay.MomentsToCompare) is { } difference
            ? new SnapshotProof.Different(EngineFaults.SnapshotDiffers(path, $"they differ at {difference}"))
            : new SnapshotProof.Equal(saved.At);
    }
}
