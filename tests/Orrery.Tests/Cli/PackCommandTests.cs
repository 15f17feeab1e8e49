using Orrery.Testing;

namespace Orrery.Tests.Cli;

/// <summary><c>orrery pack ...</c> and <c>orrery apply</c>, from the command line to what the workspace answers.</summary>
public sealed class PackCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_pack_comes_is_upgraded_with_what_was_changed_here_and_goes()
    {
        await RunAsync("workspace", "create", "acme");
        await WriteAsync("ours.yaml", Ours("1.0.0", "Wish", "What we dream of."));
        await WriteAsync("newer.yaml", Ours("1.1.0", "Desire", "What we would like."));

        Assert.Contains("comes", await GoodAsync("pack", "add", "ours.yaml", "--dry-run"), StringComparison.Ordinal);
        Assert.Equal("0", await AskAsync("MATCH (k:kind {symbol: 'wish'}) RETURN count(*)"));
        await GoodAsync("pack", "add", "ours.yaml");
        await GoodAsync("query", "MATCH (k:kind {symbol: 'wish'}) SET k.title = 'Hope'", "--write");
        var upgrade = await GoodAsync("pack", "upgrade", "newer.yaml");
        Assert.Contains("both changed: yours", upgrade, StringComparison.Ordinal);
        Assert.Contains("(the pack says Desire, and said Wish)", upgrade, StringComparison.Ordinal);
        Assert.Equal("Hope,What we would like.", await AskAsync("MATCH (k:kind {symbol: 'wish'}) RETURN k.title, k.description"));
        await GoodAsync("pack", "upgrade", "newer.yaml", "--take-pack", "kind:wish.title");
        await GoodAsync("pack", "remove", "ours");

        Assert.Equal("0", await AskAsync("MATCH (k:kind {symbol: 'wish'}) RETURN count(*)"));
        Assert.Contains("Removed the pack ours", await GoodAsync("history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_as_packs_is_applied_elsewhere_and_again_does_nothing()
    {
        await RunAsync("workspace", "create", "acme", "--pack", "harbor");
        await GoodAsync("query", "MATCH (k:kind {symbol: 'bet'}) SET k.title = 'Wager'", "--write");
        await GoodAsync("export", "--format", "packs", "model");

        await RunAsync("workspace", "create", "other", "--open");
        await GoodAsync("apply", "-f", "model", "--workspace", "other");
        var again = await GoodAsync("apply", "-f", "model", "--workspace", "other");

        Assert.Contains("Nothing would change", again, StringComparison.Ordinal);
        const string model = "MATCH (k) WHERE k:kind OR k:field OR k:`relation-type` RETURN count(*), max(k.title)";
        Assert.Equal(await AskAsync(model, "acme"), await AskAsync(model, "other"));
        Assert.Equal("Wager", await AskAsync("MATCH (k:kind {symbol: 'bet'}) RETURN k.title", "other"));
    }

    [Fact]
    public async Task An_option_that_a_command_does_not_have_is_not_taken_for_a_file()
    {
        await WriteAsync("right.yaml", Ours("1.0.0", "Wish", "x"));
        await WriteAsync("--odd.yaml", Ours("1.0.0", "Wish", "x"));

        var linted = await RunAsync("pack", "lint", "right.yaml", "--workspace", "acme");

        Assert.Equal(2, linted.Exit);
        Assert.Contains("'--workspace' is no option of this command.", linted.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Typed.RunInAsync(_folder.Path, "pack", "lint", "--data", "data", "--", "--odd.yaml")).Exit);
    }

    [Fact]
    public async Task Lint_says_everything_that_is_wrong()
    {
        await WriteAsync(
            "wrong.yaml",
            Ours("1", "Wish", "x").Replace("is: intent", "is: nothing-known, colour: red", StringComparison.Ordinal)
        );
        await WriteAsync("right.yaml", Ours("1.0.0", "Wish", "x"));

        var wrong = await RunAsync("pack", "lint", "wrong.yaml");

        Assert.Equal(1, wrong.Exit);
        Assert.Contains("wrong.yaml:2: '1' is not a version", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("colour", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing is wrong", await GoodAsync("pack", "lint", "right.yaml"), StringComparison.Ordinal);
    }

    private static string Ours(string version, string title, string description) =>
        $$"""
            pack: ours
            version: {{version}}
            title: Ours
            description: What we add.
            revisit: 2027-01-31
            needs: [core]
            kinds:
              wish: { title: {{title}}, plural: Wishes, description: {{description}}, is: intent }

            """;

    private async Task WriteAsync(string file, string text) =>
        await File.WriteAllTextAsync(_folder.File(file), text, TestContext.Current.CancellationToken);

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
