using System.Diagnostics;

namespace Orrery.Bench;

/// <summary>What a stretch of work takes of the process: processor time, collections, pauses. Tells a busy machine from slow code.</summary>
internal sealed class Use
{
    private readonly TimeSpan _processor = Process.GetCurrentProcess().TotalProcessorTime;
    private readonly TimeSpan _paused = GC.GetTotalPauseDuration();
    private readonly int[] _collections = [.. Enumerable.Range(0, 3).Select(GC.CollectionCount)];

    public static Use Begin() => new();

    /// <summary>Since the beginning.</summary>
    public override string ToString()
    {
        using var process = Process.GetCurrentProcess();
        var collections = string.Join('/', _collections.Select((before, generation) => GC.CollectionCount(generation) - before));
        return $"{(process.TotalProcessorTime - _processor).TotalSeconds:F1} s of processors, collections {collections}, paused {(GC.GetTotalPauseDuration() - _paused).TotalSeconds:F2} s, {process.WorkingSet64 >> 20} MB";
    }
}
