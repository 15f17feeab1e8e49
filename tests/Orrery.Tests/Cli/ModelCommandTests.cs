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

    [Fact]
    public async Task A_relation_is_added_and_changed_within_what_is_there_and_goes_out_as_a_pack()
    {
        await RunAsync("workspace", "create", "acme");
        await AddIdeasAsync();

        string[] blocks = ["model", "add-relation", "blocks", "--inverse", "is blocked by", "--from", "idea", "--to", "intent"];
        await GoodAsync([.. blocks, "--takes-bets", "yes"]);
        await GoodAsync("model", "add-relation", "raises", "--from", "metric", "--to", "metric", "--causal", "yes");
        await GoodAsync(
            "query",
            "MATCH (a:Idea {title: 'Album'}), (b:Idea {title: 'Bakery'}) CREATE (a)-[:BLOCKS]->(b), (b)-[:BLOCKS]->(a)",
            "--write"
        );
        Assert.Contains(
            "[shape.in-the-way]",
            (await RunAsync("model", "set-relation", "blocks", "--acyclic", "yes")).Error,
            StringComparison.Ordinal
        );
        await GoodAsync("query", "MATCH (:Idea {title: 'Bakery'})-[r:BLOCKS]->() DELETE r", "--write");
        await GoodAsync(
            "model",
            "set-relation",
            "blocks",
            "--acyclic",
            "yes",
            "--count",
            "one-leaves",
            "--title",
            "stands before"
        );
        const string Circle = "MATCH (a:Idea {title: 'Album'}), (b:Idea {title: 'Bakery'}) CREATE (b)-[:BLOCKS]->(a)";
        Assert.NotEqual(0, (await RunAsync("query", Circle, "--write")).Exit);

        await GoodAsync("export", "--format", "packs", "model");
        await RunAsync("workspace", "create", "other", "--open");
        await GoodAsync("apply", "-f", "model", "--workspace", "other");
        const string Types =
            "MATCH (r:`relation-type`) WHERE r.symbol IN ['blocks', 'raises', 'drives'] RETURN r.symbol, r.title, coalesce(r.inverse, r.title), coalesce(r.acyclic, false), r.`to-max`, r.`takes-bets`, coalesce(r.causal, false)";
        Assert.Equal(Sorted(await AskAsync(Types, "acme")), Sorted(await AskAsync(Types, "other")));
        Assert.Contains("blocks,stands before,is blocked by,yes,1,yes", await AskAsync(Types, "other"), StringComparison.Ordinal);
        Assert.Contains(
            "delay",
            await AskAsync("MATCH (:`relation-type` {symbol: 'raises'})-[:`has-field`]->(f) RETURN f.symbol"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_kind_is_added_changed_hidden_and_removed_and_goes_out_as_a_pack()
    {
        await RunAsync("workspace", "create", "acme");
        await AddIdeasAsync();

        await GoodAsync("model", "add-kind", "Wish", "--plural", "Wishes", "--is", "idea", "--facet", "investment");
        string[] changed =
        [
            "model",
            "set-kind",
            "wish",
            "--is",
            "idea",
            "--is",
            "goal",
            "--temporality",
            "event",
            "--tier",
            "core",
        ];
        Assert.Contains("event", await GoodAsync([.. changed, "--dry-run"]), StringComparison.Ordinal);
        Assert.Equal("extended", await AskAsync("MATCH (k:kind {symbol: 'idea'}) RETURN k.tier"));
        await GoodAsync(changed);
        await GoodAsync("query", "CREATE (:Wish {title: 'A bell', size: '3'})", "--write");
        Assert.Contains(
            "[shape.would-lose]",
            (await RunAsync("model", "set-kind", "wish", "--is", "goal")).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "[shape.not-one-of]",
            (await RunAsync("model", "set-kind", "wish", "--facet", "weather")).Error,
            StringComparison.Ordinal
        );
        Assert.Contains("[shape.in-use]", (await RunAsync("model", "remove", "wish")).Error, StringComparison.Ordinal);
        await GoodAsync("model", "add-kind", "Unused");
        await GoodAsync("model", "remove", "kind:unused");
        Assert.Equal("0", await AskAsync("MATCH (k:kind {symbol: 'unused'}) RETURN count(*)"));
        await GoodAsync("model", "hide", "wish");
        await GoodAsync("model", "show", "kind:wish");
        await GoodAsync("model", "hide", "kind:wish");
        const string Wish =
            "MATCH (k:kind {symbol: 'wish'})-[:`is-a`]->(p) RETURN k.plural, k.facets, k.tier, k.temporality, k.hidden, p.symbol ORDER BY p.symbol";
        await GoodAsync("export", "--format", "packs", "model");
        await RunAsync("workspace", "create", "other", "--open");
        await GoodAsync("apply", "-f", "model", "--workspace", "other");
        Assert.Equal(await AskAsync(Wish), await AskAsync(Wish, "other"));
    }

    [Fact]
    public async Task A_workspace_is_told_in_whose_words_it_speaks_and_what_numbers_it_goes_by()
    {
        await RunAsync("workspace", "create", "acme", "--pack", "common-words");

        await GoodAsync(
            "workspace",
            "set",
            "--speaks-as",
            "common-building",
            "--setting",
            "fiscal-year-start='04-01'",
            "--setting",
            "minimum-group=8"
        );

        Assert.Equal(
            "2026-04-01,8",
            await AskAsync("RETURN practice.fiscalYear(date('2026-11-26')), practice.setting('minimum-group')")
        );
        Assert.Equal("2025-04-01", await AskAsync("RETURN practice.fiscalYear(date('2026-03-31'))"));
        Assert.Contains(
            "[workspace.no-community]",
            (await RunAsync("workspace", "set", "--speaks-as", "nobody")).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Did you mean common-building",
            (await RunAsync("query", "RETURN 1", "--words", "common-bulding")).Error,
            StringComparison.Ordinal
        );
        await GoodAsync("query", "RETURN 1", "--words", "-");
        Assert.Contains(
            "[workspace.no-setting]",
            (await RunAsync("workspace", "set", "--setting", "minimum-grup=8")).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "[workspace.setting-value]",
            (await RunAsync("workspace", "set", "--setting", "minimum-group=many")).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "[workspace.no-zone]",
            (await RunAsync("workspace", "set", "--time-zone", "Moon/Base")).Error,
            StringComparison.Ordinal
        );
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
