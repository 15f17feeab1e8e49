using Microsoft.Playwright;
using NodaTime;
using Orrery.BrowserTests.Stage;
using Orrery.Graph;

namespace Orrery.BrowserTests;

/// <summary>Outline, timeline and graph of ten thousand bets: read, walked by keyboard, compared, saved as files.</summary>
public sealed class ShapeTests(Chromium chromium) : Journey(chromium)
{
    private const int Bets = 10_000;
    private const string Intents = "view?q=MATCH (x:Intent) RETURN x AS intent, x.status AS state, x.period AS period";

    private static readonly LocalDate Begin = new(2026, 1, 1);

    [Fact]
    public async Task An_outline_opens_by_an_arrow_key_and_keeps_what_is_open_in_its_address()
    {
        await ManyBetsAsync();
        var page = await VisitAsync($"{Intents}&shape=outline&s.by=contributes-to&s.depth=1");
        var focusArea = page.GetByRole(AriaRole.Tree).GetByRole(AriaRole.Treeitem).First;
        await Expect(focusArea).ToContainTextAsync("Keep long-tenure policyholders");
        await Expect(focusArea).ToHaveAttributeAsync("aria-expanded", "false");

        await focusArea.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(focusArea).ToHaveAttributeAsync("aria-expanded", "true");

        Assert.Contains("o.open=", page.Url, StringComparison.Ordinal);
        await TellAsync(page, "outline");
        await Expect(focusArea).ToHaveAttributeAsync("aria-expanded", "true");
        Assert.Empty(await Axe.ReadAsync(page));
    }

    [Fact]
    public async Task Branches_of_an_outline_are_opened_one_after_the_other_by_keys_alone_and_several_parents_are_marked()
    {
        await SmallCompany.SayAsync(
            Site.Workspace,
            Now - Duration.FromDays(1),
            "A second parent",
            [
                new GraphCommand.CreateEntity(
                    IdOf(1),
                    ["focus-area"],
                    "other",
                    Properties.Of(("title", Value.Of("Win brokers"))),
                    Validity.Always
                ),
                Join("contributes-to", 1, SmallCompany.IdOf("goal", "mobile-claims-30"), Validity.Always) with
                {
                    From = SmallCompany.IdOf("goal", "mobile-claims-30"),
                    To = IdOf(1),
                },
            ]
        );
        var page = await VisitAsync($"{Intents}&shape=outline&s.by=contributes-to&s.depth=1");
        var rows = page.GetByRole(AriaRole.Tree).GetByRole(AriaRole.Treeitem);

        await Expect(rows).ToHaveCountAsync(2);
        await rows.Last.FocusAsync();
        // As fast as fingers are: nothing is waited for in between.
        foreach (var key in (string[])["ArrowRight", "ArrowUp", "ArrowRight"])
            await page.Keyboard.PressAsync(key);

        await Expect(page.Locator(".outline-row[aria-level='1'][aria-expanded='true']")).ToHaveCountAsync(2);
        await Expect(page.Locator(".outline-row:focus")).ToHaveAttributeAsync("aria-level", "1");
        await Expect(page.Locator(".outline-note.also").First).ToContainTextAsync("also under");
        Assert.Empty(await Axe.ReadAsync(page));
    }

    [Fact]
    public async Task An_outline_opens_by_links_without_script()
    {
        var page = await VisitAsync($"{Intents}&shape=outline&s.depth=1", new() { JavaScriptEnabled = false });

        await Link(page, "Open Keep long-tenure policyholders").ClickAsync();

        await Expect(page.Locator("li li").First).ToContainTextAsync("Cut mobile claim resolution time");
    }

