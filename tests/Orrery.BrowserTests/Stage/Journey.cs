using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Orrery.BrowserTests.Stage;

/// <summary>A site of its own and the people who visit it.</summary>
public abstract class Journey(Chromium chromium) : IAsyncLifetime
{
    protected const string Goal = "e/goal:mobile-claims-30";

    private readonly List<Window> _windows = [];
    private Site? _site;

    internal Site Site => _site ?? throw new InvalidOperationException("The site is not open.");

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var workspace = await SmallCompany.OpenAsync("harbor", TimeProvider.System, Cancel);
        _site = await Site.OpenAsync(workspace, 0, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows)
            await chromium.GiveBackAsync(window, Site.Address);
        if (_site is not null)
            await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody's browser at a page of the workspace. What goes wrong in its scripts fails the test that looks.</summary>
    protected async Task<IPage> VisitAsync(string path, BrowserNewContextOptions? options = null)
    {
        var window = await chromium.LendAsync(
            options
                ?? new()
                {
                    ViewportSize = new() { Width = 1440, Height = 900 },
                }
        );
        _windows.Add(window);
        var page = await window.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        await page.GotoAsync(At(path));
        return page;
    }

    protected string At(string path) => $"{Site.Address}/w/harbor/{path}".TrimEnd('/');

    protected static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    protected static ILocator Link(IPage page, string name) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    protected static ILocator Press(IPage page, string name) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Says who sits there, once the form is filled, and goes on when it was heard.</summary>
    protected static async Task SayAsync(IPage page)
    {
        await Press(page, "That is me").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/me\\b", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
