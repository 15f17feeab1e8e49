using System.CommandLine;

namespace Orrery.Cli;

/// <summary>The commands about what communities call things.</summary>
internal static class WordsCommand
{
    public static Command Of(Running running) =>
        new(
            "words",
            "What communities call the parts of the model: list, add, change and take away words, say which language they speak."
        )
        {
            new WordsListCommand(running),
            new WordsAddCommand(running),
            new WordsSetCommand(running),
            new WordsRemoveCommand(running),
            new WordsCommunityCommand(running),
        };
}
