using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>Questions in plain words.</summary>
public sealed class BuilderTests(Chromium chromium) : Journey(chromium)
{
    private const string ByStatus = "build?q=MATCH%20(b:Bet)%20RETURN%20b.status,%20count(b)%20AS%20n%20ORDER%20BY%20b.status";
    private const string Linked =
        "build?q=MATCH%20(b:Bet)-[:CONTRIBUTES_TO]->(g:Goal)%20WHERE%20b.status%20<>%20'abandoned'%20RETURN%20g,%20count(DISTINCT%20b)%20AS%20n";

    [Fact]
    public async Task Running_bets_are_counted_by_the_goal_they_serve()
    {
        var page = await VisitAsync("build");

        await ChooseAsync(page, "What to ask about", "bet");
        await ChooseAsync(page, "Condition 1 of bet", "status");
        await ChooseAsync(page, "Condition 1 of bet, how", "is not");
        await ChooseAsync(page, "Condition 1 of bet, value", "Abandoned");
        await ChooseAsync(page, "A further link of bet", "contributes to");
        await ChooseAsync(page, "Link 1, to what", "goal");
        await ChooseAsync(page, "What to do", "Count");
        await ChooseAsync(page, "Group 1", "goal");

        await Expect(page.Locator(".sentence"))
            .ToHaveTextAsync(
                "Count every bet whose status is not Abandoned (or is empty) that contributes to some goal, by goal."
            );
        await Expect(Row(page, "Cut mobile claim resolution time by 30 %")).ToContainTextAsync("2");
        await Expect(Query(page)).ToContainTextAsync("MATCH (bet:Bet)-[:CONTRIBUTES_TO]->(goal:Goal)");
    }

    [Fact]
    public async Task A_text_opens_as_choices_and_says_when_it_cannot()
    {
        var page = await VisitAsync(Linked);

        await Expect(Choice(page, "Link 1")).ToHaveValueAsync("contributes-to.end");
        await Expect(Choice(page, "Condition 1 of bet, how")).ToHaveValueAsync("IsFilled");
        await Expect(Choice(page, "Condition 2 of bet, value")).ToHaveValueAsync("abandoned");
        Assert.Contains("/ask?q=MATCH", await Link(page, "Open in Ask").GetAttributeAsync("href"), StringComparison.Ordinal);

        await page.GotoAsync(At("build?q=MATCH%20(b:Bet)-->(t)%20RETURN%20b"));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("This question stays text");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Name one type");
    }

    [Fact]
    public async Task Two_days_stand_side_by_side()
    {
        var page = await VisitAsync(ByStatus);
        var earlier = DateTime.UtcNow.Date.AddDays(-30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        await page.GetByLabel("compared with").FillAsync(earlier);
        await Press(page, "Answer").ClickAsync();

        await Expect(Row(page, "In action").GetByRole(AriaRole.Cell)).ToHaveTextAsync(["In action", "1", "2", "+1"]);
        await Expect(Row(page, "Option").GetByRole(AriaRole.Cell)).ToHaveTextAsync(["Option", "1", "0", "-1"]);
    }

    [Fact]
    public async Task The_keyboard_stays_where_it_chose()
    {
        var page = await VisitAsync("build");

        await Choice(page, "What to ask about").FocusAsync();
        await page.Keyboard.TypeAsync("team");
        await Expect(page.Locator(".sentence")).ToHaveTextAsync("Show every team.");

        await Expect(Choice(page, "What to ask about")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(Choice(page, "Condition 1 of team")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task It_works_without_script()
    {
        var page = await VisitAsync("build", new() { JavaScriptEnabled = false });

        await Choice(page, "What to ask about").SelectOptionAsync("bet");
        await Press(page, "Answer").ClickAsync();
        await Choice(page, "A further link of bet").SelectOptionAsync("works-on.start");
        await Press(page, "Answer").ClickAsync();
        await Choice(page, "Link 1, some or none").SelectOptionAsync("no");
        await Press(page, "Answer").ClickAsync();

        await Expect(Query(page)).ToContainTextAsync("NOT (bet)<-[:WORKS_ON]-(:Collaboration)");
        await Expect(Row(page, "Triage improvements")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(ColorScheme scheme, int width)
    {
        var page = await VisitAsync(
            "build",
            new()
            {
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        List<string> found = [];

        foreach (var path in (string[])["build", Linked, $"{ByStatus}&against=2026-01-01", "build?q=MATCH"])
        {
            await page.GotoAsync(At(path));
            found.AddRange((await Axe.ReadAsync(page)).Select(wrong => $"{path}: {wrong}"));
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"))
                found.Add($"{path}: wider than the window");
        }

        Assert.Empty(found);
    }

    private static async Task ChooseAsync(IPage page, string label, string option)
    {
        await page.RunAndWaitForResponseAsync(
            () => Choice(page, label).SelectOptionAsync(new SelectOptionValue { Label = option }),
            response => response.Url.Contains("/build?", StringComparison.Ordinal)
        );
        await Expect(
                Choice(page, label.Replace("A further link of bet", "Link 1", StringComparison.Ordinal)).Locator("option:checked")
            )
            .ToHaveTextAsync(option);
    }

    private static ILocator Choice(IPage page, string label) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });

    private static ILocator Row(IPage page, string name) =>
        page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Cell, new() { Name = name }) });

    private static ILocator Query(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "The question as text" });
}
