using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class PersonTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task Each_browser_says_who_sits_at_it_and_history_names_them()
    {
        var grace = await VisitAsync(Goal);
        await SayNameAsync(grace, "Grace Hopper");
        await Expect(Heading(grace)).ToContainTextAsync("Cut mobile claim");
        var other = await VisitAsync($"{Goal}/edit?field=title");

        await grace.GotoAsync(At($"{Goal}/edit?field=horizon"));
        await grace.GetByLabel("quarters").CheckAsync();
        await Press(grace, "Save").ClickAsync();
        await Expect(grace.Locator(".entity-head")).ToBeVisibleAsync();
        await other.GetByLabel("Title").FillAsync("Said by the one who started the server");
        await Press(other, "Save").ClickAsync();
        await Expect(Heading(other)).ToHaveTextAsync("Said by the one who started the server");

        await other.GotoAsync(At($"{Goal}/history"));
        await Expect(other.Locator(".feed li b").Nth(0)).ToHaveTextAsync("Ada");
        await Expect(other.Locator(".feed li b").Nth(1)).ToHaveTextAsync("Grace Hopper");

        await SayNameAsync(grace, "");
        await Expect(Who(grace)).ToContainTextAsync("Ada");
    }

    [Fact]
    public async Task What_is_no_name_is_refused_and_nobody_is_led_away()
    {
        var page = await VisitAsync("me?back=%2F%2Felsewhere.example%2F");
        await Expect(Link(page, "Cancel")).ToHaveAttributeAsync("href", "/w/harbor");

        await page.GetByLabel("Your name").FillAsync(new string('a', 81));
        await Press(page, "That is me").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("81 characters");
        await page.GetByLabel("Your name").FillAsync("…");
        await Press(page, "That is me").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("cannot be read as a name");

        await page.GetByLabel("Your name").FillAsync("Ünal, Şule 陈");
        await Press(page, "That is me").ClickAsync();
        await Expect(Who(page)).ToContainTextAsync("Ünal, Şule 陈");
    }

    private static ILocator Who(IPage page) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "You are" });

    private static async Task SayNameAsync(IPage page, string name)
    {
        await Who(page).ClickAsync();
        await page.GetByLabel("Your name").FillAsync(name);
        await SayAsync(page);
    }
}
