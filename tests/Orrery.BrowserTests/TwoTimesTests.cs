using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class TwoTimesTests(Chromium chromium) : Journey(chromium)
{
    private static readonly DateTime Today = DateTime.UtcNow.Date;
    private static readonly string March = Iso(Today.AddDays(-100));

    [Fact]
    public async Task An_edit_since_an_earlier_date_shows_both_times()
    {
        var page = await VisitAsync($"{Goal}/edit?field=status");
        await page.GetByLabel("State").Or(page.GetByLabel("Status")).SelectOptionAsync("in-action");
        await page.GetByLabel("since", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Since the date").FillAsync(March);
        await page.GetByLabel("Why").FillAsync("It began in spring");
        await Press(page, "Save").ClickAsync();
        await Expect(page.Locator(".entity-head .chips")).ToContainTextAsync("In action");

        await page.GotoAsync(At($"{Goal}?at={Iso(Today.AddDays(-101))}"));
        await Expect(page.Locator(".entity-head .chips")).ToContainTextAsync("Committed");
        await page.GotoAsync(At($"{Goal}?at={Iso(Today.AddDays(-99))}"));
        await Expect(page.Locator(".entity-head .chips")).ToContainTextAsync("In action");
        await page.GotoAsync(At($"{Goal}?at={Iso(Today.AddDays(-99))}&known=then"));
        await Expect(page.Locator(".entity-head .chips")).ToContainTextAsync("Committed");

        await page.GotoAsync(At($"{Goal}/history"));
        var line = page.Locator(".feed li").First;
        await Expect(line).ToContainTextAsync("true since");
        await Expect(line).ToContainTextAsync("It began in spring");
    }

    [Fact]
    public async Task The_past_is_tinted_says_so_and_stays_while_walking()
    {
        var day = Iso(Today.AddDays(-200));
        var page = await VisitAsync($"{Goal}?at={day}");

        await Expect(page.Locator("footer.when.past")).ToBeVisibleAsync();
        await Expect(page.Locator(".when-said")).ToContainTextAsync("As of");
        await Link(page, "Claims").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Claims");
        Assert.Contains($"at={day}", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Back to now" }).ClickAsync();
        await Expect(page.Locator(".when-said")).ToContainTextAsync("Now");
    }

    [Fact]
    public async Task Before_it_began_a_thing_says_when_it_begins()
    {
        var page = await VisitAsync($"{Goal}?at={Iso(Today.AddDays(-320))}");

        await Expect(page.Locator(".entity-head")).ToContainTextAsync("Begins on");
    }

    [Fact]
    public async Task Two_moments_are_compared()
    {
        var page = await VisitAsync($"compare?from={Iso(Today.AddDays(-30))}&to={Iso(Today)}");
        await Expect(page.Locator(".feed")).ToContainTextAsync("Mobile workflow updates");

        await page.GetByLabel("Earlier", new() { Exact = true }).FillAsync(Iso(Today.AddDays(-320)));
        await Press(page, "Compare").ClickAsync();

        await Expect(page.Locator(".figures")).ToContainTextAsync("came12");
    }

    [Fact]
    public async Task A_change_is_taken_back_from_the_toast()
    {
        var page = await VisitAsync($"{Goal}/edit?field=title");
        await page.GetByLabel("Title").FillAsync("Another title");
        await Press(page, "Save").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Another title");

        await page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(Heading(page)).ToContainTextAsync("Cut mobile claim");
    }

    [Fact]
    public async Task A_retired_thing_says_so_and_comes_back()
    {
        var page = await VisitAsync("e/team:mobile/retire");
        await Press(page, "Retire").ClickAsync();
        await Expect(page.Locator(".entity-head")).ToContainTextAsync("Retired since");

        await Link(page, "Restore").ClickAsync();
        await Press(page, "Restore").ClickAsync();

        await Expect(Link(page, "Edit")).ToBeVisibleAsync();
    }

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
