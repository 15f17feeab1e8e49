using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;
using Orrery.Graph;

namespace Orrery.BrowserTests;

public sealed class TogetherTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_change_made_elsewhere_appears_by_itself()
    {
        var reader = await VisitAsync(Goal);
        var writer = await VisitAsync($"{Goal}/edit?field=title");

        await writer.GetByLabel("Title").FillAsync("Settle mobile claims in a week");
        await Press(writer, "Save").ClickAsync();

        await Expect(Heading(reader)).ToHaveTextAsync("Settle mobile claims in a week");
    }

    [Fact]
    public async Task An_unfinished_form_survives_what_others_change()
    {
        var slow = await VisitAsync($"{Goal}/edit?field=title");
        await slow.GetByLabel("Title").FillAsync("Half a thou");
        var quick = await VisitAsync("e/team:claims/edit?field=title");

        await quick.GetByLabel("Title").FillAsync("Claims and more");
        await Press(quick, "Save").ClickAsync();

        await Expect(slow.GetByText("Changed elsewhere")).ToBeVisibleAsync();
        await Expect(slow.GetByLabel("Title")).ToHaveValueAsync("Half a thou");
    }

    [Fact]
    public async Task What_one_begins_to_write_while_the_newer_page_is_on_its_way_stays()
    {
        var page = await VisitAsync($"{Goal}/edit?field=title");
        await Expect(page.GetByLabel("Title")).ToBeVisibleAsync();
        TaskCompletionSource<IRoute> onItsWay = new();
        await page.RouteAsync("**/edit?field=title", onItsWay.SetResult);
        await page.EvaluateAsync(
            "() => { window.shown_ = new Promise(done => addEventListener('turbo:render', () => done(), { once: true })); }"
        );
        var title = new GraphCommand.SetField(
            SmallCompany.IdOf("team", "claims"),
            "title",
            Value.Of("Claims, all"),
            Validity.Always
        );
        await SmallCompany.SayAsync(Site.Workspace, Site.Workspace.Current.Recorded, "Elsewhere", [title]);

        var newer = await onItsWay.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        await page.GetByLabel("Title").FillAsync("Begun meanwhile");
        await newer.ContinueAsync();
        await page.EvaluateAsync("() => window.shown_");

        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("Begun meanwhile");
        await page.UnrouteAllAsync();
        await Press(page, "Save").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Begun meanwhile");
    }

    [Fact]
    public async Task A_form_that_stays_says_at_once_what_somebody_else_put_into_its_fields()
    {
        var page = await VisitAsync($"{Goal}/edit?field=title");
        await page.GetByLabel("Title").FillAsync("Mine");
        var theirs = new GraphCommand.SetField(
            SmallCompany.IdOf("goal", "mobile-claims-30"),
            "title",
            Value.Of("Theirs"),
            Validity.Always
        );
        await SmallCompany.SayAsync(Site.Workspace, Site.Workspace.Current.Recorded, "Elsewhere", [theirs]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        var form = page.Locator("main form", new() { Has = page.GetByLabel("Title") });
        await Expect(form.GetByText("Changed elsewhere")).ToBeVisibleAsync();
        await form.GetByText("See what it is now").ClickAsync();
        await Expect(form.GetByText("Theirs")).ToBeVisibleAsync();

        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("Mine");
        await Axe.ReadAsync(page);
    }

    [Fact]
    public async Task The_second_to_edit_a_field_is_told_and_loses_nothing()
    {
        var first = await VisitAsync($"{Goal}/edit?field=title");
        var second = await VisitAsync($"{Goal}/edit?field=title");
        await second.GetByLabel("Title").FillAsync("What the second wrote");
        await first.GetByLabel("Title").FillAsync("What the first wrote");
        await Press(first, "Save").ClickAsync();
        await Expect(Heading(first)).ToHaveTextAsync("What the first wrote");

        await Press(second, "Save").ClickAsync();
        await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("What the first wrote");
        await Expect(second.GetByLabel("Title")).ToHaveValueAsync("What the second wrote");
        await Press(second, "Save").ClickAsync();

        await Expect(Heading(second)).ToHaveTextAsync("What the second wrote");
    }
}
