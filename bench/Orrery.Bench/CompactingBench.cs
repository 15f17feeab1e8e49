using System.Diagnostics;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Bench;

/// <summary>One-event change sets while the workspace is laid out for reading, written as a snapshot file, and backed up.</summary>
internal static class CompactingBench
{
    /// <summary>Alone, on the journal that bulk wrote.</summary>
    public static async Task<int> RunAsync(string size, string folder)
    {
        await using var workspace = await BulkBench.OpenAsync(Path.Combine(folder, "journal.db"));
        // What opening left to be laid out is laid out before anything is timed.
        while (workspace.Current.Unfrozen > workspace.Current.Frozen / 8)
            await Task.Delay(100);
        await RunAsync(new("orrery", size), workspace, size, folder);
        return 0;
    }

    public static async Task RunAsync(Results results, Workspace workspace, string size, string folder)
    {
        var files = new WorkspaceFolder(WorkspaceName.Parse("bench"), folder);
        foreach (var callers in (int[])[1, 64])
        {
            await BesideAsync("nothing", () => Thread.Sleep(3_000));
            await BesideAsync("laying out for reading", () => workspace.Current.Freeze());
            await BesideAsync("writing a snapshot file", () => Save(workspace.Current, files));
            await BesideAsync(
                "a backup",
                () => JournalBackup.Write(files, Path.Combine(folder, "bench.orrery"), HarnessGraph.Now)
            );

            async Task BesideAsync(string what, Action compact)
            {
                var (began, use) = (Stopwatch.GetTimestamp(), Use.Begin());
                var compacting = Task.Factory.StartNew(
                    compact,
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                );
                var times = await CommitBench.CommitsAsync(workspace, 1_000, callers, () => !compacting.IsCompleted);
                await compacting;
                results.Put(
                    $"into {size}, {callers} callers, beside {what}",
                    times[times.Length / 2],
                    times.Length,
                    null,
                    times[(int)(times.Length * .99)],
                    $"which took {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s; {times.Length} commits, longest {times[^1] / 1_000:F1} ms; {use}"
                );
            }
        }
    }

    // The chain is not known from here; nobody reads this file.
    private static void Save(GraphSnapshot snapshot, WorkspaceFolder files) =>
        SnapshotFile.Write(
            files.Snapshot(BranchId.Main),
            new(1, files.Name, BranchId.Main, snapshot.At, new byte[SegmentCodec.ChainLength]),
            snapshot.Save
        );
}
