using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>A figure, how it went, and what it was at another moment.</summary>
public sealed class NumberTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_figure_is_told_with_its_trend_its_difference_and_a_table()
    {
        var bets = Uri.EscapeDataString("MATCH (b:Bet) WHERE b.status = 'in-action' RETURN count(b) AS bets");
        var page = await VisitAsync($"view?q={bets}&shape=number&against=2020-01-01");

        await Expect(page.Locator(".figure")).ToHaveTextAsync("2 bets");
        await Expect(page.Locator(".figure-then")).ToHaveTextAsync("was 0 on 1 January 2020");
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Unsaved view" })).ToBeVisibleAsync();
        await page.GetByText("The figures as a table").ClickAsync();
        await Expect(page.Locator(".trend-twin tbody tr").First).ToContainTextAsync("2");
        await Expect(page.Locator(".trend-twin tbody tr").Last).ToContainTextAsync("0");

        // Several figures stand side by side; and a figure of nothing is a figure.
        var kinds = Uri.EscapeDataString("MATCH (b:Intent) RETURN b.status AS state, count(b) AS things");
        await page.GotoAsync(At($"view?q={kinds}&shape=number&s.step=quarter"));
        await Expect(page.Locator(".numbers li")).ToHaveCountAsync(4);

        // Each says what it was; where there never was a value nothing is drawn.
        var prices = Uri.EscapeDataString("MATCH (b:Bet) RETURN b, b.price AS price ORDER BY b.title");
        await page.GotoAsync(At($"view?q={prices}&shape=number&against=2020-01-01"));
        await Expect(page.Locator(".numbers .figure-then").First).ToContainTextAsync("on 1 January 2020");
        await Expect(page.Locator(".numbers .trend")).ToHaveCountAsync(1);
        var none = Uri.EscapeDataString("MATCH (b:Bet) WHERE b.title = 'none' RETURN b");
        await page.GotoAsync(At($"view?q={none}&shape=number"));
        await Expect(page.Locator(".figure")).ToHaveTextAsync("0 rows");
    }
}
