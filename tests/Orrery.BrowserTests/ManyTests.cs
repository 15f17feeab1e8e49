using Microsoft.Playwright;
using NodaTime;
using Orrery.BrowserTests.Stage;
using Orrery.Graph;

namespace Orrery.BrowserTests;

/// <summary>Many things changed together.</summary>
public sealed class ManyTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task Rows_are_chosen_by_keys_seen_changed_and_taken_back()
    {
        var page = await VisitAsync("k/bet");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mobile workflow updates" }).FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(page.GetByText("1 chosen")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Shift+X");
        await Expect(page.GetByText("2 chosen")).ToBeVisibleAsync();
        await page.Locator("main thead a").First.ClickAsync();
        await page.WaitForFunctionAsync("() => location.search.includes('sort=')");
        await Expect(page.GetByText("2 chosen")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Mobile workflow updates" }).FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByText("2 chosen")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+a");
        await Expect(page.GetByText("All chosen")).ToBeVisibleAsync();

        await Press(page, "Set a field").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("2 things");
        await page.GetByLabel("Which field").SelectOptionAsync("status");
        await page.GetByLabel("Status").SelectOptionAsync("in-action");
        await Press(page, "See what changes").ClickAsync();
        var preview = page.GetByRole(AriaRole.Region, new() { Name = "What becomes of each" });
        await Expect(preview).ToContainTextAsync("Triage improvements");

        // Both are in action: one of them only for three days.
        await page.GetByLabel("Status").SelectOptionAsync("committed");
        await Press(page, "See again").ClickAsync();
        await page.GetByLabel("Why").FillAsync("Decided on Monday");
        await Press(page, "Change 2 things").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Grid)).ToContainTextAsync("ommitted");
        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Grid)).Not.ToContainTextAsync("ommitted");
    }

    [Fact]
    public async Task What_somebody_changed_since_the_preview_is_said_and_nothing_is_done()
    {
        var ids = string.Join('&', ((string[])["workflow", "triage"]).Select(key => $"of={SmallCompany.IdOf("bet", key)}"));
        var page = await VisitAsync($"many?{ids}&act=field&field=status&f-status=abandoned", new() { JavaScriptEnabled = false });
        await SmallCompany.SayAsync(
            Site.Workspace,
            Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
            "Elsewhere",
            [new GraphCommand.SetField(SmallCompany.IdOf("bet", "triage"), "status", Value.Of("option"), Validity.Always)]
        );

        await Press(page, "Change 2 things").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("nothing was changed");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("written by Ada");
        await page.GetByLabel("Why").FillAsync("It was abandoned by mistake");
        await Press(page, "Change 2 things").ClickAsync();
        await page.GotoAsync(At("e/bet:triage"));
        await Expect(page.Locator(".entity-head")).ToContainTextAsync("bandoned");
    }
}
