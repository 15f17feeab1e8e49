using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class WeekTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task Whoever_says_who_they_are_sees_what_is_near_them_first()
    {
        var page = await VisitAsync("me");
        await page.GetByLabel("Your name").FillAsync("Somebody new");
        await SayAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Say who you are" }).ClickAsync();
        await page.GetByLabel("Your name").FillAsync("Ada Byron");
        await SayAsync(page);

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "near you" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })
            .GetByRole(AriaRole.Link, new() { Name = "My area" })
            .ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("My area");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Claims, your team, works on it");
        Assert.Empty(await Axe.ReadAsync(page));
    }

    [Fact]
    public async Task What_nobody_looked_at_is_confirmed_where_it_stands()
    {
        var page = await VisitAsync("?since=2020-01-01", new() { JavaScriptEnabled = false });
        var line = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Nobody has looked at" }).First;
        var said = await line.Locator(".said a").TextContentAsync();

        await line.GetByRole(AriaRole.Button, new() { Name = "Still true" }).ClickAsync();

        await Expect(Heading(page)).ToHaveTextAsync("This week");
        await Expect(page.Locator(".said", new() { HasText = $"Nobody has looked at {said}" })).ToHaveCountAsync(0);
    }
}
