using Orrery.Engine;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Cli;

/// <summary>Runs a command in this process, or hands it to the server that owns the folder.</summary>
internal sealed class OwnSite(TimeProvider clock) : ISite
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<int> RunAsync(Request request, Func<Call, Task> run, CancellationToken cancel)
    {
        var path = DataPlace.Of(request.Parsed.GetValue<string?>(Common.Data), request.Terminal, "orrery");
        var folder = DataFolder.Open(path);
        var began = clock.GetTimestamp();
        while (true)
        {
            if (FolderLock.FindOwner(folder) is { Endpoint: not null } owner)
                return await Forwarding.SendAsync(owner, request, cancel);
            if (TryTake(folder, clock.GetElapsedTime(began) > Patience) is not { } held)
            {
                await Pausing.ForAsync(Pause, clock, cancel);
                continue;
            }

            using (held)
            await using (var workspaces = new Workspaces(folder, clock))
                await run(new(request.Parsed, request.Terminal, workspaces, clock, cancel));
            return ExitCode.Done;
        }
    }

    // Another short command has the folder: wait for it, but not for ever.
    private static FolderLock? TryTake(DataFolder folder, bool isLast)
    {
        try
        {
            return FolderLock.Take(folder, new(Environment.ProcessId, null, null));
        }
        catch (FaultException owned) when (owned.Fault.Code == "folder.owned" && !isLast)
        {
            return null;
        }
    }
}
