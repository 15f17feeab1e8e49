using System.CommandLine;
using Orrery.Engine;
using Orrery.Storage;

namespace Orrery.Cli;

/// <summary><c>orrery demo</c></summary>
internal sealed class DemoCommand : Command, IExampled
{
    public DemoCommand(Running running, TimeProvider clock)
        : base("demo", "Load Harbor Mutual, a made-up insurer with three years of history, and serve it.")
    {
        Options.Add(Common.PortOption());
        Options.Add(Common.LargestFileOption());
        SetAction((parsed, cancel) => running.GuardAsync(() => ServeAsync(parsed, running, clock, cancel)));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery demo                    (its data: a folder orrery-demo beside the default data folder)",
        "orrery demo --port 5081 --data /tmp/demo",
    ];

    private static async Task<int> ServeAsync(ParseResult parsed, Running running, TimeProvider clock, CancellationToken cancel)
    {
        running.RequireOwnProcess("demo");
        var folder = DataFolder.Open(DataPlace.Of(parsed.GetValue<string?>(Common.Data), running.Terminal, "orrery-demo"));
        await WebServing.RunAsync(
            folder,
            parsed.GetValue<int>(Common.Port),
            Common.LargestFileInBytes(parsed),
            running.TerminalOf(parsed),
            clock,
            workspaces => LoadAsync(workspaces, running.Terminal, clock, cancel),
            cancel
        );
        return ExitCode.Done;
    }

    private static async Task<string> LoadAsync(
        Workspaces workspaces,
        Terminal terminal,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (!workspaces.Names.Contains(DemoLoad.Workspace))
            await DemoLoad.RunAsync(workspaces, terminal, clock, cancel);
        return $"/w/{DemoLoad.Workspace}";
    }
}
