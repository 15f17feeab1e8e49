using System.Diagnostics;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Bench;

/// <summary>Walks alone and beside 10,000 durable events a second, in turn, after code is compiled and indexes are earned.</summary>
internal static class ReadersBench
{
    private const int Rounds = 4;
    private const int EventsPerTick = 100;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(Results results, Workspace workspace, string size)
    {
        await OnItsOwnThread(() => Walks(workspace));
        List<double> alone = [],
            beside = [],
            rates = [];
        for (var round = 0; round < Rounds; round++)
        {
            alone.Add(await OnItsOwnThread(() => Walks(workspace)));
            using var stop = new CancellationTokenSource();
            var writing = WriteAsync(workspace, stop.Token);
            beside.Add(await OnItsOwnThread(() => Walks(workspace)));
            await stop.CancelAsync();
            rates.Add(await writing);
        }

        results.Put(
            $"walks a second on {size}, alone and beside writes (means of {Rounds} rounds in turn)",
            alone.Average(),
            Rounds,
            null,
            beside.Average(),
            $"{beside.Average() / alone.Average():P0} kept beside {rates.Average():F0} events/s"
        );
    }

    // As many callers as a tick has events, each waiting for its flush; between ticks the writer sleeps.
    private static async Task<double> WriteAsync(Workspace workspace, CancellationToken stop)
    {
        var (clock, written) = (Stopwatch.StartNew(), 0);
        using var ticks = new PeriodicTimer(Tick);
        while (!stop.IsCancellationRequested)
        {
            for (var due = clock.Elapsed / Tick * EventsPerTick; written < due; written += EventsPerTick)
            {
                var at = written;
                await Task.WhenAll(
                    Enumerable
                        .Range(0, EventsPerTick)
                        .Select(i => workspace.ExecuteAsync(CommitBench.Set((at + i) % 100_000, at + i), CancellationToken.None))
                );
            }

            await ticks.WaitForNextTickAsync(CancellationToken.None);
        }

        return written / clock.Elapsed.TotalSeconds;
    }

    private static Task<double> OnItsOwnThread(Func<double> read) =>
        Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static double Walks(Workspace workspace)
    {
        var clock = Stopwatch.StartNew();
        var walks = 0;
        while (clock.Elapsed < Round)
        {
            var reading = workspace.Read(new("bench"), When.Now);
            for (var i = 0; i < 50; i++)
            {
                if (reading.Find(HarnessGraph.EntityId((walks + i) * 37 % 100_000)) is { } start)
                    reading.Walk([start], ["DEPENDS_ON", "PART_OF"], Direction.In, 4);
            }

            walks += 50;
        }

        return walks / clock.Elapsed.TotalSeconds;
    }
}
