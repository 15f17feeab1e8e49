using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>A matrix: read, opened cell by cell, walked by arrows, compared, at 390 px.</summary>
public sealed class MatrixViewTests(Chromium chromium) : Journey(chromium)
{
    private const string Question =
        "MATCH (g:Goal) OPTIONAL MATCH (g)<-[:CONTRIBUTES_TO]-(b:Bet) RETURN b AS bet, g AS goal, b.status AS state";

    private static readonly string Matrix = $"view?shape=matrix&s.rows=goal&s.columns=state&q={Uri.EscapeDataString(Question)}";

    [Fact]
    public async Task A_cell_opens_its_rows_and_the_address_says_which()
    {
        var page = await VisitAsync(Matrix);
        var cell = page.GetByRole(AriaRole.Link, new() { Name = "in action, Cut mobile claim resolution time by 30 %: 2" });

        await cell.ClickAsync();

        var picked = page.Locator("section.picked");
        await Expect(picked.GetByRole(AriaRole.Link, new() { Name = "Triage improvements" })).ToBeVisibleAsync();
        await Expect(picked.GetByRole(AriaRole.Link, new() { Name = "Mobile workflow updates" })).ToBeVisibleAsync();
        await page.WaitForURLAsync(url => url.Contains("column=in-action", StringComparison.Ordinal));
        await page.ReloadAsync();
        await Expect(picked.GetByRole(AriaRole.Link, new() { Name = "Triage improvements" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Compared_with_last_week_it_says_what_came_and_what_went()
    {
        var lastWeek = DateTime.UtcNow.AddDays(-7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var page = await VisitAsync($"{Matrix}&against={lastWeek}");

        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "2 +1" }).First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "0 −1" }).First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing_and_the_page_stays_as_wide_as_the_screen(ColorScheme scheme, int width)
    {
        var page = await VisitAsync(
            $"{Matrix}&row=*&column=in-action",
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 844 },
            }
        );

        Assert.Empty(await Axe.ReadAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
