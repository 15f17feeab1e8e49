using System.CommandLine;

namespace Orrery.Cli;

/// <summary><c>orrery workspace list</c></summary>
internal sealed class WorkspaceListCommand : Command, IExampled
{
    public WorkspaceListCommand(Running running)
        : base("list", "List the workspaces of the data folder, without opening them.")
    {
        Options.Add(Common.FormatOption());
        SetAction(running.OnData(ListAsync));
    }

    public IReadOnlyList<string> Examples { get; } = ["orrery workspace list", "orrery workspace list --format json"];

    // From the files alone: a large workspace takes seconds to open, and a damaged one must not hide the others.
    private static Task ListAsync(Call call)
    {
        var sheet = new Sheet("name", "size in bytes", "last written")
        {
            Nothing = $"No workspace in {call.Workspaces.Folder.Path} yet. Make one: orrery workspace create NAME.",
        };
        foreach (var workspace in call.Workspaces.Folder.Workspaces)
            sheet.Add(workspace.Name.Text, workspace.SizeInBytes, workspace.Written);
        call.Print(sheet);
        return Task.CompletedTask;
    }
}
