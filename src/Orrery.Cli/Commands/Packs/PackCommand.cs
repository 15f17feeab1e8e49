using System.CommandLine;

namespace Orrery.Cli;

/// <summary>The commands about packs.</summary>
internal static class PackCommand
{
    public static Command Of(Running running) =>
        new(
            "pack",
            "Adopt, upgrade and remove packs: parts of a model, each a file that a company takes as a whole and then bends."
        )
        {
            new PackListCommand(running),
            new PackShowCommand(running),
            new PackAddCommand(running),
            new PackUpgradeCommand(running),
            new PackRemoveCommand(running),
            new PackLintCommand(running),
            new PackPublishCommand(running),
        };
}
