using System.CommandLine;

namespace Orrery.Cli;

/// <summary><c>orrery workspace list</c></summary>
internal sealed class WorkspaceListCommand : Command, IExampled
{
    public WorkspaceListCommand(Running running)
        : base("list", "List the workspaces of the data folder.")
    {
        Options.Add(Common.FormatOption());
        SetAction(running.OnData(ListAsync));
    }

    public IReadOnlyList<string> Examples { get; } = ["orrery workspace list", "orrery workspace list --format json"];

    private static async Task ListAsync(Call call)
    {
        var sheet = new Sheet("name", "title", "revision", "entities", "relations", "last change")
        {
            Nothing = $"No workspace in {call.Workspaces.Folder.Path} yet. Make one: orrery workspace create NAME.",
        };
        foreach (var name in call.Workspaces.Names)
        {
            var current = (await call.Workspaces.GetAsync(name, call.Cancel)).Current;
            sheet.Add(
                name,
                current.Model.Settings.Title ?? name,
                current.At.Value,
                (long)current.EntityCount,
                (long)current.RelationCount,
                current.Recorded
            );
        }

        call.Print(sheet);
    }
}
