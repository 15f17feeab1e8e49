using System.CommandLine;
using Orrery.Storage;

namespace Orrery.Cli;

/// <summary><c>orrery serve</c></summary>
internal sealed class ServeCommand : Command, IExampled
{
    public ServeCommand(Running running, TimeProvider clock)
        : base("serve", "Serve the workspaces of a data folder to browsers of this machine.")
    {
        Options.Add(Common.HostOption());
        Options.Add(Common.PortOption());
        Options.Add(Common.LargestFileOption());
        SetAction((parsed, cancel) => running.GuardAsync(() => ServeAsync(parsed, running, clock, cancel)));
    }

    public IReadOnlyList<string> Examples { get; } = ["orrery serve", "orrery serve --port 8080 --data ./company"];

    private static async Task<int> ServeAsync(ParseResult parsed, Running running, TimeProvider clock, CancellationToken cancel)
    {
        running.RequireOwnProcess("serve");
        var listening = Listening.Of(parsed);
        var folder = DataFolder.Open(DataPlace.Of(parsed.GetValue<string?>(Common.Data), running.Terminal, "orrery"));
        await WebServing.RunAsync(
            folder,
            listening,
            running.TerminalOf(parsed),
            clock,
            _ => Task.FromResult(Opening.At("/")),
            cancel
        );
        return ExitCode.Done;
    }
}
