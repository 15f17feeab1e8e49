using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class NewcomerTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_newcomer_finds_a_thing_on_the_map_and_reads_its_four_sides()
    {
        var page = await VisitAsync("");
        await Expect(Heading(page)).ToHaveTextAsync("This week");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })
            .GetByRole(AriaRole.Link, new() { Name = "Map" })
            .ClickAsync();
        // What people plan with comes first, the disc one press further (docs/decisions/0010).
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Threads by how far ahead" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Maps" })
            .GetByRole(AriaRole.Link, new() { Name = "Orrery" })
            .ClickAsync();
        await Expect(page.Locator("#orrery canvas").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Views" })
            .GetByRole(AriaRole.Link, new() { Name = "Text" })
            .ClickAsync();
        await Link(page, "Cut mobile claim resolution time by 30 %").ClickAsync();

        await Expect(Heading(page)).ToHaveTextAsync("Cut mobile claim resolution time by 30 %");
        foreach (var side in (string[])["Context", "Intent", "Collaboration", "Investment"])
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2, Name = $"{side} w" })).ToBeVisibleAsync();
        await Expect(page.Locator(".rel").Filter(new() { HasText = "is funded by" })).ToContainTextAsync("Claims budget 2026");
    }

    [Fact]
    public async Task The_way_back_shows_what_was_left_and_the_rail_says_where_one_is()
    {
        var page = await VisitAsync("k/bet");
        var here = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).Locator("[aria-current]");
        var list = await here.TextContentAsync();
        var work = await Heading(page).TextContentAsync();

        await Link(page, "Mobile workflow updates").First.ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Mobile workflow updates");
        await Expect(here).ToHaveTextAsync(list!);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })
            .GetByRole(AriaRole.Link, new() { Name = "History" })
            .ClickAsync();
        await Expect(here).ToHaveTextAsync("History");
        await Expect(Heading(page)).Not.ToHaveTextAsync("Mobile workflow updates");

        await page.GoBackAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Mobile workflow updates");
        await Expect(here).ToHaveTextAsync(list!);
        await page.GoBackAsync();
        await Expect(Heading(page)).ToHaveTextAsync(work!);
        await Expect(here).ToHaveTextAsync(list!);
        await page.GoForwardAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Mobile workflow updates");
    }

    [Fact]
    public async Task From_work_the_why_is_traced_outwards()
    {
        var page = await VisitAsync("e/bet:workflow");

        await Link(page, "Cut mobile claim resolution time by 30 %").First.ClickAsync();
        await Expect(Heading(page)).ToContainTextAsync("Cut mobile claim");
        await Link(page, "Keep long-tenure policyholders").First.ClickAsync();

        await Expect(Heading(page)).ToHaveTextAsync("Keep long-tenure policyholders");
    }

    [Fact]
    public async Task A_bet_on_a_link_shows_on_the_pages_of_both_metrics()
    {
        var page = await VisitAsync("e/metric:satisfaction");

        await Expect(page.Locator(".rel").Filter(new() { HasText = "Mobile workflow updates" }))
            .ToContainTextAsync("on the link with");
        await Link(page, "Mobile workflow updates").ClickAsync();

        await Expect(page.Locator(".side").Filter(new() { HasText = "Mobile resolution time → Claim satisfaction" }))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task Search_finds_by_words_of_the_title()
    {
        var page = await VisitAsync("", new() { JavaScriptEnabled = false });

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" }).FillAsync("claim resolution");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(At("search?q=claim+resolution"));
        await Expect(Link(page, "Cut mobile claim resolution time by 30 %")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_list_is_filtered_and_sorted_in_its_address()
    {
        var page = await VisitAsync("k/bet?sort=-title");
        await Expect(page.Locator("tbody a").First).ToHaveTextAsync("Triage improvements");

        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Title" }).ClickAsync();
        await Expect(page.Locator("tbody a").First).ToHaveTextAsync("Mobile workflow updates");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "With the words" }).FillAsync("triage");
        await Press(page, "Filter").ClickAsync();

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_does_not_exist_is_said_with_what_to_do()
    {
        var page = await VisitAsync("e/bet:nothing-of-the-kind");

        await Expect(Heading(page)).ToHaveTextAsync("Not found");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("bet:nothing-of-the-kind");
    }
}
