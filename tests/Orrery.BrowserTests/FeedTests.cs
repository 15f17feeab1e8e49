using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>The change feed, narrowed.</summary>
public sealed class FeedTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task History_is_narrowed_by_what_who_and_where_in_the_address_and_says_how_to_widen()
    {
        var page = await VisitAsync("history");
        await page.GetByLabel("What was done").SelectOptionAsync("changed");
        await page.GetByLabel("Of", new() { Exact = true }).SelectOptionAsync("kind:bet");
        await Press(page, "Show").ClickAsync();

        var main = page.GetByRole(AriaRole.Main);
        await Expect(main).ToContainTextAsync("Mobile workflow updates");
        await Expect(main).Not.ToContainTextAsync("noted:");
        Assert.Contains("did=changed", page.Url, StringComparison.Ordinal);

        await page.GotoAsync(At("history?of=kind:team&did=observed"));
        await Expect(main).ToContainTextAsync("No change fits");
        await main.GetByRole(AriaRole.Link, new() { Name = "of anything" }).ClickAsync();
        await Expect(main).ToContainTextAsync("observations");
    }
}
