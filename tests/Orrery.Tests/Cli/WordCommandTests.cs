using Orrery.Testing;

namespace Orrery.Tests.Cli;

/// <summary>The dictionary from the command line.</summary>
public sealed class WordCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_word_is_said_its_language_told_and_taken_away()
    {
        await GoodAsync("workspace", "create", "acme");
        Assert.Contains("Everybody says the same", await GoodAsync("words", "list"), StringComparison.Ordinal);

        await GoodAsync(
            "words",
            "add",
            "Schaden",
            "kind:bet",
            "Wette",
            "--plural",
            "Wetten",
            "--form",
            "new=Neue Wette",
            "--dry-run"
        );
        Assert.DoesNotContain("Wette", await GoodAsync("words", "list"), StringComparison.Ordinal);
        await GoodAsync("words", "add", "Schaden", "kind:bet", "Wette", "--plural", "Wetten", "--form", "new=Neue Wette");
        await GoodAsync("words", "community", "Schaden", "--language", "de-CH", "--sort", "team");

        Assert.Equal(
            "community,of,word,plural,status,means,language\r\nschaden,kind:bet,Wette,Wetten,in-use,,de-CH\r\n",
            await GoodAsync("words", "list", "--by", "schaden", "--of", "kind:bet", "--format", "csv")
        );
        Assert.Contains("Schaden say \"Wette\"", await GoodAsync("history"), StringComparison.Ordinal);
        await GoodAsync("words", "remove", "schaden", "kind:bet", "Wette");
        Assert.DoesNotContain("Wette", await GoodAsync("words", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_is_spelled_otherwise_and_preferred_and_each_is_taken_back()
    {
        await GoodAsync("workspace", "create", "acme");
        await GoodAsync("words", "add", "claims", "kind:bet", "big rokc");
        await GoodAsync("words", "add", "claims", "kind:bet", "wager");

        await GoodAsync("words", "set", "claims", "kind:bet", "big rokc", "--word", "big rock", "--dry-run");
        Assert.Contains("big rokc", await GoodAsync("words", "list"), StringComparison.Ordinal);
        var spelled = await DoneAsync(
            "words",
            "set",
            "claims",
            "kind:bet",
            "big rokc",
            "--word",
            "big rock",
            "--form",
            "few=big rocks"
        );
        var preferred = await DoneAsync("words", "set", "claims", "kind:bet", "wager", "--prefer");

        Assert.Equal(
            "community,of,word,plural,status,means,language\r\nclaims,kind:bet,big rock,,in-use,,\r\nclaims,kind:bet,wager,,preferred,,\r\n",
            await GoodAsync("words", "list", "--format", "csv")
        );
        Assert.Contains("Changed the word \"wager\" of claims", await GoodAsync("history"), StringComparison.Ordinal);
        await GoodAsync("undo", preferred);
        await GoodAsync("undo", spelled);
        Assert.Equal(
            "community,of,word,plural,status,means,language\r\nclaims,kind:bet,big rokc,,in-use,,\r\nclaims,kind:bet,wager,,in-use,,\r\n",
            await GoodAsync("words", "list", "--format", "csv")
        );
    }

    [Theory]
    [InlineData("word.said-already", "words", "add", "claims", "kind:bet", "big rock")]
    [InlineData("word.not-said", "words", "set", "claims", "kind:bet", "pebble", "--prefer")]
    [InlineData("shape.not-one-of", "words", "set", "claims", "kind:bet", "big rock", "--status", "beloved")]
    [InlineData("word.form", "words", "add", "Claims", "kind:bet", "big rock", "--form", "few")]
    [InlineData("word.no-community", "words", "add", "!", "kind:bet", "big rock")]
    [InlineData("word.not-said", "words", "remove", "claims", "kind:bet", "pebble")]
    [InlineData("word.no-language", "words", "community", "claims", "--language", "as we speak")]
    [InlineData("workspace.no-community", "words", "community", "nobody", "--language", "de")]
    public async Task What_cannot_be_is_refused(string code, params string[] args)
    {
        await GoodAsync("workspace", "create", "acme");
        await GoodAsync("words", "add", "claims", "kind:bet", "big rock");

        var refused = await RunAsync(args);

        Assert.Equal(1, refused.Exit);
        Assert.Contains($"[{code}]", refused.Error, StringComparison.Ordinal);
    }

    private async Task<string> GoodAsync(params string[] args)
    {
        var answer = await RunAsync(args);
        Assert.True(answer.Exit == 0, answer.Error);
        return answer.Out;
    }

    // The revision that it became.
    private async Task<string> DoneAsync(params string[] args)
    {
        var answer = await RunAsync(args);
        Assert.True(answer.Exit == 0, answer.Error);
        return answer.Error.Trim().Split(" as r")[^1].TrimEnd('.');
    }

    private Task<Typed> RunAsync(params string[] args) => Typed.RunInAsync(_folder.Path, [.. args, "--data", "data"]);
}
