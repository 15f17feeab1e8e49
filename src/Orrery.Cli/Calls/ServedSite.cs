using Orrery.Engine;

namespace Orrery.Cli;

/// <summary>Runs commands inside the server, on the workspaces it has open.</summary>
internal sealed class ServedSite(Workspaces workspaces, TimeProvider clock) : ISite
{
    public async Task<int> RunAsync(Request request, Func<Call, Task> run, CancellationToken cancel)
    {
        await run(new(request.Parsed, request.Terminal, workspaces, clock, cancel));
        return ExitCode.Done;
    }
}
