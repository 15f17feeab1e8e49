using System.CommandLine;
using Orrery.Engine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery pack list</c></summary>
internal sealed class PackListCommand : Command, IExampled
{
    public PackListCommand(Running running)
        : base(
            "list",
            "The packs of the shelf and those installed here, with what is newer and what is due to be looked at again."
        )
    {
        Options.Add(Common.WorkspaceOption());
        Options.Add(Common.FormatOption());
        SetAction(running.OnData(ListAsync));
    }

    public IReadOnlyList<string> Examples { get; } = ["orrery pack list"];

    private static async Task ListAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var installed = InstalledPack.Of(workspace.Read(call.Viewer, When.Now)).ToDictionary(p => p.Name);
        var shelf = PackShelf.Names.Select(PackShelf.Take).ToDictionary(p => p.Name);
        var sheet = new Sheet("pack", "installed", "on the shelf", "look again by", "title");
        foreach (var name in installed.Keys.Union(shelf.Keys).Order(StringComparer.Ordinal))
        {
            var (here, there) = (installed.GetValueOrDefault(name), shelf.GetValueOrDefault(name));
            sheet.Add(
                name,
                here?.Version,
                there?.Version,
                (here?.Revisit ?? there?.Revisit) is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null,
                here?.Title ?? there?.Title
            );
        }

        call.Print(sheet);
    }
}
