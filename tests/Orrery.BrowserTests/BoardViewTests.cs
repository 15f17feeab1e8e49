using System.Diagnostics;
using Microsoft.Playwright;
using NodaTime;
using Orrery.BrowserTests.Stage;
using Orrery.Graph;

namespace Orrery.BrowserTests;

/// <summary>A board of ten thousand cards: moved by pointer, by keys and by form, alone and by two at once.</summary>
public sealed class BoardViewTests(Chromium chromium) : Journey(chromium)
{
    private const int Many = 10_000;

    private const string Question = "MATCH (b:Bet) RETURN b AS bet, b.status AS state ORDER BY b.title";

    private static readonly string Board = $"view?shape=board&s.by=state&q={Uri.EscapeDataString(Question)}";

    private static readonly string[] States = ["option", "committed", "in-action"];

    [Fact]
    public async Task A_card_is_dragged_to_another_column_which_history_tells_and_undo_takes_back()
    {
        await FillAsync();
        var page = await VisitAsync(Board);
        await Expect(Column(page, "committed").GetByText("3,333")).ToBeVisibleAsync();
        await Expect(Column(page, "committed").GetByText("3,293 more")).ToBeVisibleAsync();

        await DragAsync(page, Card(page, "Bet 00000"), Column(page, "committed"));

        await Expect(Card(Column(page, "committed"), "Bet 00000")).ToBeVisibleAsync();
        await Expect(Column(page, "committed").GetByText("3,334")).ToBeVisibleAsync();
        var saved = page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Saved" });
        await Expect(saved).ToBeVisibleAsync();
        Assert.Contains("done=", page.Url);
        await AssertWroteAsync("option", "committed");

        var list = Column(page, "in action").Locator(".cards");
        await list.EvaluateAsync("list => list.scrollTop = 300");
        await saved.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(Card(Column(page, "option"), "Bet 00000")).ToBeVisibleAsync();
        Assert.Equal(300, await list.EvaluateAsync<int>("list => list.scrollTop"));
        await AssertWroteAsync("committed", "option");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing_and_the_page_stays_as_wide_as_the_screen(ColorScheme scheme, int width)
    {
        var page = await VisitAsync(
            Board,
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 844 },
            }
        );

        Assert.Empty(await Axe.ReadAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var svg = await page.APIRequest.GetAsync(At($"{Board}&as=svg"));
        Assert.Contains("Mobile workflow updates", await svg.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_walk_from_card_to_card_and_move_them()
    {
        await FillAsync();
        var page = await VisitAsync(Board);
        await Card(page, "Bet 00000").GetByRole(AriaRole.Link).FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Card(page, "Bet 00003").GetByRole(AriaRole.Link)).ToBeFocusedAsync();

        // A step that does not follow stays where it was, with the way to take it all the same.
        await page.Keyboard.PressAsync("m");
        var menu = page.GetByRole(AriaRole.Dialog, new() { Name = "Move Bet 00003 to" });
        await menu.GetByRole(AriaRole.Button, new() { Name = "in action" }).ClickAsync();
        await Expect(page.GetByText("“Bet 00003” was not moved")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open the checklist" })).ToBeVisibleAsync();
        await Expect(Card(Column(page, "option"), "Bet 00003")).ToBeVisibleAsync();

        await Card(page, "Bet 00001").GetByRole(AriaRole.Link).FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowRight");
        await Expect(Card(Column(page, "in action"), "Bet 00001")).ToBeVisibleAsync();
        await Expect(Card(page, "Bet 00001").GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await Expect(page.Locator("[aria-live=polite]").Filter(new() { HasText = "Bet 00001 is in in action now." }))
            .ToHaveCountAsync(1, new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task The_second_who_moves_a_card_is_told_who_was_first_and_it_stays_there()
    {
        var second = await VisitAsync(Board);
        var card = Card(second, "Triage improvements");
        await HoldAsync(second, card);
        var first = await VisitAsync("me");
        await first.GetByLabel("Your name").FillAsync("Bela");
        await SayAsync(first);
        await first.GotoAsync(At(Board));
        await Card(first, "Triage improvements").GetByRole(AriaRole.Link).FocusAsync();
        await first.Keyboard.PressAsync("m");
        await first.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "committed" }).ClickAsync();
        await Expect(first.GetByText("Saved: ")).ToBeVisibleAsync();

        await DropAsync(second, Column(second, "option"));

        await Expect(second.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("Bela moved “Triage improvements” to Committed meanwhile");
        await Expect(Card(Column(second, "committed"), "Triage improvements")).ToBeVisibleAsync();
        await Expect(Card(Column(first, "committed"), "Triage improvements")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_a_card_is_moved_by_the_form_of_the_board()
    {
        var page = await VisitAsync(Board, new() { JavaScriptEnabled = false });
        var move = Card(page, "Triage improvements").GetByRole(AriaRole.Button, new() { Name = "Move" });

        await move.ClickAsync();
        // The browser says what is missing.
        await Expect(page.GetByLabel("Move to")).ToBeFocusedAsync();
        await page.GetByLabel("Move to").SelectOptionAsync("committed");
        await move.ClickAsync();

        await Expect(Card(Column(page, "committed"), "Triage improvements")).ToBeVisibleAsync();
        await Expect(page.GetByText("Saved: ")).ToBeVisibleAsync();
    }

    private async Task FillAsync()
    {
        var since = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) - Duration.FromDays(30);
        var bets = Enumerable
            .Range(0, Many)
            .Select(
                GraphCommand (number) =>
                    new GraphCommand.CreateEntity(
                        SmallCompany.IdOf("bet", $"many-{number}"),
                        ["bet"],
                        $"many-{number}",
                        Properties.Of([
                            ("title", Value.Of($"Bet {number:00000}")),
                            ("status", Value.Of(States[number % States.Length])),
                            .. number == 0 ? SmallCompany.Answers : [],
                        ]),
                        Validity.Since(since)
                    )
            );
        await SmallCompany.SayAsync(Site.Workspace, since + Duration.FromDays(30), "Many", [.. bets]);
    }

    private async Task AssertWroteAsync(string was, string now)
    {
        var newest = Site.Workspace.Current.At;
        await foreach (var change in Site.Workspace.HistoryAsync(new(newest.Value - 1), newest, Cancel))
        {
            var said = Assert.IsType<GraphEvent.FieldSet>(Assert.Single(change.Events, one => one is GraphEvent.FieldSet));
            Assert.Equal(("status", Value.Of(now)), (said.Field, said.Value));
            Assert.NotEqual(was, said.Value.AsText);
            return;
        }

        throw new UnreachableException("The newest change is in the history.");
    }

    private static ILocator Column(IPage page, string title) => page.Locator($".board-column[aria-label^='{title},' i]");

    private static ILocator Card(IPage page, string title) => Card(page.GetByRole(AriaRole.Main), title);

    private static ILocator Card(ILocator within, string title) =>
        within
            .GetByRole(AriaRole.Listitem)
            .Filter(new() { Has = within.Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }) });

    private static async Task DragAsync(IPage page, ILocator card, ILocator column)
    {
        await HoldAsync(page, card);
        await DropAsync(page, column);
    }

    private static async Task HoldAsync(IPage page, ILocator card)
    {
        await Expect(page.Locator(".board[data-armed]")).ToHaveCountAsync(1);
        var box = (await card.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + box.Height - 4);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width / 2) + 12, box.Y + box.Height + 4, new() { Steps = 4 });
    }

    private static async Task DropAsync(IPage page, ILocator column)
    {
        var box = (await column.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 60, new() { Steps = 12 });
        await page.Mouse.UpAsync();
    }
}
