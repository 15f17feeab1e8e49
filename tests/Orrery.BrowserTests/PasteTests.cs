using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>A table from a spreadsheet becomes things.</summary>
public sealed class PasteTests(Chromium chromium) : Journey(chromium)
{
    private const string Table =
        "Title\tStatus\tContributes to\n"
        + "Photo estimates\toption\tCut mobile claim resolution time by 30 %\n"
        + "Triage improvements\tcommitted\t\n"
        + "Chat with a human\tsoonish\t\n"
        + "Video calls\toption\tNo such goal\n";

    [Fact]
    public async Task Rows_are_added_updated_or_left_out_with_the_reason_and_taken_back_at_once()
    {
        var page = await VisitAsync("k/bet");
        await Link(page, "Paste a list").ClickAsync();
        await page.GetByLabel("What to paste").FillAsync(Table);
        await Press(page, "See what becomes of it").ClickAsync();

        var rows = page.Locator(".paste-table tbody tr");
        await Expect(rows.Filter(new() { HasText = "Photo estimates" })).ToContainTextAsync("new");
        await Expect(rows.Filter(new() { HasText = "Triage improvements" })).ToContainTextAsync("updates");
        await Expect(rows.Filter(new() { HasText = "Chat with a human" })).ToContainTextAsync("does not fit status");
        await Expect(rows.Filter(new() { HasText = "Video calls" })).ToContainTextAsync("Nothing here is called");

        await Press(page, "Add 1, update 1").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Grid)).ToContainTextAsync("Photo estimates");
        await page.GetByRole(AriaRole.Link, new() { Name = "Photo estimates" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Cut mobile claim resolution time");
        await page.GoBackAsync();
        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Grid)).Not.ToContainTextAsync("Photo estimates");
    }
}
