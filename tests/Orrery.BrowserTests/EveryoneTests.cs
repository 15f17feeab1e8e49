using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class EveryoneTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task Axe_finds_nothing_in_either_theme()
    {
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var page = await VisitAsync("", new() { ReducedMotion = ReducedMotion.Reduce });
        var relation = $"r/{SmallCompany.LinkId("funds", "budget:claims-2026", "goal:mobile-claims-30")}";
        string[] paths =
        [
            "?since=2020-01-01",
            Goal,
            $"{Goal}/history",
            $"{Goal}/edit",
            $"{Goal}/relate",
            $"{Goal}/relate?how=in:funds",
            $"{Goal}/when",
            relation,
            $"{relation}/history",
            $"{relation}/edit",
            $"{relation}/retire",
            "e/metric:resolution-time",
            "e/metric:resolution-time/observe?field=observed",
            "me",
            $"{Goal}?at={today}",
            "k/bet",
            "new",
            "new/bet",
            "paste?kind=bet",
            $"many?of={SmallCompany.IdOf("bet", "workflow")}&act=field&field=status&f-status=committed",
            $"{Goal}/files",
            "history?did=changed&of=kind:bet",
            "map?as=text",
            "map",
            "compare?from=2020-01-01",
            "search?q=claim",
            "e/bet:none",
        ];
        List<string> found = [];

        foreach (var path in paths)
        {
            await page.GotoAsync(At(path));
            found.AddRange((await Axe.ReadInBothAsync(page)).Select(wrong => $"{path}: {wrong}"));
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task A_thing_is_edited_with_the_keyboard_alone()
    {
        var page = await VisitAsync(Goal);
        await Expect(Heading(page)).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("e");
        await Expect(page.GetByLabel("Title")).ToBeVisibleAsync();
        await page.GetByLabel("Title").FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Typed, not clicked");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Heading(page)).ToHaveTextAsync("Typed, not clicked");

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("c");
        await Expect(Heading(page)).ToHaveTextAsync("History");
    }

    [Fact]
    public async Task Space_peeks_at_the_link_in_focus()
    {
        var page = await VisitAsync(Goal);

        await Link(page, "Claims").FocusAsync();
        await page.Keyboard.PressAsync(" ");

        await Expect(page.Locator("#peek").GetByRole(AriaRole.Heading, new() { Name = "Claims" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#peek-panel")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Everything_needed_works_without_script()
    {
        var page = await VisitAsync("k/bet", new() { JavaScriptEnabled = false });
        await Link(page, "New bet").ClickAsync();
        await page.GetByLabel("Title").FillAsync("A bet without script");
        await Press(page, "Add it").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("A bet without script");

        await Link(page, "Relate").ClickAsync();
        await Link(page, "contributes to").ClickAsync();
        await page.GetByLabel("What").FillAsync("Cut mobile claim resolution time by 30 %");
        await Press(page, "Relate").ClickAsync();
        await Expect(page.Locator(".rel").Filter(new() { HasText = "contributes to" })).ToContainTextAsync("Cut mobile");

        await page.GetByRole(AriaRole.Textbox, new() { Name = "As of" }).Or(page.GetByLabel("As of")).FillAsync("2020-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Travel" }).ClickAsync();
        await Expect(page.Locator(".when-said")).ToContainTextAsync("As of 1 January 2020");
    }

    [Theory]
    [InlineData("<script>document.title='taken'</script><img src=x onerror=alert(1)>")]
    [InlineData("🌋 Vulkan 👩‍👩‍👧 família Ünïcode")]
    [InlineData("שלום עולם, זה יעד חדש")]
    [InlineData(
        "A_word_that_never_ends_A_word_that_never_ends_A_word_that_never_ends_A_word_that_never_ends_A_word_that_never_ends_A_word_that_never_ends_A_word_that_never_ends_A_word_that_never_ends_A_word_that_never_ends_A_word_that_never_ends_A_word_that_never_ends_A_word_that_never_ends_A_word_that_never_ends"
    )]
    public async Task Any_title_is_shown_as_it_was_typed(string title)
    {
        var page = await VisitAsync(
            "new/goal",
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );

        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByLabel("Summary").FillAsync("[click](javascript:alert(1)) <b>bold</b> **strong**");
        await Press(page, "Add it").ClickAsync();

        await Expect(Heading(page)).ToHaveTextAsync(title);
        await Expect(page.Locator(".lede strong")).ToHaveTextAsync("strong");
        Assert.Equal(0, await page.Locator(".lede a, .lede b").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"));
    }

    [Fact]
    public async Task Nothing_breaks_the_policy_or_the_scripts()
    {
        var page = await VisitAsync("");
        List<string> problems = [];
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                problems.Add(message.Text);
        };
        page.PageError += (_, error) => problems.Add(error);

        foreach (var path in (string[])["", Goal, $"{Goal}/history", "k/bet", "map", "history"])
        {
            await page.GotoAsync(At(path));
            await Expect(Heading(page)).ToBeAttachedAsync();
        }

        Assert.Empty(problems);
    }
}
