using System.Diagnostics;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Bench;

/// <summary>The harness's whole history through the engine into a SQLite journal, durable; then the workspace opened again from the journal alone.</summary>
internal static class BulkBench
{
    private const int InFlight = 8;

    public static async Task<int> RunAsync(string size, string folder)
    {
        var results = new Results("orrery", size);
        var file = Path.Combine(folder, "journal.db");
        foreach (var ending in (string[])["", "-wal", "-shm"])
            File.Delete(file + ending);
        await using (var workspace = await OpenAsync(file))
        {
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
        }

        GC.Collect();
        var (opening, opened) = (Stopwatch.GetTimestamp(), Use.Begin());
        await using var again = await OpenAsync(file);
        var openedIn = Stopwatch.GetElapsedTime(opening);
        results.Put(
            "open from the journal alone",
            openedIn.TotalMicroseconds,
            1,
            null,
            0,
            $"{again.Current.At} revisions; {opened}"
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
