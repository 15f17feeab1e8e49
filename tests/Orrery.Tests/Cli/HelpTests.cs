using Orrery.Tests.House;

namespace Orrery.Tests.Cli;

/// <summary>What <c>--help</c> says is part of the product: a change of cases/cli is a decision, never noise.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Commands =>
        [
            "",
            "demo",
            "serve",
            "workspace",
            "workspace create",
            "workspace list",
            "workspace set",
            "workspace delete",
            "import",
            "import kubernetes",
            "show",
            "query",
            "step",
            "history",
            "diff",
            "undo",
            "verify",
            "backup",
            "restore",
            "erase",
            "export",
            "apply",
            "pack",
            "pack list",
            "pack show",
            "pack add",
            "pack upgrade",
            "pack remove",
            "pack lint",
            "pack publish",
            "model",
            "model add-kind",
            "model set-kind",
            "model add-field",
            "model set-field",
            "model add-relation",
            "model set-relation",
            "model change-field",
            "model merge",
            "model hide",
            "model show",
            "model remove",
            "words",
            "words list",
            "words add",
            "words set",
            "words remove",
            "words community",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_reads_as_agreed(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var file = Path.Combine(Checkout.Root, "cases", "cli", $"{string.Join('-', ["orrery", .. words])}.txt");

        var help = await Typed.RunAsync([.. words, "--help"]);

        Assert.Equal((0, ""), (help.Exit, help.Error));
        var text = string.Join('\n', help.Out.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim() + "\n";
        if (Environment.GetEnvironmentVariable("ORRERY_ACCEPT") == "1")
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), text);
    }

    [Fact]
    public async Task Every_command_is_in_the_help_of_the_program()
    {
        var help = (await Typed.RunAsync("--help")).Out;

        Assert.All(Commands, row => Assert.Contains(row.Data.Split(' ')[0], help));
        Assert.DoesNotContain("exercise", help);
    }
}
