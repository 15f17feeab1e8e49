using Microsoft.Playwright;
using NodaTime;
using Orrery.BrowserTests.Stage;
using Orrery.Engine;
using Orrery.Practice;

namespace Orrery.BrowserTests;

/// <summary>Kinds that a pack brings sleep until something needs them.</summary>
public sealed class NotUsedYetTests(Chromium chromium) : Journey(chromium)
{
    private const string Sleeping = "Funding theory";

    [Fact]
    public async Task A_kind_sleeps_behind_the_others_and_its_first_thing_wakes_it_without_script()
    {
        await AddFundingAsync();
        var page = await VisitAsync("new", new() { JavaScriptEnabled = false });
        await Expect(Link(page, "Bet")).ToBeVisibleAsync();
        await Expect(Link(page, Sleeping)).ToBeHiddenAsync();

        await page.GetByText("more that nothing needed yet").ClickAsync();
        await Link(page, Sleeping).ClickAsync();
        await page.GetByLabel("Title").FillAsync("Kiosks pay for themselves");
        await Press(page, "Add it").ClickAsync();
        await page.GotoAsync(At("new"));
        await Expect(Link(page, Sleeping)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_types_its_name_finds_it_and_where_kinds_are_chosen_it_stands_last()
    {
        await AddFundingAsync();
        var page = await VisitAsync("k/bet");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("new funding th");
        await page.GetByRole(AriaRole.Option, new() { Name = $"New {Sleeping.ToLowerInvariant()}" }).ClickAsync();
        var what = page.GetByRole(AriaRole.Dialog, new() { Name = "New" }).GetByLabel("What", new() { Exact = true });
        await Expect(what.Locator("optgroup[label='Not used yet'] option:checked")).ToHaveTextAsync(Sleeping);

        await page.GotoAsync(At("model"));
        await Expect(Link(page, Sleeping)).ToBeHiddenAsync();
        await page.GotoAsync(At("model?q=funding+theory"));
        await Expect(Link(page, Sleeping)).ToBeVisibleAsync();
        await page.GotoAsync(At("new"));
        Assert.Empty(await Axe.ReadAsync(page));
    }

    private async Task AddFundingAsync() =>
        await SmallCompany.SayAsync(
            Site.Workspace,
            SystemClock.Instance.GetCurrentInstant(),
            "Money",
            Adopting.Add(Site.Workspace.Read(new("Ada"), When.Now), PackShelf.Take("funding")).ToCommands(_ => false)
        );
}
