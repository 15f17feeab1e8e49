using System.Text.Json;

namespace Orrery.Bench;

/// <summary>Our answers beside the best peer's, on equal inputs, checksums compared.</summary>
internal static class Comparison
{
    public static int Print(string file)
    {
        var lines = File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Console.WriteLine(
            "| size | question | orrery mean us (p99) | best peer | ratio | checksums |\n|---|---|---|---|---|---|"
        );
        foreach (var ours in lines.Where(line => line.GetProperty("eng").GetString() == "orrery" && HasCheck(line)))
            Print(ours, lines);
        return 0;
    }

    private static void Print(JsonElement ours, JsonElement[] lines)
    {
        var (size, moment) = (ours.GetProperty("size").GetString(), ours.GetProperty("q").GetString()!);
        var question = moment.StartsWith('@') ? moment[(moment.IndexOf(' ', StringComparison.Ordinal) + 1)..] : moment;
        var best = lines
            .Where(line => line.GetProperty("eng").GetString() is "sqlite" or "postgres" or "duckdb" or "kuzu")
            .Where(line =>
                line.GetProperty("size").GetString() == size && line.GetProperty("q").GetString() == question && HasCheck(line)
            )
            .Select(peer => (peer, at: CommonMilestone(ours, peer)))
            .Where(pair => pair.at is not null)
            .OrderBy(pair => Mean(pair.peer, pair.at!))
            .FirstOrDefault();
        var last = ours.GetProperty("check").EnumerateObject().Last().Name;
        var text = $"| {size} | {moment} | {Mean(ours, last):F2} ({ours.GetProperty("p99").GetDouble():F1}) |";
        if (best.at is null)
        {
            Console.WriteLine($"{text} - | - | - |");
            return;
        }

        var agree =
            Sum(ours, best.at) == Sum(best.peer, best.at) ? "agree"
            : moment == question ? "DIFFER"
            : "another moment";
        Console.WriteLine(
            $"{text} {best.peer.GetProperty("eng").GetString()} {Mean(best.peer, best.at):F1} | x{Mean(best.peer, best.at) / Mean(ours, best.at):F0} | {agree} at {best.at} |"
        );
    }

    private static bool HasCheck(JsonElement line) =>
        line.TryGetProperty("check", out var check) && check.ValueKind == JsonValueKind.Object;

    private static string? CommonMilestone(JsonElement ours, JsonElement peer) =>
        peer.GetProperty("check")
            .EnumerateObject()
            .Select(entry => entry.Name)
            .LastOrDefault(name => ours.GetProperty("check").TryGetProperty(name, out _));

    private static double Mean(JsonElement line, string at) =>
        line.GetProperty("check").GetProperty(at).GetProperty("mean").GetDouble();

    private static long Sum(JsonElement line, string at) =>
        line.GetProperty("check").GetProperty(at).GetProperty("sum").GetInt64();
}
