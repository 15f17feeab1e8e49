using System.Diagnostics;
using System.Threading.Channels;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Bench;

/// <summary>One-event change sets, durable, beside a preallocated file flushed with as many bytes in the same run.</summary>
internal static class CommitBench
{
    private const int Bytes = 200;
    private const int Room = 64 << 20;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2.5);

    public static async Task<int> RunAsync(string size, string folder)
    {
        var results = new Results("orrery", size);
        await using var large = await BulkBench.OpenAsync(Path.Combine(folder, "journal.db"));
        var few = Path.Combine(folder, "few.db");
        foreach (var ending in (string[])["", "-wal", "-shm"])
            File.Delete(few + ending);
        await using var small = await BulkBench.OpenAsync(few);
        foreach (var entity in Enumerable.Range(0, 1_000))
            (await small.ExecuteAsync(Create(entity), CancellationToken.None)).OrThrow();

        foreach (var callers in (int[])[1, 64, 256])
        {
            for (var round = 0; round < 3; round++)
            {
                Put(results, $"raw file, {callers} callers", await RawAsync(folder, callers, Room));
                Put(results, $"raw file that grows, {callers} callers", await RawAsync(folder, callers, room: 0));
                Put(results, $"into 1,000 entities, {callers} callers", await CommitsAsync(small, 1_000, callers, ForARound()));
                Put(results, $"into {size}, {callers} callers", await CommitsAsync(large, 1_000, callers, ForARound()));
            }
        }

        await CompactingBench.RunAsync(results, large, size, folder);
        await ReadersBench.RunAsync(results, large, size);
        await large.DisposeAsync();
        PublishBench.Run(results, large.Current, size);
        return 0;
    }

    /// <summary>A change set that creates an entity.</summary>
    public static Proposal Create(int entity) =>
        new(
            [
                new GraphCommand.CreateEntity(
                    HarnessGraph.EntityId(entity),
                    ["work"],
                    null,
                    Properties.Of(("title", Value.Of($"Work {entity}"))),
                    Validity.Always
                ),
            ],
            Cause
        );

    public static Cause Cause { get; } = new("bench", Origin.Api);

    public static Proposal Set(int entity, long value) =>
        new(
            [new GraphCommand.SetField(HarnessGraph.EntityId(entity), "p0", Value.Of(value), Validity.Since(HarnessGraph.Now))],
            Cause
        );

    public static async Task<double[]> CommitsAsync(Workspace workspace, int entities, int callers, Func<bool> goesOn) =>
        await CallersAsync(
            callers,
            goesOn,
            async (caller, i) =>
                (
                    await workspace.ExecuteAsync(
                        Set(((caller * 7919) + i) % entities, Random.Shared.NextInt64()),
                        CancellationToken.None
                    )
                ).OrThrow()
        );

    // The harness's raw group commit: one committer writes whatever has queued, flushes once, answers all. The harness's file grows; one with room is a stricter measure.
    private static async Task<double[]> RawAsync(string folder, int callers, int room)
    {
        var path = Path.Combine(folder, "raw.log");
        using var file = File.OpenHandle(
            path,
            FileMode.Create,
            FileAccess.Write,
            FileShare.None,
            FileOptions.DeleteOnClose,
            room
        );
        RandomAccess.Write(file, new byte[room], 0);
        RandomAccess.FlushToDisk(file);
        var queue = Channel.CreateUnbounded<TaskCompletionSource>();
        var committing = Task.Run(async () =>
        {
            var (bytes, at) = (new byte[Bytes * 4_096], 0L);
            List<TaskCompletionSource> batch = [];
            while (await queue.Reader.WaitToReadAsync())
            {
                batch.Clear();
                while (batch.Count < 4_096 && queue.Reader.TryRead(out var one))
                    batch.Add(one);
                at = room > 0 && at + (Bytes * batch.Count) > room ? 0 : at;
                RandomAccess.Write(file, bytes.AsSpan(0, Bytes * batch.Count), at);
                RandomAccess.FlushToDisk(file);
                at += Bytes * batch.Count;
                batch.ForEach(one => one.SetResult());
            }
        });
        var times = await CallersAsync(
            callers,
            ForARound(),
            async (_, _) =>
            {
                var one = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                queue.Writer.TryWrite(one);
                await one.Task;
            }
        );
        queue.Writer.Complete();
        await committing;
        return times;
    }

    private static async Task<double[]> CallersAsync(int callers, Func<bool> goesOn, Func<int, int, Task> call)
    {
        var times = await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        List<double> mine = [];
                        for (var i = 0; goesOn(); i++)
                        {
                            var began = Stopwatch.GetTimestamp();
                            await call(caller, i);
                            mine.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
                        }

                        return mine;
                    })
                )
        );
        return [.. times.SelectMany(mine => mine).Order()];
    }

    private static Func<bool> ForARound()
    {
        var until = Stopwatch.GetTimestamp() + (long)(Round.TotalSeconds * Stopwatch.Frequency);
        return () => Stopwatch.GetTimestamp() < until;
    }

    private static void Put(Results results, string question, double[] times) =>
        results.Put(
            question,
            times[times.Length / 2],
            times.Length,
            null,
            times[(int)(times.Length * .99)],
            $"{times.Length / Round.TotalSeconds:F0} events/s"
        );
}
