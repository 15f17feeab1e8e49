using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class SavedViewTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task An_answer_is_kept_as_a_view_shown_on_the_pages_it_is_about_pinned_and_taken_back()
    {
        var question = Uri.EscapeDataString(
            "MATCH (b:Bet)-[:CONTRIBUTES_TO]->(g) WHERE g = $this RETURN b AS bet, b.status AS state"
        );
        var page = await VisitAsync($"v/new?q={question}&shape=board");
        await page.GetByLabel("Title").FillAsync("Bets on it");
        await page.GetByLabel("What it helps to do").FillAsync("See what is tried");
        await page.GetByLabel("Shown on the pages of").SelectOptionAsync("goal");
        await page.GetByLabel("Pin it").CheckAsync();
        await Press(page, "Save").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Bets on it");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("See what is tried");

        await page.GotoAsync(At(Goal));
        var frame = page.Locator("turbo-frame.embedded");
        await frame.ScrollIntoViewIfNeededAsync();
        await Expect(frame.GetByRole(AriaRole.Link, new() { Name = "Triage improvements" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })
            .GetByRole(AriaRole.Link, new() { Name = "Bets on it" })
            .ClickAsync();

        await Press(page, "More").ClickAsync();
        await Press(page, "Remove this view").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Views");
        await Expect(Link(page, "Bets on it")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(Link(page, "Bets on it")).ToBeVisibleAsync();
    }
}
