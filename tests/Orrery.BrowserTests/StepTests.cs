using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>A bet is committed through its checklist; forms whose fields need more than a line.</summary>
public sealed class StepTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_new_bet_is_committed_through_its_checklist_with_the_keyboard()
    {
        var page = await VisitAsync("new/bet");
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Photos instead of visits");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Heading(page)).ToHaveTextAsync("Photos instead of visits");

        var life = page.GetByRole(AriaRole.Navigation, new() { Name = "Where it stands" });
        await life.GetByRole(AriaRole.Link, new() { Name = "committed 0 of 5" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".demand.open")).ToHaveCountAsync(5);
        await page.GetByLabel("It contributes to").FillAsync("mobile claim");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Positives").FillAsync("One visit in five less");
        await Press(page, "Make it committed").ClickAsync();

        // What was given stays; what is missing is said at once.
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Still asked for");
        await Expect(page.GetByLabel("Positives")).ToHaveValueAsync("One visit in five less");
        Assert.Empty(await Axe.ReadAsync(page));
        await page.GetByLabel("Watch-outs").FillAsync("Second looks above one in twenty");
        await page.GetByLabel("Pivot or proceed on").FillAsync("2031-03-01");
        await page.GetByLabel("Unstaffed on purpose").CheckAsync();
        await Press(page, "Make it committed").ClickAsync();

        await Expect(life.Locator("[aria-current=step]")).ToHaveTextAsync("Committed", new() { IgnoreCase = true });
        await Expect(page.Locator(".rel").Filter(new() { HasText = "contributes to" }))
            .ToContainTextAsync("Cut mobile claim resolution time");
        await page.GotoAsync(At("e/bet:photos-instead-of-visits?at=2020-01-01"));
        await Expect(life.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_script_on_a_phone_a_direction_is_committed_with_a_reason_why_it_is_linked_to_nothing()
    {
        var page = await VisitAsync(
            "e/focus-area:long-tenure/step?to=committed",
            new()
            {
                JavaScriptEnabled = false,
                ColorScheme = ColorScheme.Dark,
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        await page.GetByText("or: not linked because").ClickAsync();
        await page.GetByLabel("Not linked because").FillAsync("It is the furthest we look");
        await Press(page, "Make it committed").ClickAsync();

        await Expect(page.Locator(".life [aria-current=step]")).ToHaveTextAsync("Committed", new() { IgnoreCase = true });
        await Expect(page.Locator(".fields")).ToContainTextAsync("It is the furthest we look");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Special_fields_are_filled_in_and_told(ColorScheme scheme, int width)
    {
        var page = await VisitAsync(
            "e/bet:triage/edit",
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        foreach (var fold in await page.Locator("details.fields-fold > summary").AllAsync())
            await fold.ClickAsync();
        await page.GetByLabel("We believe").FillAsync("a first look within four hours");
        await page.GetByLabel("will cause").FillAsync("claims that do not wait");
        await page.GetByLabel("explore challenges").CheckAsync();
        await page.GetByLabel("quarters").CheckAsync();
        await page.GetByLabel("not below").FillAsync("0.2");
        await page.GetByLabel("and not above").FillAsync("0.5");
        var rows = page.Locator(".rows > li:has(textarea)");
        await rows.Nth(0).GetByLabel("It failed because").FillAsync("Nobody trusted the rules");
        await rows.Nth(1).GetByLabel("It failed because").FillAsync("The rules were wrong");
        await rows.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Move up" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add another" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(3);
        Assert.Empty(await Axe.ReadAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await Press(page, "Save").ClickAsync();

        var fields = page.Locator(".fields");
        await Expect(fields).ToContainTextAsync("We believe a first look within four hours will cause claims that do not wait");
        await Expect(fields.Locator(".told-rows > li").First).ToContainTextAsync("The rules were wrong");
        await Expect(fields).ToContainTextAsync("nine times out of ten");
    }

    [Fact]
    public async Task What_drives_what_is_drawn_as_it_is_chosen()
    {
        var page = await VisitAsync("e/metric:satisfaction/relate?how=out:drives");
        await page.GetByLabel("What", new() { Exact = true }).FillAsync("metric:resolution-time");
        await page.GetByLabel("more leads to less").CheckAsync();
        await page.GetByLabel("months").CheckAsync();
        await page.GetByLabel("strong", new() { Exact = true }).CheckAsync();
        await Expect(page.GetByText("months later")).ToBeVisibleAsync();
        Assert.Empty(await Axe.ReadAsync(page));
        await Press(page, "Relate").ClickAsync();

        await page.Locator(".rel .how").Filter(new() { HasText = "drives" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "more leads to less, months later, strong strength" }))
            .ToBeVisibleAsync();
    }
}
