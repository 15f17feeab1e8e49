using Microsoft.Playwright;

namespace Orrery.BrowserTests.Stage;

/// <summary>
/// Somebody's browser, handed from test to test: each finds it without cookies, storage and pages. A new one starts a process for
/// its pages, which costs more than the page; the blank page that stays keeps that process.
/// </summary>
internal sealed class Window
{
    private readonly IBrowserContext _context;
    private readonly IPage _blank;
    private readonly ICDPSession _tools;

    private Window(string sort, IBrowserContext context, IPage blank, ICDPSession tools) =>
        (Sort, _context, _blank, _tools) = (sort, context, blank, tools);

    /// <summary>Tells windows apart that were opened differently.</summary>
    public string Sort { get; }

    public static async Task<Window> OpenAsync(IBrowser browser, string sort, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        var blank = await context.NewPageAsync();
        return new(sort, context, blank, await context.NewCDPSessionAsync(blank));
    }

    public Task<IPage> NewPageAsync() => _context.NewPageAsync();

    /// <summary>Makes it as it was when it was opened, for a test that visited one site.</summary>
    public async Task CleanAsync(string site)
    {
        foreach (var page in _context.Pages.Where(page => page != _blank).ToArray())
            await page.CloseAsync();
        await _context.ClearCookiesAsync();
        await _tools.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = site, ["storageTypes"] = "all" });
    }

    public Task CloseAsync() => _context.CloseAsync();
}
