using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>When the server cannot be reached, nothing is lost and nobody wonders.</summary>
public sealed class AwayTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task What_was_typed_stays_while_the_server_is_away_and_is_sent_when_it_is_back()
    {
        var page = await VisitAsync("e/bet:triage/edit");
        await page.GetByLabel("Title").FillAsync("Triage for everybody");
        await page.Context.SetOfflineAsync(true);

        await Press(page, "Save").ClickAsync();
        await Expect(page.Locator(".toasts")).ToContainTextAsync("The server cannot be reached. What you typed is still here");
        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("Triage for everybody");

        await page.Context.SetOfflineAsync(false);
        await Press(page, "Save").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Triage for everybody");
        await Expect(page.Locator(".toasts")).Not.ToContainTextAsync("cannot be reached");
    }

    [Fact]
    public async Task A_page_stays_where_a_link_leads_nowhere_for_now()
    {
        var page = await VisitAsync("e/bet:triage");
        await page.Context.SetOfflineAsync(true);

        await Link(page, "History").ClickAsync();
        await Expect(page.Locator(".toasts")).ToContainTextAsync("This page stays");
        await Expect(Heading(page)).ToHaveTextAsync("Triage improvements");

        await page.Context.SetOfflineAsync(false);
        await Link(page, "History").ClickAsync();
        await Expect(Link(page, "History")).ToHaveAttributeAsync("aria-current", "page");
    }
}
