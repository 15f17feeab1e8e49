using System.CommandLine;
using Orrery.Engine;
using Orrery.Import;

namespace Orrery.Cli;

/// <summary><c>orrery import kubernetes DIR</c></summary>
internal sealed class ImportKubernetesCommand : Command, IExampled
{
    private const string Title = "Kubernetes";

    public ImportKubernetesCommand(Running running)
        : base("kubernetes", "The Kubernetes project: groups, people, meetings, enhancement proposals, releases.")
    {
        Arguments.Add(
            new Argument<string>("DIR") { Description = "A folder with sigs/DATE.yaml, keps/DATE.yaml and releases.yaml." }
        );
        ImportOptions.AddTo(this);
        SetAction(running.OnData(ImportAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery import kubernetes ../kubernetes --workspace kubernetes --history",
        "orrery import kubernetes ../kubernetes --history --dry-run --report losses.txt",
    ];

    private static async Task ImportAsync(Call call)
    {
        var run = new ImportRun(call, KubernetesImport.Open(call.PathOf(call.Get<string>("DIR")!)));
        var name = call.Get<string?>(Common.Workspace) ?? "kubernetes";
        var start = new WorkspaceStart(name, Title, IsEnforced: true, ["core", "kubernetes"]);
        if (await call.Workspaces.FindAsync(name, call.Cancel) is { } workspace)
            await run.IntoAsync(workspace);
        else if (call.Get<bool>(ImportOptions.DryRun))
            await run.TryAsync(Rehearsal.Of(start));
        else
            await run.IntoAsync(await call.Workspaces.CreateAsync(start, call.Cancel));
    }
}
