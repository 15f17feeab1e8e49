using Microsoft.Playwright;
using NodaTime;
using Orrery.BrowserTests.Stage;
using Orrery.Graph;

namespace Orrery.BrowserTests;

public sealed class TabsTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task Eight_tabs_of_one_browser_load_and_hear_what_changes_whichever_closes()
    {
        List<IPage> tabs = [await VisitAsync(Goal)];
        while (tabs.Count < 8)
        {
            var tab = await tabs[0].Context.NewPageAsync();
            tab.SetDefaultTimeout(20_000);
            await tab.GotoAsync(At(Goal));
            tabs.Add(tab);
        }

        await RenameAsync("Heard by eight");
        foreach (var tab in tabs)
            await Expect(Heading(tab)).ToHaveTextAsync("Heard by eight");

        // The first tab listened for all; the next in line takes its place.
        await tabs[0].CloseAsync();
        await RenameAsync("Heard by seven");
        foreach (var tab in tabs.Skip(1))
            await Expect(Heading(tab)).ToHaveTextAsync("Heard by seven", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task A_browser_without_locks_listens_by_itself()
    {
        var page = await VisitAsync("");
        await page.AddInitScriptAsync("delete Navigator.prototype.locks");
        await page.GotoAsync(At(Goal));

        await RenameAsync("Heard alone");

        await Expect(Heading(page)).ToHaveTextAsync("Heard alone");
    }

    private Task<Revision> RenameAsync(string title) =>
        SmallCompany.SayAsync(
            Site.Workspace,
            Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
            "Another name",
            [new GraphCommand.SetField(SmallCompany.IdOf("goal", "mobile-claims-30"), "title", Value.Of(title), Validity.Always)]
        );
}
