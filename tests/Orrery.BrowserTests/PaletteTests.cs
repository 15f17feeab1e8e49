using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;
using Orrery.Server;

namespace Orrery.BrowserTests;

public sealed class PaletteTests(Chromium chromium) : Journey(chromium)
{
    [Theory]
    [InlineData("Mobile workflow updates", "mob work", true)]
    [InlineData("Mobile workflow updates", "mwu", true)]
    [InlineData("Mobile workflow updates", "wrokflow", true)]
    [InlineData("Mobile workflow updates", "worflow", true)]
    [InlineData("Mobile workflow updates", "workkflow", true)]
    [InlineData("Mobile workflow updates", "claims", false)]
    [InlineData("Mobile workflow updates", "mob claims", false)]
    [InlineData("Größe", "große", true)]
    [InlineData("", "a", false)]
    public void Words_find_a_title_in_spite_of_a_slip(string title, string typed, bool found) =>
        Assert.Equal(found, PaletteMatch.Of(title, typed.Split(' ')) > 0);

    [Theory]
    [InlineData("Threads", "thr", 3)]
    [InlineData("New team", "new t", 3)]
    [InlineData("The new core on its own ground", "new core", 2)]
    [InlineData("Mobile", "moble", 1)]
    [InlineData("case", "moble", 0)]
    public void What_begins_with_all_that_was_typed_is_nearest(string title, string typed, int rank) =>
        Assert.Equal(rank, PaletteMatch.RankOf(title, typed.Split(' ')));

    [Fact]
    public async Task A_page_comes_before_things_that_only_hold_its_letters_and_nothing_is_said_to_be_nothing()
    {
        var page = await VisitAsync("");
        var options = page.GetByRole(AriaRole.Option);
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("new t");
        await Expect(options.First).ToContainTextAsync("New team");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("zzzzqq");
        await Expect(options).ToContainTextAsync(["Nothing is called “zzzzqq”"]);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(At("search?q=zzzzqq"));
    }

    [Fact]
    public async Task Anything_is_gone_to_and_done_from_the_keyboard()
    {
        var page = await VisitAsync("");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("workfow");
        var options = page.GetByRole(AriaRole.Option);
        await Expect(options.First).ToContainTextAsync("Mobile workflow updates");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Heading(page)).ToHaveTextAsync("Mobile workflow updates");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("new go");
        await Expect(options.Filter(new() { HasText = "New goal" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("relate");
        await Expect(options.Filter(new() { HasText = "on this page" }).First).ToBeVisibleAsync();

        await page.GotoAsync(At("threads"));
        await page.Keyboard.PressAsync("Control+k");
        await Expect(options.First).ToContainTextAsync("Mobile workflow updates");
        await Expect(options.First).ToContainTextAsync("seen lately");
    }
}
