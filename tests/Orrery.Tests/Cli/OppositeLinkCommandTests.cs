using Orrery.Testing;

namespace Orrery.Tests.Cli;

/// <summary>Who says the opposite of a causal link by command is told that it is said, and <c>orrery show</c> tells of both.</summary>
public sealed class OppositeLinkCommandTests : IDisposable
{
    private const string Mapping = """
        system: sheet
        shapes:
          metric: { kind: metric, id: "metric/{key}", fields: { title: title } }
        sources:
          sheet/yaml: { files: "metrics.yaml", format: yaml, records: [{ at: "metrics[*]", like: metric }] }
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_second_is_told_of_the_first_and_both_are_shown()
    {
        await File.WriteAllTextAsync(_folder.File("map.yaml"), Mapping, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            _folder.File("metrics.yaml"),
            "metrics: [{ key: reach, title: Reach }, { key: depth, title: Depth }]",
            TestContext.Current.CancellationToken
        );
        await RunAsync("workspace", "create", "acme");
        await RunAsync("import", "metrics.yaml", "--mapping", "map.yaml");

        var first = await RunAsync("query", Link("+"), "--write");
        var looked = await RunAsync("query", Link("-"));
        var second = await RunAsync("query", Link("-"), "--write");

        Assert.Equal((0, 0, 0), (first.Exit, looked.Exit, second.Exit));
        Assert.DoesNotContain("opposite", first.Error, StringComparison.Ordinal);
        const string note = "note: the opposite is said as well: Reach drives Depth, more leads to more, by Tester.";
        Assert.Contains(note, looked.Error, StringComparison.Ordinal);
        Assert.Contains(note, second.Error, StringComparison.Ordinal);
        var shown = (await RunAsync("show", "metric:reach", "--format", "csv")).Out;
        Assert.Contains("both ways are said,drives,more leads to more: Depth (metric:depth)", shown, StringComparison.Ordinal);
        Assert.Contains("both ways are said,drives,more leads to less: Depth (metric:depth)", shown, StringComparison.Ordinal);
    }

    private static string Link(string sign) =>
        $"MATCH (a:Metric {{ref: 'metric:reach'}}), (b:Metric {{ref: 'metric:depth'}}) CREATE (a)-[:DRIVES {{sign: '{sign}'}}]->(b)";

    private Task<Typed> RunAsync(params string[] args) => Typed.RunInAsync(_folder.Path, [.. args, "--data", "data"]);
}
