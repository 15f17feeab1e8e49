using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class ThreadsTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task Threads_show_what_serves_a_direction_and_what_is_missing_in_between()
    {
        var page = await VisitAsync("map");
        await page.GetByRole(AriaRole.Link, new() { Name = "Threads" }).ClickAsync();

        var row = page.GetByRole(AriaRole.Rowheader, new() { Name = "Keep long-tenure policyholders" });
        await Expect(row).ToContainTextAsync("no review tends it");
        await Expect(page.Locator(".thread-strips")).ToContainTextAsync("350");
        await Expect(page.Locator(".thread-strips")).ToContainTextAsync("Claims");
        await Expect(page.Locator("td[data-label=years]")).ToContainTextAsync("Cut mobile claim resolution time by 30 %");
        await Expect(page.Locator("td[data-label=years]")).ToContainTextAsync("Mobile workflow updates");

        await page.GetByLabel("Rows").SelectOptionAsync("team");
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "Cut mobile claim resolution time by 30 %" }).First.FocusAsync();
        await page.Keyboard.PressAsync(" ");
        await Expect(page.Locator("#peek")).ToContainTextAsync("Mobile resolution time");
        Assert.Empty(await Axe.ReadAsync(page));
    }

    [Fact]
    public async Task What_changed_since_a_day_is_told_without_script_too()
    {
        var page = await VisitAsync("threads", new() { JavaScriptEnabled = false });

        await page.GetByLabel("Compared with").FillAsync("2020-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("3 came, 0 went, 0 moved");
        await Expect(page.Locator("[data-change=came]").First).ToContainTextAsync("new");
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare with nothing" }).ClickAsync();
        await Expect(page.Locator("[data-change]")).ToHaveCountAsync(0);
    }
}
