using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Orrery.Engine;
using Orrery.Server;

namespace Orrery.BrowserTests.Stage;

/// <summary>A server of our own on a free port, over one workspace.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Site(WebApplication app, Workspace workspace) => (_app, Workspace) = (app, workspace);

    public Workspace Workspace { get; }

    public string Address => _app.Urls.First();

    public static async Task<Site> OpenAsync(Workspace workspace, int port, CancellationToken cancel)
    {
        WorkspaceShelf shelf = new(
            () => [workspace.Name],
            (name, _) => ValueTask.FromResult(name == workspace.Name ? workspace : null)
        );
        var app = OrreryServer.Build(new(port, "Ada"), shelf, TimeProvider.System, door: null);
        await app.StartAsync(cancel);
        return new(app, workspace);
    }

    public Task WaitUntilStoppedAsync(CancellationToken cancel) => _app.WaitForShutdownAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
        await Workspace.DisposeAsync();
    }
}
