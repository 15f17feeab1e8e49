using System.Text.RegularExpressions;
using Orrery.Tests.House;

namespace Orrery.Tests.Query;

/// <summary>The query texts of the openCypher compatibility kit, where it is at hand.</summary>
/// <remarks>Looked for in ORRERY_TCK, then in <c>../shared/data/opencypher-tck</c> beside the checkout or above it.</remarks>
internal static partial class Kit
{
    private const int TimeoutInMilliseconds = 10_000;
    private const RegexOptions Scan = RegexOptions.Multiline | RegexOptions.ExplicitCapture;

    /// <summary>The kit's folder, or null.</summary>
    public static string? Folder { get; } =
        new[]
        {
            Environment.GetEnvironmentVariable("ORRERY_TCK"),
            Path.Combine(Checkout.Root, "..", "shared", "data", "opencypher-tck"),
        }.FirstOrDefault(Directory.Exists);

    /// <summary>Every query, outlines expanded.</summary>
    public static IEnumerable<KitQuery> Queries() =>
        Directory
            .EnumerateFiles(Folder!, "*.feature", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file =>
                Scenarios(File.ReadAllText(file)).SelectMany(scenario => QueriesOf(Path.GetFileName(file), scenario))
            );

    private static IEnumerable<string> Scenarios(string feature) => ScenarioStart.Split(feature).Skip(1);

    private static IEnumerable<KitQuery> QueriesOf(string file, string scenario)
    {
        var name = $"{file}: {scenario.Split('\n')[0].Trim()}";
        var error = ErrorOf.Match(scenario) is { Success: true } match ? match.Groups["detail"].Value : null;
        var texts = Text.Matches(scenario).Select(match => match.Groups["text"].Value).ToList();
        var examples = Examples(scenario).DefaultIfEmpty([]).ToList();
        return texts.SelectMany(
            (text, at) =>
                examples.Select(example => new KitQuery(
                    name,
                    example.Aggregate(text, (filled, cell) => filled.Replace($"<{cell.Key}>", cell.Value)),
                    at == texts.Count - 1 ? error : null
                ))
        );
    }

    private static IEnumerable<Dictionary<string, string>> Examples(string scenario)
    {
        foreach (var table in scenario.Split("Examples:").Skip(1))
        {
            var rows = table
                .Split('\n')
                .Select(line => line.Trim())
                .Where(line => line.StartsWith('|'))
                .Select(line => CellEnd.Split(line.Trim('|')).Select(cell => cell.Trim().Replace("\\|", "|")).ToArray())
                .ToList();
            foreach (var row in rows.Skip(1))
                yield return rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second);
        }
    }

    [GeneratedRegex(@"^\s*Scenario(?: Outline)?:", Scan, TimeoutInMilliseconds)]
    private static partial Regex ScenarioStart { get; }

    [GeneratedRegex(@"a SyntaxError should be raised at compile time: (?<detail>\w+)", Scan, TimeoutInMilliseconds)]
    private static partial Regex ErrorOf { get; }

    [GeneratedRegex("^\\s*\"\"\"\\s*?\\n(?<text>[^\"]*(\"{1,2}[^\"]+)*)\"\"\"", Scan, TimeoutInMilliseconds)]
    private static partial Regex Text { get; }

    [GeneratedRegex(@"(?<!\\)\|", Scan, TimeoutInMilliseconds)]
    private static partial Regex CellEnd { get; }
}

/// <summary>One query of the kit.</summary>
/// <param name="Scenario">Where it stands.</param>
/// <param name="Text">With its example filled in.</param>
/// <param name="SyntaxError">What is wrong with it at compile time, or null.</param>
internal sealed record KitQuery(string Scenario, string Text, string? SyntaxError);
