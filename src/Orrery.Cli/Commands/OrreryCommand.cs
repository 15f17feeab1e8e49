using System.CommandLine;
using System.CommandLine.Help;

namespace Orrery.Cli;

/// <summary>All commands under one root.</summary>
internal static class OrreryCommand
{
    private const string Summary = """
        A memory of a company with two times: what was true when, and who knew it when.

        Start with 'orrery demo', then open the address it prints.
        """;

    public static Command Of(Running running, TimeProvider clock)
    {
        var root = new Command("orrery", Summary)
        {
            Common.DataOption(),
            Common.AsOption(),
            Common.WordsOption(),
            new HelpOption(),
            new VersionOption(),
        };
        Command[] commands =
        [
            new DemoCommand(running, clock),
            new ServeCommand(running, clock),
            WorkspaceCommand.Of(running),
            PackCommand.Of(running),
            new ApplyCommand(running),
            ModelCommand.Of(running),
            WordsCommand.Of(running),
            new ImportCommand(running),
            new ShowCommand(running),
            new QueryCommand(running),
            new StepCommand(running),
            new HistoryCommand(running),
            new DiffCommand(running),
            new UndoCommand(running),
            new VerifyCommand(running),
            new BackupCommand(running),
            new RestoreCommand(running),
            new EraseCommand(running),
            new ExportCommand(running),
            new ExerciseCommand(running),
        ];
        foreach (var command in commands)
            root.Subcommands.Add(command);
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
