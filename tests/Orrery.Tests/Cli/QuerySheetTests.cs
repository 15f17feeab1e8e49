using System.Text.Json;
using Orrery.Testing;

namespace Orrery.Tests.Cli;

/// <summary>Answers that are wider or deeper than usual, as <c>orrery query</c> writes them.</summary>
public sealed class QuerySheetTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("RETURN reduce(l = [1], x IN range(1, 119) | [l]) AS deep")]
    [InlineData("RETURN reduce(l = 1, x IN range(1, 120) | {a: l}) AS deep")]
    public async Task As_deep_as_a_query_may_go_it_is_written(string query)
    {
        await RunAsync("workspace", "create", "acme");

        var typed = await RunAsync("query", query, "--format", "json");

        Assert.Equal((0, ""), (typed.Exit, typed.Error));
        using var read = JsonDocument.Parse(typed.Out, new() { MaxDepth = 200 });
        Assert.Equal(JsonValueKind.Array, read.RootElement.ValueKind);
    }

    [Fact]
    public async Task A_column_that_is_called_like_a_page_of_text_has_a_short_heading_in_a_table_alone()
    {
        await RunAsync("workspace", "create", "acme");
        var expression = string.Join(" OR ", Enumerable.Repeat("1 = 1", 300));

        var table = await RunAsync("query", $"RETURN {expression}", "--format", "table");
        var csv = await RunAsync("query", $"RETURN {expression}", "--format", "csv");

        Assert.InRange(table.Out.Split('\n')[1].Trim().Length, 100, 120);
        Assert.Contains('\u2026', table.Out);
        Assert.Contains(expression, csv.Out, StringComparison.Ordinal);
    }

    private Task<Typed> RunAsync(params string[] args) => Typed.RunInAsync(_folder.Path, [.. args, "--data", "data"]);
}
