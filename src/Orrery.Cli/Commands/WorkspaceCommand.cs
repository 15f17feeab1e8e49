using System.CommandLine;

namespace Orrery.Cli;

/// <summary>The commands about workspaces themselves.</summary>
internal static class WorkspaceCommand
{
    public static Command Of(Running running) =>
        new("workspace", "Make, list, set and put aside workspaces: each is the graph of one company.")
        {
            new WorkspaceCreateCommand(running),
            new WorkspaceListCommand(running),
            new WorkspaceSetCommand(running),
            new WorkspaceDeleteCommand(running),
        };
}
