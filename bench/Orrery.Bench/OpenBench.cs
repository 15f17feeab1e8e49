using System.Diagnostics;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Bench;

/// <summary>From the start of this process to the first entity with its neighbours, out of the journal alone.</summary>
internal static class OpenBench
{
    public static async Task<int> RunAsync(string size, string folder)
    {
        var use = Use.Begin();
        await using var workspace = await BulkBench.OpenAsync(Path.Combine(folder, "journal.db"));
        var entity = workspace.Read(new("bench"), When.Now).Find(HarnessGraph.EntityId(100))!;
        var neighbours = entity.Relations(Direction.Out).Count() + entity.Relations(Direction.In).Count();
        var sinceStart = DateTime.Now - Process.GetCurrentProcess().StartTime;
        new Results("orrery", size).Put(
            "process start to entity with neighbours, from the journal alone",
            sinceStart.TotalMicroseconds,
            1,
            null,
            0,
            $"{workspace.Current.At} revisions, {neighbours} neighbours; {use}"
        );
        return 0;
    }
}