    [Fact]
    public async Task A_timeline_says_what_begins_too_early_zooms_compares_and_is_saved()
    {
        await ManyBetsAsync();
        var page = await VisitAsync($"{Intents} ORDER BY x.title&shape=timeline");
        await Expect(page.Locator(".timeline-titles li")).ToHaveCountAsync(200);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "What does not add up" }))
            .ToContainTextAsync("Bet 00001 begins on 2 January 2026, before Bet 00000 ends on 31 January 2026");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "How close" })
            .GetByRole(AriaRole.Link, new() { Name = "Weeks" })
            .ClickAsync();
        await Expect(page.Locator(".timeline-axis")).ToContainTextAsync("January 2026");
        Assert.Contains("s.zoom=week", page.Url, StringComparison.Ordinal);
        Assert.Empty(await Axe.ReadAsync(page));
        await TellAsync(page, "timeline");

        var file = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Export as PNG" }).ClickAsync();
        });
        Assert.EndsWith(".png", file.SuggestedFilename, StringComparison.Ordinal);

        await SmallCompany.SayAsync(Site.Workspace, Now, "Later", [Moved(Begin.PlusDays(60))]);
        await page.GotoAsync(At($"{Intents} ORDER BY x.title&shape=timeline&against={Yesterday}"));
        await TellAsync(page, "timeline, compared");
        await Expect(page.Locator("li[data-mark='moved']")).ToContainTextAsync("was from 1 January 2026 to 31 January 2026");
        await Expect(page.Locator(".bar.ghost")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_graph_is_walked_peeked_opened_and_joined_by_a_path()
    {
        var page = await VisitAsync("view?q=MATCH (t:Team)-[w]->(g:Goal) RETURN t, w, g&shape=graph");
        var canvas = page.Locator(".graph-canvas[data-ready='true']");
        await Expect(canvas).ToBeVisibleAsync(new() { Timeout = 20_000 });
        var said = page.Locator(".graph-said");
        await Expect(said).ToContainTextAsync("3 things, 2 relations");

        await canvas.FocusAsync();
        await Expect(said).ToContainTextAsync("Cut mobile claim resolution time");
        await page.Keyboard.PressAsync("n");
        await Expect(said).ToContainTextAsync("7 neighbours more");
        await page.Keyboard.PressAsync(" ");
        await Expect(page.Locator("#peek").GetByRole(AriaRole.Heading, new() { Name = "Cut mobile claim" })).ToBeVisibleAsync();
        Assert.Contains("o.opened=", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Path between two" }).ClickAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync(" ");
        await Expect(said).ToContainTextAsync("Choose the second");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync(" ");
        await Expect(said).ToContainTextAsync("steps:");
        Assert.Empty(await Axe.ReadAsync(page));
    }

    [Fact]
    public async Task A_graph_is_a_picture_and_text_without_script()
    {
        var page = await VisitAsync(
            "view?q=MATCH (t:Team)-[w]->(g:Goal) RETURN t, w, g&shape=graph",
            new() { JavaScriptEnabled = false }
        );

        await Expect(page.Locator(".graph-fallback svg .body")).ToHaveCountAsync(3);
        await page.GetByText("The same as text").ClickAsync();
        await Expect(page.Locator(".graph-text")).ToContainTextAsync("Claims works on Cut mobile claim");
    }

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    private static string Yesterday => (Now - Duration.FromDays(1)).ToString("uuuu-MM-dd", null);

    private static GraphCommand.SetField Moved(LocalDate start) =>
        new(IdOf(0), "period", new Value.Period(start, start.PlusDays(30)), Validity.Since(Now - Duration.FromHours(1)));

    // How long the server takes is told, and judged by who reads it: machines differ.
    private static async Task TellAsync(IPage page, string what)
    {
        var answer = await page.ReloadAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{what}: {await answer!.HeaderValueAsync("server-timing")}, {(await answer.BodyAsync()).Length} bytes"
        );
    }

    private static Id IdOf(int bet) => Id.Named("shapes", $"{bet}");

    private async Task ManyBetsAsync()
    {
        var since = Validity.Since(Now - Duration.FromDays(200));
        await SmallCompany.SayAsync(
            Site.Workspace,
            Now - Duration.FromDays(2),
            "Many bets",
            [
                .. Enumerable
                    .Range(0, Bets)
                    .Select(bet => new GraphCommand.CreateEntity(
                        IdOf(bet),
                        ["bet"],
                        $"many-{bet}",
                        Properties.Of(
                            ("title", Value.Of($"Bet {bet:00000}")),
                            ("period", new Value.Period(Begin.PlusDays(bet % 300), Begin.PlusDays((bet % 300) + 30)))
                        ),
                        since
                    )),
                .. Enumerable
                    .Range(0, Bets)
                    .Select(bet => Join("contributes-to", bet, SmallCompany.IdOf("goal", "mobile-claims-30"), since)),
                Join("contributes-to", 0, SmallCompany.IdOf("focus-area", "long-tenure"), since),
                Join("depends-on", 1, IdOf(0), since),
            ]
        );
    }

    private static GraphCommand.Relate Join(string type, int bet, Id to, Validity since) =>
        new(Id.Named("shapes", type, $"{bet}", to.ToString()), type, IdOf(bet), to, Properties.None, since);
}
