using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class AskTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_question_is_typed_with_what_is_offered_and_its_answer_has_an_address()
    {
        var page = await VisitAsync("");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("a");
        await Editor(page).ClickAsync();

        await page.Keyboard.TypeAsync("MATCH (b:Be");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Bet" }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.TypeAsync("t) RETURN b, b.title ORDER BY b.title");
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Locator("table.answer tbody tr")).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("2 rows");
        await Expect(Link(page, "Triage improvements")).ToBeVisibleAsync();
        var shared = await VisitAsync(page.Url.Split("/w/harbor/")[1]);
        await Expect(shared.Locator("table.answer tbody tr")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_slip_is_shown_at_its_place_with_what_was_meant()
    {
        var page = await VisitAsync(Ask("MATCH (b:Bet) RETRUN b"), new() { JavaScriptEnabled = false });
        var alert = page.GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync("^^^^^^");
        await Expect(alert).ToContainTextAsync("RETURN");

        await page.GotoAsync(At(Ask("MATCH (b:Bte) RETURN b")));
        await Expect(page.GetByText("Nothing here is labelled 'Bte'")).ToBeVisibleAsync();
        await Expect(page.Locator(".notice .remedy")).ToContainTextAsync("bet");
        await Expect(page.Locator(".empty")).ToContainTextAsync("Nothing fits");
    }

    [Fact]
    public async Task What_is_to_be_filled_in_is_asked_for_and_kept()
    {
        var page = await VisitAsync(
            Ask("MATCH (b:Bet) WHERE b.title CONTAINS $word RETURN b"),
            new() { JavaScriptEnabled = false }
        );

        await page.GetByLabel("word").FillAsync("Triage");
        await Press(page, "Ask").ClickAsync();

        await Expect(page.Locator("table.answer tbody tr")).ToHaveCountAsync(1);
        await Expect(page.GetByLabel("word")).ToHaveValueAsync("Triage");
    }

    [Fact]
    public async Task Another_moment_has_another_answer_and_the_text_wins()
    {
        var page = await VisitAsync($"{Ask("MATCH (b:Bet) RETURN b")}&at=2001-01-01");
        await Expect(page.Locator(".answer-said")).ToContainTextAsync("as of 1 January 2001");
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();

        await page.GotoAsync(At($"{Ask("VALID AT '2002-02-02' MATCH (b:Bet) RETURN b")}&at=2001-01-01"));

        await Expect(page.Locator(".answer-said")).ToContainTextAsync("as of 2 February 2002");
        await Expect(page.GetByText("The question says itself which moment")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Changes_are_looked_at_made_and_taken_back()
    {
        var page = await VisitAsync(Ask("MATCH (b:Bet {ref: 'bet:triage'}) SET b.title = 'Triage, but better'"));
        await Expect(page.Locator(".proposed")).ToContainTextAsync("Triage, but better");
        await Press(page, "Make this change").ClickAsync();
        await Expect(page.GetByText("The changes are made.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(page.Locator(".proposed del")).ToHaveTextAsync("Triage improvements");
    }

    [Fact]
    public async Task Changes_that_others_have_overtaken_are_shown_again_and_not_made()
    {
        var page = await VisitAsync(Ask("MATCH (b:Bet {ref: 'bet:triage'}) SET b.title = b.title + '!'"));
        var other = await VisitAsync("e/bet:triage/edit?field=title");
        await other.GetByLabel("Title").FillAsync("Triage again");
        await Press(other, "Save").ClickAsync();
        await Expect(Heading(other)).ToHaveTextAsync("Triage again");

        await Press(page, "Make this change").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("None were made");
        await Expect(page.Locator(".proposed")).ToContainTextAsync("Triage again!");

        await Press(page, "Make this change").ClickAsync();
        await Expect(page.GetByText("The changes are made.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Answers_leave_as_files_and_as_pictures()
    {
        var page = await VisitAsync(Ask("MATCH (b:Bet)-[r]->(x) RETURN b, r, x.title"));
        var download = await page.RunAndWaitForDownloadAsync(() => Link(page, "CSV").ClickAsync());
        var csv = await File.ReadAllTextAsync(await download.PathAsync(), Cancel);
        Assert.StartsWith("b,r,x.title\r\nbet:", csv, StringComparison.Ordinal);

        await Link(page, "Graph").ClickAsync();

        await Expect(page.Locator(".picture svg").GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        await Expect(page.Locator(".picture-legend")).ToContainTextAsync("contributes to");
        await Link(page, "How it is found").ClickAsync();
        await Expect(page.Locator("pre.plan")).ToContainTextAsync("rows");
    }

    [Fact]
    public async Task A_question_that_takes_too_long_is_stopped()
    {
        const string Endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)";
        var page = await VisitAsync("ask");
        await Editor(page).ClickAsync();
        await page.Keyboard.InsertTextAsync(Endless);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+Enter");

        await Press(page, "Stop").ClickAsync();

        await Expect(Press(page, "Stop")).ToBeHiddenAsync();
        await Expect(Editor(page)).ToContainTextAsync(Endless);
        Assert.EndsWith("/ask", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_opens_as_a_question()
    {
        var page = await VisitAsync("k/bet?q=triage&sort=-price");

        await Link(page, "Open in Ask").ClickAsync();

        await Expect(Heading(page)).ToHaveTextAsync("Ask");
        await Expect(Link(page, "Triage improvements")).ToBeVisibleAsync();
        await Expect(page.Locator("table.answer tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Axe_finds_nothing_in_either_theme_and_nothing_breaks()
    {
        var page = await VisitAsync(
            "ask",
            new()
            {
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        List<string> found = [];
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                found.Add(message.Text);
        };
        page.PageError += (_, error) => found.Add(error);
        string[] paths =
        [
            "ask",
            Ask("MATCH (b:Bet)-[r]->(x) RETURN b, r, x.title, $word"),
            $"{Ask("MATCH (b:Bet)-->(x) RETURN b, x")}&as=graph",
            Ask("MATCH (b:Bte) RETURN b"),
            Ask("MATCH (b:Bet) RETRUN b"),
            Ask("MATCH (b:Bet) SET b.title = 'Another' RETURN b"),
            $"{Ask("MATCH (b:Bet) RETURN b")}&as=profile",
        ];

        foreach (var path in paths)
        {
            await page.GotoAsync(At(path));
            await Expect(Editor(page)).ToBeVisibleAsync();
            found.AddRange((await Axe.ReadInBothAsync(page)).Select(wrong => $"{path}: {wrong}"));
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"))
                found.Add($"{path} is wider than the screen");
        }

        Assert.Empty(found);
    }

    private static string Ask(string text) => $"ask?q={Uri.EscapeDataString(text)}";

    private static ILocator Editor(IPage page) => page.Locator(".cm-content");
}
