using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>Serves the small company until the process is ended: to look at pages while working on them.</summary>
public sealed class DevHost
{
    [Fact(Explicit = true)]
    public async Task Serve()
    {
        var cancel = TestContext.Current.CancellationToken;
        var workspace = await SmallCompany.OpenAsync("harbor", TimeProvider.System, cancel);
        await using var site = await Site.OpenAsync(workspace, 5199, cancel);
        await site.WaitUntilStoppedAsync(cancel);
    }
}
