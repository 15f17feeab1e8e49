using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>Something new from anywhere; a card beside a link.</summary>
public sealed class QuickTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task C_opens_a_small_form_that_adds_and_stays_or_opens()
    {
        var page = await VisitAsync("k/bet");
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await page.Keyboard.PressAsync("c");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "New" });
        await Expect(dialog.GetByLabel("Title")).ToBeFocusedAsync();
        var asked = await dialog.Locator("label, legend").AllInnerTextsAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog).ToContainTextAsync("It has no title yet");
        Assert.Equal(asked, await dialog.Locator("label, legend").AllInnerTextsAsync());
        await dialog.GetByLabel("Title").FillAsync("Photo estimates");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Grid)).ToContainTextAsync("Photo estimates");
        await Expect(page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("new team");
        await page.GetByRole(AriaRole.Option, new() { Name = "New team" }).ClickAsync();
        await dialog.GetByLabel("Title").FillAsync("Estimates");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Heading(page)).ToHaveTextAsync("Estimates");
    }

    [Fact]
    public async Task Without_script_one_chooses_what_to_add()
    {
        var page = await VisitAsync("k/bet", new() { JavaScriptEnabled = false });
        await page.GetByRole(AriaRole.Link, new() { Name = "New", Exact = true }).ClickAsync();
        await Link(page, "Team").ClickAsync();
        await page.GetByLabel("Title").FillAsync("Estimates");
        await Press(page, "Add it").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Estimates");
    }

    [Fact]
    public async Task Pointing_at_a_link_shows_what_it_leads_to_and_space_opens_it_beside()
    {
        var page = await VisitAsync("history");
        var link = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Mobile workflow updates" }).First;
        await link.HoverAsync();
        await Expect(page.Locator(".peek-card")).ToContainTextAsync("Cut mobile claim resolution time");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".peek-card")).ToBeHiddenAsync();

        await link.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Peek" }))
            .ToContainTextAsync("Mobile workflow updates");

        // Walking on, the panel shows what one is at.
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Triage improvements" }).First.FocusAsync();
        await Expect(
                page.GetByRole(AriaRole.Complementary, new() { Name = "Peek" }).GetByRole(AriaRole.Heading, new() { Level = 2 })
            )
            .ToHaveTextAsync("Triage improvements");
    }
}
