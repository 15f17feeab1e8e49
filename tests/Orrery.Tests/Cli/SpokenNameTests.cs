using Orrery.Testing;

namespace Orrery.Tests.Cli;

/// <summary>Words of communities, from the command line: read in them, asked in them.</summary>
public sealed class SpokenNameTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Whoever_asks_in_a_communitys_word_is_understood_and_an_ambiguous_word_means_nothing()
    {
        await BeginAsync();

        Assert.Equal("1", await AskAsync("MATCH (b:BigRock) RETURN count(b)"));
        Assert.Equal("1", await AskAsync("MATCH (b:`big rocks`) RETURN count(b)"));
        Assert.Equal("1", await AskAsync("MATCH (b:Bet) RETURN count(b)"));
        await SayAsync("legal", "kind:goal", "big rock");
        Assert.Equal("0", await AskAsync("MATCH (b:BigRock) RETURN count(b)"));
        Assert.Contains(
            "'BigRock' means several things here: bet, goal.",
            (await RunAsync("query", "MATCH (b:BigRock) RETURN count(b)")).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task History_is_told_in_the_words_that_were_asked_for()
    {
        await BeginAsync();

        var ours = await RunAsync("history", "--words", "claims");
        var plain = await RunAsync("history");

        Assert.Contains("added the big rock Faster", ours.Out, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("added the bet Faster", plain.Out, StringComparison.OrdinalIgnoreCase);
    }

    private async Task BeginAsync()
    {
        await RunAsync("workspace", "create", "acme");
        await SayAsync("claims", "kind:bet", "big rock");
        var made = await RunAsync("query", "CREATE (:Bet {title: 'Faster'})", "--write");
        Assert.True(made.Exit == 0, made.Error);
    }

    private async Task SayAsync(string community, string of, string term)
    {
        var said = await RunAsync(
            "query",
            $"CREATE (:signifier {{title: '{term}', term: '{term}', community: '{community}', of: '{of}'}})",
            "--write"
        );
        Assert.True(said.Exit == 0, said.Error);
    }

    private async Task<string> AskAsync(string question)
    {
        var answer = await RunAsync("query", question, "--format", "csv");
        return answer.Out.Split("\r\n")[1];
    }

    private Task<Typed> RunAsync(params string[] args) => Typed.RunInAsync(_folder.Path, [.. args, "--data", "data"]);
}
