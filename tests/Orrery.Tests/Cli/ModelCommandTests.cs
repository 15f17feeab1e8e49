using Orrery.Testing;

namespace Orrery.Tests.Cli;

/// <summary><c>orrery model ...</c>, and what is shaped here going out and coming in as packs.</summary>
public sealed class ModelCommandTests : IDisposable
{
    private const string Model =
        "MATCH (k) WHERE k:kind OR k:field OR k:`relation-type` RETURN labels(k), k.symbol, k.title, k.hidden, k.`field-kind`, k.unit, k.options ORDER BY k.symbol, k.title, labels(k)";

    private const string Ideas = """
        pack: ideas
        version: 1.0.0
        title: Ideas
        description: What might be.
        revisit: 2027-01-31
        needs: [core]
        kinds:
          idea:
            title: Idea
            description: What might be.
            is: intent
            fields:
              size: text

        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_field_comes_to_hold_numbers_with_its_values_and_one_undo_takes_it_back()
    {
        await RunAsync("workspace", "create", "acme");
        await AddIdeasAsync();

        var look = await GoodAsync("model", "change-field", "idea.size", "--to", "number", "--dry-run");
        Assert.Contains("a dozen", look, StringComparison.Ordinal);
        Assert.Equal("12;a dozen", await AskAsync("MATCH (i:Idea) RETURN i.size ORDER BY i.size"));
        Assert.Contains(
            "[shape.misfits]",
            (await RunAsync("model", "change-field", "idea.size", "--to", "number")).Error,
            StringComparison.Ordinal
        );

        await GoodAsync("model", "change-field", "idea.size", "--to", "number", "--unit", "people", "--misfits", "keep");
        Assert.Equal("13,;,a dozen", await AskAsync("MATCH (i:Idea) RETURN i.size + 1, i.`size-before` ORDER BY i.title"));
        await GoodAsync("undo", "r" + await LastAsync());
        Assert.Equal("12;a dozen", await AskAsync("MATCH (i:Idea) RETURN i.size ORDER BY i.size"));
    }

    [Fact]
    public async Task A_kind_is_merged_into_another()
    {
        await RunAsync("workspace", "create", "acme");
        await AddIdeasAsync();

        Assert.Contains("a new field", await GoodAsync("model", "merge", "idea", "goal", "--dry-run"), StringComparison.Ordinal);
        await GoodAsync("model", "merge", "idea", "goal");

        Assert.Equal("a dozen", await AskAsync("MATCH (g:Goal {title: 'Bakery'}) RETURN g.size"));
        Assert.Equal("0", await AskAsync("MATCH (k:kind {symbol: 'idea'}) RETURN count(*)"));
    }

    [Fact]
    public async Task What_was_shaped_here_goes_out_as_packs_and_comes_in_elsewhere_the_same()
    {
        await RunAsync("workspace", "create", "acme");
        await AddIdeasAsync();
        await GoodAsync(
            "query",
            "MATCH (k) WHERE (k:kind AND k.symbol = 'question') OR (k:field AND k.symbol = 'size') OR (k:`relation-type` AND k.symbol = 'funds') SET k.hidden = true",
            "--write"
        );
        await GoodAsync("model", "change-field", "idea.size", "--to", "enum", "--choice", "12", "--choice", "A dozen");
        await GoodAsync("export", "--format", "packs", "model");

        await RunAsync("workspace", "create", "other", "--open");
        await GoodAsync("apply", "-f", "model", "--workspace", "other");

        Assert.Equal(Sorted(await AskAsync(Model, "acme")), Sorted(await AskAsync(Model, "other")));
        Assert.Contains(
            "Nothing would change",
            await GoodAsync("apply", "-f", "model", "--workspace", "other"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Nothing would change",
            await GoodAsync("apply", "-f", "model", "--workspace", "acme"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_field_is_added_and_changed_with_its_range_and_the_way_it_is_asked_for_and_goes_out_as_a_pack()
    {
        await RunAsync("workspace", "create", "acme");
        await AddIdeasAsync();

        await GoodAsync("model", "add-field", "idea", "Trouble", "--holds", "number", "--min", "1", "--max", "5", "--dry-run");
        Assert.Equal("0", await AskAsync("MATCH (f:field {symbol: 'trouble'}) RETURN count(*)"));
        await GoodAsync("model", "add-field", "idea", "Trouble", "--holds", "number", "--min", "1", "--max", "5");
        await GoodAsync("model", "set-field", "idea.trouble", "--max", "10", "--unit", "hours");
        await GoodAsync("model", "add-field", "idea", "Guess", "--holds", "hypothesis");
        string[] scale =
        [
            "model",
            "add-field",
            "idea",
            "Whose",
            "--holds",
            "two-ends",
            "--end",
            "Mine: quick",
            "--end",
            "Ours: lasts",
        ];
        await GoodAsync(scale);

        Assert.NotEqual(0, (await RunAsync("query", "MATCH (i:Idea) SET i.trouble = 11", "--write")).Exit);
        await GoodAsync("query", "MATCH (i:Idea) SET i.trouble = 10", "--write");
        Assert.NotEqual(0, (await RunAsync("model", "set-field", "idea.trouble", "--max", "9")).Exit);
        await GoodAsync("export", "--format", "packs", "model");
        await RunAsync("workspace", "create", "other", "--open");
        await GoodAsync("apply", "-f", "model", "--workspace", "other");
        const string Fields =
            "MATCH (f:field) WHERE f.symbol IN ['trouble', 'guess', 'whose'] RETURN f.symbol, f.min, f.max, f.unit, f.editor, f.parts, f.ends";
        Assert.Equal(Sorted(await AskAsync(Fields, "acme")), Sorted(await AskAsync(Fields, "other")));
        Assert.Contains("10", await AskAsync(Fields, "other"), StringComparison.Ordinal);
    }

    private async Task AddIdeasAsync()
    {
        await File.WriteAllTextAsync(_folder.File("ideas.yaml"), Ideas, TestContext.Current.CancellationToken);
        await GoodAsync("apply", "-f", "ideas.yaml");
        await GoodAsync(
            "query",
            "CREATE (:Idea {title: 'Album', size: '12'}), (:Idea {title: 'Bakery', size: 'a dozen'})",
            "--write"
        );
    }

    private static IEnumerable<string> Sorted(string rows) => rows.Split(';').Order(StringComparer.Ordinal);

    private async Task<string> LastAsync() =>
        (await GoodAsync("history", "--format", "csv")).Split("\r\n")[1].Split(',')[0].TrimStart('r');

    private async Task<string> AskAsync(string question, string workspace = "acme")
    {
        var lines = (await GoodAsync("query", question, "--format", "csv", "--workspace", workspace)).Split("\r\n");
        return string.Join(';', lines[1..^1]);
    }

    private async Task<string> GoodAsync(params string[] args)
    {
        var answer = await RunAsync(args);
        Assert.True(answer.Exit == 0, answer.Error);
        return answer.Out;
    }

    private Task<Typed> RunAsync(params string[] args) => Typed.RunInAsync(_folder.Path, [.. args, "--data", "data"]);
}
