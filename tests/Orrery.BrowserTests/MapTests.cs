using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>The orrery: filters, one thread, two moments, walking by keys; all of it in the address, and the same as text.</summary>
public sealed class MapTests(Chromium chromium) : Journey(chromium)
{
    private const string Goal30 = "Cut mobile claim resolution time by 30 %";

    [Fact]
    public async Task What_is_shown_is_in_the_address_and_the_text_shows_the_same()
    {
        var page = await MapAsync("");

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "With the words" }).FillAsync("mobile");
        await page.GetByRole(AriaRole.Button, new() { Name = "Only Intent" }).ClickAsync();
        var count = page.Locator(".filter-count");
        await Expect(count).ToContainTextAsync("2 of ");
        await page.WaitForURLAsync(url => url.Contains("q=mobile") && url.Contains("only=intent"));
        Assert.Empty(await Axe.ReadAsync(page));

        await page.ReloadAsync();
        await Expect(count).ToContainTextAsync("2 of ");
        await page.GetByRole(AriaRole.Link, new() { Name = "Read it as text" }).ClickAsync();
        await Expect(Link(page, Goal30)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Status)).ToContainTextAsync("2 of ");

        await page.GetByRole(AriaRole.Link, new() { Name = "Show everything" }).ClickAsync();
        await Expect(Link(page, "Claims")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Labels_can_be_read_where_the_system_chooses_the_colours()
    {
        const string listen = """
            () => {
              const inks = window.inks_ = [];
              for (const way of ["strokeText", "fillText"]) {
                const write = CanvasRenderingContext2D.prototype[way];
                CanvasRenderingContext2D.prototype[way] = function (text, ...place) {
                  inks.push({ way, text, ink: way === "fillText" ? this.fillStyle : this.strokeStyle });
                  return write.call(this, text, ...place);
                };
              }
            }
            """;
        var page = await VisitAsync("map?as=text", new() { ForcedColors = ForcedColors.Active });
        await page.AddInitScriptAsync($"({listen})()");
        await page.GotoAsync(At("map"));
        await Expect(page.Locator(".orrery .wait")).ToBeHiddenAsync();
        await page.WaitForFunctionAsync("() => window.inks_.some(one => one.way === 'fillText')");

        var drowned = await page.EvaluateAsync<string[]>(
            "() => inks_.filter(one => one.way === 'fillText' && inks_.some(other => other.way === 'strokeText' && other.text === one.text && other.ink === one.ink)).map(one => one.text)"
        );
        Assert.Empty(drowned);
    }

    [Fact]
    public async Task One_thread_is_followed_by_keys_alone_and_left_again()
    {
        var page = await MapAsync("?q=mobile claim&only=intent");
        var disc = page.Locator(".over-layer");
        var said = page.Locator(".orrery > [role=status]");

        await disc.FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(said).ToContainTextAsync(Goal30);
        await page.Keyboard.PressAsync("f");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Thread of {Goal30}: show everything again" }))
            .ToBeVisibleAsync();
        await page.WaitForURLAsync(url => url.Contains("thread=goal"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Show everything", Exact = true }).ClickAsync();
        await Expect(page.Locator("#peek")).ToContainTextAsync("On it");
        await Expect(page.Locator("#peek")).ToContainTextAsync("Keep long-tenure policyholders");
        await disc.FocusAsync();
        await page.Keyboard.PressAsync("f");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForURLAsync(url => !url.Contains("thread="));
    }

    [Fact]
    public async Task Two_moments_are_compared_played_between_and_saved_as_a_picture()
    {
        var page = await MapAsync($"?since={DateTime.UtcNow.AddYears(-30):yyyy-MM-dd}");
        await Expect(page.Locator(".when-said")).ToContainTextAsync(" came, 0 went");
        await Expect(page.Locator("#peek")).ToContainTextAsync("Came");

        await page.GetByLabel("Pace").SelectOptionAsync("by years");
        await page.WaitForURLAsync(url => url.Contains("pace=year") && url.Contains("since="));
        await page.GetByRole(AriaRole.Button, new() { Name = "Play through time" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("at="));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play through time" })).ToBeVisibleAsync();

        var file = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "SVG" }).ClickAsync()
        );
        Assert.Equal("map.svg", file.SuggestedFilename);
    }

    [Fact]
    public async Task The_text_of_two_moments_says_what_came_without_script()
    {
        var page = await VisitAsync("map?as=text&since=2000-01-01&kind=goal", new() { JavaScriptEnabled = false });

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Since 1 January 2000" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("1 came, 0 went, 0 are on another orbit.");
    }

    private async Task<IPage> MapAsync(string query)
    {
        var page = await VisitAsync($"map{query}");
        await Expect(page.Locator(".orrery .wait")).ToBeHiddenAsync();
        return page;
    }
}
