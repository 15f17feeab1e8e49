using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Orrery.Bench;

/// <summary>Each hostile query, three times, beside a reader of pages: how much longer the reader waits, and how the query ends.</summary>
internal static partial class HostileBench
{
    private const double WorstRatio = 3;

    // Ninety pages in two seconds make the second worst the percentile.
    private const int Askings = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);
    private static readonly string[] Pages =
    [
        "w/harbor-mutual/e/bet:mobile-workflow-updates",
        "w/harbor-mutual/e/person:ruth-lindqvist",
    ];

    public static async Task<int> RunAsync(string executable, string folder)
    {
        await using var server = await HostileServer.StartAsync(executable, folder);
        await ReadForAsync(server, Task.Delay(TimeSpan.FromSeconds(5)));
        var quiet = await ReadForAsync(server, Task.Delay(TimeSpan.FromSeconds(10)));
        Console.WriteLine(
            $"quiet: {quiet.Count} pages, p50 {At(quiet, .5):F1} ms, p99 {At(quiet, .99):F1} ms, {server.Megabytes} MB"
        );
        var worst = 0.0;
        var only = Environment.GetEnvironmentVariable("ORRERY_BENCH_ONLY") ?? "";
        foreach (var query in HostileQueries.All.Where(query => query.Name.Contains(only, StringComparison.Ordinal)))
            worst = Math.Max(worst, await RunAsync(server, query, At(quiet, .99)));
        var crowd = HostileQueries.All.Take(6).Select(server.AskAsync).ToArray();
        var times = await ReadForAsync(server, Task.WhenAll(crowd));
        worst = Math.Max(worst, Print("six of them at once", times, At(quiet, .99), "", server.Megabytes));
        Console.WriteLine($"worst ratio {worst:F1} (goal: under {WorstRatio})");
        return worst < WorstRatio ? 0 : 1;
    }

    private static async Task<double> RunAsync(HostileServer server, HostileQuery query, double quiet)
    {
        List<double> times = [];
        var (end, took) = ("", TimeSpan.Zero);
        for (var i = 0; i < Askings; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var asked = server.AskAsync(query);
            // Some end at once: the reader reads on for two seconds, so that there are enough pages for a percentile.
            times.AddRange(await ReadForAsync(server, Task.WhenAll(asked, Task.Delay(TimeSpan.FromSeconds(2)))));
            var told = await asked;
            took = Stopwatch.GetElapsedTime(began);
            if (took > Longest)
                throw new InvalidOperationException($"{query.Name} ran for {took.TotalSeconds:F0} s.");
            end =
                told.Exit == 0 ? "answered"
                : Code().Match(told.Error) is { Success: true } code ? code.Value
                : told.Error;
        }

        times.Sort();
        return Print(query.Name, times, quiet, $"{end}, {took.TotalSeconds:F1} s", server.Megabytes);
    }

    private static double Print(string name, List<double> times, double quiet, string end, long megabytes)
    {
        var (p50, p99) = (At(times, .5), At(times, .99));
        Console.WriteLine(
            $"{name, -42} p50 {p50, 7:F1} ms  p99 {p99, 7:F1} ms  ratio {p99 / quiet, 5:F1}  {megabytes, 5} MB  {end}"
        );
        return p99 / quiet;
    }

    // Milliseconds of each page, sorted.
    private static async Task<List<double>> ReadForAsync(HostileServer server, Task until)
    {
        List<double> times = [];
        for (var i = 0; !until.IsCompleted; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await server.ReadAsync(Pages[i % Pages.Length]);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(Pause);
        }

        times.Sort();
        return times;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    [GeneratedRegex(@"\[[a-z.-]+\]", RegexOptions.None, 1_000)]
    private static partial Regex Code();
}
