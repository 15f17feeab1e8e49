using System.Security.Cryptography;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Server;
using Orrery.Storage;

namespace Orrery.Cli;

/// <summary>Serves a data folder until it is told to stop. The only place here that knows the web.</summary>
internal static class WebServing
{
    /// <param name="opening">The data folder.</param>
    /// <param name="listening">Where to listen, and what to take.</param>
    /// <param name="prepare">What to load before anybody is served; answers where to start and what to do meanwhile.</param>
    public static async Task RunAsync(
        DataFolder opening,
        Listening listening,
        Terminal terminal,
        TimeProvider clock,
        Func<Workspaces, Task<Opening>> prepare,
        CancellationToken cancel
    )
    {
        using var held = FolderLock.Take(opening, new(Environment.ProcessId, null, null));
        await using var workspaces = new Workspaces(opening, clock);
        var opened = await prepare(workspaces);
        var ahead = workspaces.OpenLatestAsync();
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var counter = new CommandCounter(new ServedSite(workspaces, clock));
        var app = OrreryServer.Build(
            new(listening.Port, terminal.Person, listening.Host, KeysFolder: Path.Combine(opening.Path, "form-keys"))
            {
                LargestFileInBytes = listening.LargestFileInBytes,
            },
            new(() => workspaces.Names, workspaces.FindAsync),
            clock,
            counter.DoorFor(token)
        );
        await using (app)
        {
            await StartAsync(app.StartAsync, listening.Port, cancel);
            var address = new Uri(app.Urls.Single());
            held.Say(new(Environment.ProcessId, address, token));
            await terminal.Out.WriteLineAsync($"Serving {new Uri(address, opened.Path)} from {opening.Path} (Ctrl-C stops it).");
            await terminal.Out.FlushAsync(cancel);
            var meanwhile = MeanwhileAsync(opened, terminal, cancel);
            await Stopped(cancel);
            await meanwhile;
            await ahead;
            await app.StopAsync(CancellationToken.None);
        }
    }

    // What fails beside the serving is told, and ends nothing.
    private static async Task MeanwhileAsync(Opening opened, Terminal terminal, CancellationToken cancel)
    {
        try
        {
            await opened.Meanwhile(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested) { }
        catch (FaultException failed)
        {
            await terminal.Error.WriteLineAsync(failed.Message);
        }
    }

    private static async Task StartAsync(Func<CancellationToken, Task> start, int port, CancellationToken cancel)
    {
        try
        {
            await start(cancel);
        }
        catch (IOException)
        {
            throw new FaultException(CliFaults.PortTaken(port));
        }
    }

    private static async Task Stopped(CancellationToken cancel)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stopping = cancel.Register(() => stopped.TrySetResult());
        await stopped.Task;
    }
}
