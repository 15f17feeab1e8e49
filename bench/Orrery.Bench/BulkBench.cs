using System.Diagnostics;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Bench;

/// <summary>The harness's whole history through the engine into a SQLite journal, durable.</summary>
internal static class BulkBench
{
    private const int InFlight = 8;

    public static async Task<int> RunAsync(string size, string folder)
    {
        var results = new Results("orrery", size);
        var file = Path.Combine(folder, "journal.db");
        foreach (var ending in (string[])["", "-wal", "-shm"])
            File.Delete(file + ending);
        await using var workspace = await OpenAsync(file);
        var history = new PackedHistory(folder);
        var (began, use, commands) = (Stopwatch.GetTimestamp(), Use.Begin(), 0L);
        Queue<Task<Outcome>> waiting = new();
        foreach (var proposal in history.Proposals())
        {
            commands += proposal.Commands.Count;
            waiting.Enqueue(workspace.ExecuteAsync(proposal, CancellationToken.None));
            if (waiting.Count >= InFlight)
                (await waiting.Dequeue()).OrThrow();
        }

        while (waiting.TryDequeue(out var outcome))
            (await outcome).OrThrow();
        var took = Stopwatch.GetElapsedTime(began);
        results.Put(
            "bulk import, durable",
            took.TotalMicroseconds,
            (int)commands,
            null,
            0,
            $"{commands / took.TotalSeconds:F0} events/s; {use}"
        );

        return 0;
    }

    public static async Task<Workspace> OpenAsync(string file) =>
        await Workspace.OpenAsync(
            "bench",
            SqliteJournal.Open(file, null),
            new((id, value) => throw new FaultException(Fault.NotFound(id.ToString())), personal => personal),
            GraphSnapshot.Empty(),
            TimeProvider.System,
            CancellationToken.None
        );
}
