using Microsoft.Playwright;
using NodaTime;
using Orrery.BrowserTests.Stage;
using Orrery.Graph;

namespace Orrery.BrowserTests;

/// <summary>A table of ten thousand things: read, walked over, edited where it stands.</summary>
public sealed class TableTests(Chromium chromium) : Journey(chromium)
{
    private const int Many = 10_000;

    private static readonly string Bets = Uri.EscapeDataString(
        "MATCH (b:Bet) WHERE b.ref STARTS WITH 'bet:many-' RETURN b AS bet, b.status AS state, b.price AS price ORDER BY b.title"
    );

    [Fact]
    public async Task Ten_thousand_rows_are_scrolled_sorted_grouped_and_edited()
    {
        await AddManyAsync();
        var page = await VisitAsync($"view?q={Bets}&s.sort=price");
        var grid = page.GetByRole(AriaRole.Grid);
        await Expect(grid).ToHaveAttributeAsync("aria-rowcount", $"{Many + 1}");
        await Expect(page.Locator("tbody tr[id]")).ToHaveCountAsync(200);

        // The end is there when one scrolls to it, though it was not sent.
        await page.EvaluateAsync("() => scrollTo(0, document.documentElement.scrollHeight)");
        await Expect(grid.GetByRole(AriaRole.Row).Filter(new() { HasText = "Thing 09999" })).ToBeVisibleAsync();
        Assert.True(await page.Locator("tbody tr[id]").CountAsync() < 3_000);
        await page.EvaluateAsync("() => scrollTo(0, 0)");

        // A head sorts the other way round, in the address.
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "price" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator("tbody tr[id]").First).ToContainTextAsync("Thing 09999");
        Assert.Contains("s.sort=-price", page.Url, StringComparison.Ordinal);

        // Arrow keys walk; Enter edits; Escape leaves; a choice is saved at once and can be undone.
        await page.GetByRole(AriaRole.Link, new() { Name = "Thing 09999" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Thing 09998" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".cell-form select")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".cell-form")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("F2");
        await page.Locator(".cell-form select").SelectOptionAsync("committed");
        await page.Keyboard.PressAsync("Enter");
        var cell = page.Locator("tbody tr[id]").Nth(1).Locator("td").Nth(1);
        await Expect(page.Locator(".cell-form")).ToHaveCountAsync(0);
        await Expect(cell).ToContainTextAsync("ommitted");
        await Expect(page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();

        // It is an event like any other.
        await page.GotoAsync(At("e/bet:many-9998/history"));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("ommitted");
    }

    [Fact]
    public async Task The_second_of_two_who_edit_a_cell_is_told()
    {
        var page = await VisitAsync("k/bet");
        var cell = page.Locator("tbody tr")
            .Filter(new() { HasText = "Triage improvements" })
            .Locator("td:has(> .cell-edit)")
            .First;
        await cell.DblClickAsync();
        var choice = cell.Locator("select");
        await Expect(choice).ToBeVisibleAsync();

        await SmallCompany.SayAsync(
            Site.Workspace,
            Now,
            "Elsewhere",
            [new GraphCommand.SetField(SmallCompany.IdOf("bet", "triage"), "status", Value.Of("abandoned"), Validity.Since(Now))]
        );
        await choice.SelectOptionAsync("committed");
        await choice.PressAsync("Enter");

        await Expect(cell.GetByRole(AriaRole.Alert)).ToContainTextAsync("bandoned");
    }

    [Fact]
    public async Task Columns_are_chosen_and_marked_without_script()
    {
        var question = Uri.EscapeDataString("MATCH (b:Bet) RETURN b AS bet, b.status AS state ORDER BY b.title");
        var page = await VisitAsync(
            $"view?q={question}&s.formats={Uri.EscapeDataString("state = in-action: warn")}",
            new() { JavaScriptEnabled = false }
        );
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "state is in-action" })).ToHaveCountAsync(2);

        await Link(page, "Choose columns").ClickAsync();
        await Link(page, "contributes to").ClickAsync();
        await Link(page, "Done").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "contributes to" })).ToBeVisibleAsync();
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("Cut mobile claim resolution time");
        await page.Locator("tbody .cell-edit").First.ClickAsync();
        await Expect(Heading(page)).ToContainTextAsync("of Mobile workflow updates");
    }

    [Fact]
    public async Task Two_hundred_columns_say_their_question_once_and_are_sorted_and_chosen_all_the_same()
    {
        var columns = string.Join(", ", Enumerable.Range(1, 200).Select(number => $"b.title AS column{number:000}"));
        var page = await VisitAsync(
            $"view?q={Uri.EscapeDataString($"MATCH (b:Bet) RETURN {columns}")}",
            new() { JavaScriptEnabled = false }
        );
        Assert.InRange(Said(await page.ContentAsync()), 1, 40);

        var head = page.GetByRole(AriaRole.Columnheader, new() { Name = "column199" });
        await head.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "ascending");
        await head.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "descending");

        await Link(page, "Choose columns").ClickAsync();
        Assert.InRange(Said(await page.ContentAsync()), 1, 60);
        await Press(page, "Hide column199").ClickAsync();
        await Expect(head).ToHaveCountAsync(0);
        await Press(page, "Show column199").ClickAsync();
        await Expect(head).ToBeVisibleAsync();
        await Press(page, "column003, one place earlier").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader).Nth(1)).ToHaveTextAsync("column003");

        // Each time that the question stands in the page, its columns do.
        static int Said(string page) => page.Split("AS%20column150").Length + page.Split("AS column150").Length - 2;
    }

    private static Instant Now => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private Task<Revision> AddManyAsync() =>
        SmallCompany.SayAsync(
            Site.Workspace,
            Now,
            "Ten thousand",
            [
                .. Enumerable
                    .Range(0, Many)
                    .Select(number => new GraphCommand.CreateEntity(
                        SmallCompany.IdOf("bet", $"many-{number}"),
                        ["bet"],
                        $"many-{number}",
                        Properties.Of([
                            ("title", Value.Of($"Thing {number:00000}")),
                            ("status", Value.Of("option")),
                            ("price", new Value.Money(number, "USD")),
                            .. number == Many - 2 ? SmallCompany.Answers : [],
                        ]),
                        Validity.Since(Now - Duration.FromDays(1))
                    )),
            ]
        );
}
