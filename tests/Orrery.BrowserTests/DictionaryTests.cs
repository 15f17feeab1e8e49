using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class DictionaryTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_community_gets_a_word_and_whoever_reads_in_its_words_meets_it_everywhere()
    {
        var page = await VisitAsync("words");
        await page.GetByLabel("Who says it").FillAsync("Claims");
        await page.GetByLabel("What they mean").SelectOptionAsync("kind:bet");
        await page.GetByLabel("Their word", new() { Exact = true }).FillAsync("big rock");
        await Press(page, "Add the word").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "big rock" })).ToBeVisibleAsync();
        await AddAsync(page, "Legal", "kind:goal", "big rock");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "One word, several meanings" })).ToContainTextAsync("Goal");
        Assert.Empty(await Axe.ReadAsync(page));

        await Link(page, "Read in other words").ClickAsync();
        await page.GetByLabel("In whose words").SelectOptionAsync("claims");
        await SayAsync(page);
        var rail = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });
        await Expect(rail).ToContainTextAsync("big rocks");
        await rail.GetByRole(AriaRole.Link, new() { Name = "big rocks" }).ClickAsync();
        await Expect(Heading(page)).ToContainTextAsync("big rocks");

        await page.GotoAsync(At("ask?q=" + Uri.EscapeDataString("MATCH (b:BigRocks) RETURN count(b) AS found")));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("found");
        await page.GotoAsync(At("words"));
        await page.GetByRole(AriaRole.Cell, new() { Name = "big rock" }).First.HoverAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take away big rock" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "big rock" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Forms_that_a_language_has_are_given_by_hand_and_stand_on_buttons_and_beside_numbers()
    {
        var page = await VisitAsync("words");
        await page.GetByLabel("Who says it").FillAsync("Schaden");
        await page.GetByLabel("What they mean").SelectOptionAsync("kind:bet");
        await page.GetByLabel("Their word", new() { Exact = true }).FillAsync("Wette");
        await page.GetByLabel("Their word for many").FillAsync("Wetten");
        await page.GetByLabel("Other forms").FillAsync("Neue Wette");
        await Press(page, "Add the word").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("'Neue Wette' does not say which form it is");
        await page.GetByLabel("Other forms").FillAsync("new: Neue Wette\nother: Wetten insgesamt");
        await Press(page, "Add the word").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Wette" }).First).ToContainTextAsync("new: Neue Wette");
        Assert.Empty(await Axe.ReadAsync(page));

        await Link(page, "Read in other words").ClickAsync();
        await page.GetByLabel("In whose words").SelectOptionAsync("schaden");
        await SayAsync(page);
        await page.GotoAsync(At("k/bet"));
        await Expect(Heading(page)).ToHaveTextAsync("Wetten");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Wetten insgesamt");
        await Link(page, "Neue Wette").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Neue Wette");

        await page.GotoAsync(At("e/bet:triage/relate?how=out:about"));
        await page.GetByLabel("What", new() { Exact = true }).FillAsync("schad");
        await Expect(page.Locator("#suggestions").GetByRole(AriaRole.Option).First).ToContainTextAsync("Schaden");
    }

    [Fact]
    public async Task A_community_says_its_language_which_decides_the_form_beside_a_number()
    {
        var page = await VisitAsync("words", new() { JavaScriptEnabled = false });
        await page.GetByLabel("Other forms").FillAsync("one: ставка\nfew: ставки\nmany: ставок\nother: ставок");
        await AddAsync(page, "Договоры", "kind:bet", "ставка");
        await page.GetByRole(AriaRole.Region, new() { Name = "Who speaks here" })
            .GetByRole(AriaRole.Link, new() { Name = "Договоры" })
            .ClickAsync();
        await page.GetByLabel("Their language").FillAsync("as we speak");
        await Press(page, "Save").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("'as we speak' does not name a language.");
        await page.GetByLabel("Their language").FillAsync("ru");
        await page.GetByLabel("What sort of group").SelectOptionAsync("team");
        await Press(page, "Save").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Who speaks here" })).ToContainTextAsync("speaks ru");

        await Link(page, "Read in other words").ClickAsync();
        await page.GetByLabel("In whose words").SelectOptionAsync(new SelectOptionValue { Label = "Договоры" });
        await SayAsync(page);
        await page.GotoAsync(At("k/bet"));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("2 ставки");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_word_is_spelled_otherwise_made_the_preferred_one_and_both_are_taken_back(bool hasScript)
    {
        var page = await VisitAsync("words", new() { JavaScriptEnabled = hasScript });
        await AddAsync(page, "Claims", "kind:bet", "big rokc");
        await Expect(Cell(page)).ToContainTextAsync("big rokc");
        await AddAsync(page, "Claims", "kind:bet", "wager");
        await Expect(Cell(page)).ToContainTextAsync("wager");
        await Link(page, "big rokc").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("big rokc");
        Assert.Empty(hasScript ? await Axe.ReadAsync(page) : []);
        await page.GetByLabel("Their word", new() { Exact = true }).FillAsync("wager");
        await Press(page, "Save").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("'claims' say 'wager' for kind:bet already.");
        await page.GetByLabel("Their word", new() { Exact = true }).FillAsync("big rock");
        await Press(page, "Save").ClickAsync();

        await Expect(Cell(page)).ToContainTextAsync("big rock");
        await Expect(Cell(page)).Not.ToContainTextAsync("rokc");
        await Cell(page).HoverAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Prefer wager" }).ClickAsync();
        await Expect(Cell(page)).ToContainTextAsync("wager preferred");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(Cell(page)).Not.ToContainTextAsync("preferred");
    }

    private static ILocator Cell(IPage page) => page.Locator("[id='word-kind:bet'] td").First;

    private static async Task AddAsync(IPage page, string community, string of, string term)
    {
        await page.GetByLabel("Who says it").FillAsync(community);
        await page.GetByLabel("What they mean").SelectOptionAsync(of);
        await page.GetByLabel("Their word", new() { Exact = true }).FillAsync(term);
        await Press(page, "Add the word").ClickAsync();
    }
}
