using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class RelateTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_thing_is_related_with_the_keyboard_alone_through_words_and_suggestions()
    {
        var page = await VisitAsync("e/bet:triage");
        await page.Keyboard.PressAsync("r");
        await Expect(page.GetByLabel("Find the words")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("worked on");
        await Expect(page.Locator(".ways li:visible")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "What" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("mob");
        await Expect(page.Locator("#suggestions").GetByRole(AriaRole.Option)).ToHaveTextAsync(["MobileTeam"]);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("What", new() { Exact = true })).ToHaveValueAsync("Mobile");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".rel").Filter(new() { HasText = "is worked on by" })).ToContainTextAsync("Mobile");
    }

    [Fact]
    public async Task What_is_wrong_is_brought_into_sight()
    {
        var page = await VisitAsync(
            "e/bet:triage/relate?how=out:depends-on",
            new()
            {
                ViewportSize = new() { Width = 900, Height = 360 },
            }
        );
        await page.GetByLabel("What", new() { Exact = true }).FillAsync("nothing is called so");
        await page.Keyboard.PressAsync("Escape");
        await Press(page, "Relate").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Whoever_owns_a_thing_is_named_in_its_head()
    {
        var page = await VisitAsync("e/bet:triage/relate?how=in:owns");
        await page.GetByLabel("What", new() { Exact = true }).FillAsync("Mobile");
        await Press(page, "Relate").ClickAsync();

        await page.Locator(".entity-head .chips").GetByRole(AriaRole.Link, new() { Name = "Mobile" }).ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Mobile");
    }

    [Fact]
    public async Task Without_script_words_that_fit_several_things_ask_which()
    {
        var page = await VisitAsync(
            "e/bet:triage/relate?how=out:depends-on",
            new()
            {
                JavaScriptEnabled = false,
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        await page.GetByLabel("What", new() { Exact = true }).FillAsync("claim");
        await Press(page, "Relate").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Claims budget 2026" }).CheckAsync();
        await Press(page, "Relate").ClickAsync();

        await Expect(page.Locator(".rel").Filter(new() { HasText = "depends on" })).ToContainTextAsync("Claims budget 2026");
    }
}
