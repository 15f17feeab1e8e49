using System.Diagnostics;
using System.Text.Json;

namespace Orrery.Bench;

/// <summary>Result lines in the form of the peers' harness, so that answers are compared on equal inputs.</summary>
internal sealed class Results(string engine, string size, string file)
{
    /// <summary>Just the questions whose name holds this; all when it is not set.</summary>
    private static readonly string Only = Environment.GetEnvironmentVariable("ORRERY_BENCH_ONLY") ?? "";

    private static readonly int[] Milestones = [1, 3, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000];

    public Results(string engine, string size)
        : this(engine, size, Environment.GetEnvironmentVariable("PERF_OUT") ?? "results.jsonl") { }

    // The runtime compiles what is called often for good some tenths of a second after it was first called, twice over: a server has been asked for longer than that.
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(1.5);

    /// <summary>Times each input once, after some for warming up, over and over until code is compiled for good; stops at the first milestone past the budget.</summary>
    public void Each(string question, int inputs, double seconds, Func<int, long> answer, int warm)
    {
        if (!question.Contains(Only, StringComparison.Ordinal))
            return;
        var warms = Stopwatch.StartNew();
        for (var i = 0; i < warm || warms.Elapsed < Warming; i++)
            answer(i % inputs);
        List<double> times = [];
        Dictionary<int, object> check = [];
        var (sum, total, clock) = (0L, 0.0, Stopwatch.StartNew());
        var (made, collections, paused) = (
            GC.GetAllocatedBytesForCurrentThread(),
            GC.CollectionCount(0),
            GC.GetTotalPauseDuration()
        );
        for (var done = 0; done < inputs; )
        {
            var began = Stopwatch.GetTimestamp();
            sum += answer(done++);
            var microseconds = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
            times.Add(microseconds);
            total += microseconds;
            if (done != inputs && !Milestones.Contains(done))
                continue;
            check[done] = new { mean = Math.Round(total / done, 3), sum };
            if (clock.Elapsed.TotalSeconds > seconds)
                break;
        }

        made = (GC.GetAllocatedBytesForCurrentThread() - made) / times.Count;
        collections = GC.CollectionCount(0) - collections;
        paused = GC.GetTotalPauseDuration() - paused;
        times.Sort();
        Put(
            question,
            times[times.Count / 2],
            times.Count,
            check,
            times[(int)(times.Count * .99)],
            $"mean={total / times.Count:F2} made={made} B, {collections} collections of {paused.TotalMilliseconds:F0} ms"
        );
    }

    public void Put(string question, double microseconds, int inputs, object? check, double p99, string? note)
    {
        var line = JsonSerializer.Serialize(
            new
            {
                eng = engine,
                size,
                q = question,
                us = Math.Round(microseconds, 3),
                p99 = Math.Round(p99, 2),
                n = inputs,
                check,
                note,
            }
        );
        Console.WriteLine(line.Length > 300 ? $"{question}: median {microseconds:F2} us, p99 {p99:F1}, {note}" : line);
        File.AppendAllText(file, line + "\n");
    }
}
