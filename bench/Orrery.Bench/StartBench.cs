using System.Diagnostics;
using Orrery.Graph;

namespace Orrery.Bench;

/// <summary>From the start of this process to the first entity with its neighbours, out of a snapshot file.</summary>
internal static class StartBench
{
    public static int Run(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        var loading = Stopwatch.GetTimestamp();
        var snapshot = GraphSnapshot.Load(stream, personal => personal);
        var loaded = Stopwatch.GetElapsedTime(loading);
        var reading = snapshot.Read(HarnessGraph.Now, HarnessGraph.Now, Mask.Nothing);
        var entity = reading.Find(HarnessGraph.EntityId(100));
        var neighbours = entity!.Relations(Direction.Out).Count() + entity.Relations(Direction.In).Count();
        var sinceStart = DateTime.Now - Process.GetCurrentProcess().StartTime;
        Console.WriteLine(
            $"{entity.Title}: {neighbours} neighbours; load {loaded.TotalMilliseconds:F0} ms, process start to answer {sinceStart.TotalMilliseconds:F0} ms, {Environment.WorkingSet / 1e6:F0} MB resident"
        );
        return 0;
    }
}
