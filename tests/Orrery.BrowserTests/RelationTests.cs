using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class RelationTests(Chromium chromium) : Journey(chromium)
{
    private static readonly DateTime Today = DateTime.UtcNow.Date;

    [Fact]
    public async Task A_relation_is_opened_from_its_words_and_edited_with_the_keyboard_alone()
    {
        var page = await VisitAsync(Goal);
        await Words(page, "is funded by").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Heading(page)).ToContainTextAsync("Claims budget 2026 funds Cut mobile claim");

        await page.Keyboard.PressAsync("e");
        await page.GetByLabel("Confidence").FillAsync("70 %");
        await page.GetByLabel("Rationale").FillAsync("The board said so in **May**.");
        await page.GetByLabel("Assertion").SelectOptionAsync("validated");
        await page.GetByLabel("Confidence").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".lede strong")).ToHaveTextAsync("May");
        await Expect(page.Locator(".fields")).ToContainTextAsync("70");
        await Link(page, "History").ClickAsync();
        await Expect(page.Locator(".feed")).ToContainTextAsync("confidence");

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo revision" }).First.ClickAsync();
        await Expect(page.Locator(".feed li").First).ToContainTextAsync("Took back");
        await Link(page, "What it says").ClickAsync();
        await Expect(page.Locator(".lede")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_relation_ends_on_a_day_by_itself_and_comes_back()
    {
        var page = await VisitAsync(Goal);
        await OpenAsync(page, "is funded by");
        await Link(page, "No longer true").ClickAsync();
        await page.GetByLabel("since", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Since the date").FillAsync(Iso(Today.AddDays(-30)));
        await page.GetByLabel("Why").FillAsync("The money went elsewhere");
        await Press(page, "No longer true").ClickAsync();
        await Expect(page.Locator(".entity-head")).ToContainTextAsync("No longer true since");
        var relation = page.Url.Split('?')[0];

        await page.GotoAsync(At(Goal));
        await Expect(Words(page, "is funded by")).ToHaveCountAsync(0);
        await page.GotoAsync(At($"{Goal}?at={Iso(Today.AddDays(-31))}"));
        await Expect(Words(page, "is funded by")).ToBeVisibleAsync();
        await page.GotoAsync(relation);
        await Link(page, "True again").ClickAsync();
        await Press(page, "True again").ClickAsync();

        await Expect(Link(page, "Edit")).ToBeVisibleAsync();
        await Expect(page.Locator(".fields")).ToContainTextAsync("no end known");
    }

    [Fact]
    public async Task Since_when_and_until_when_of_a_relation_are_moved()
    {
        var page = await VisitAsync(Goal);
        await OpenAsync(page, "is funded by");
        await Link(page, "Edit from when to when").ClickAsync();
        await page.GetByLabel("Since the date").FillAsync(Iso(Today.AddDays(-200)));
        await page.GetByLabel("Until the date").FillAsync(Iso(Today.AddDays(40)));
        await Press(page, "Save").ClickAsync();
        await Expect(page.Locator(".entity-head .chips")).ToContainTextAsync("until");

        await page.GotoAsync(At($"{Goal}?at={Iso(Today.AddDays(-201))}"));
        await Expect(Words(page, "is funded by")).ToHaveCountAsync(0);
        await page.GotoAsync(At($"{Goal}?at={Iso(Today.AddDays(-199))}"));
        await Expect(Words(page, "is funded by")).ToBeVisibleAsync();
        await page.GotoAsync(At($"{Goal}?at={Iso(Today.AddDays(41))}"));
        await Expect(Words(page, "is funded by")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_points_at_a_relation_is_shown_and_added()
    {
        var page = await VisitAsync("e/metric:resolution-time");
        await OpenAsync(page, "drives");
        await Expect(page.Locator(".links")).ToContainTextAsync("Mobile workflow updates");

        await page.Keyboard.PressAsync("r");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "is supported by" }).ClickAsync();
        await page.GetByLabel("What", new() { Exact = true }).FillAsync("insight:mobile-share");
        await Press(page, "Relate").ClickAsync();

        await Expect(page.Locator(".links .rel")).ToHaveCountAsync(2);
        await Expect(page.Locator(".links")).ToContainTextAsync("is supported by");
    }

    [Fact]
    public async Task A_field_holds_until_a_day_and_says_so()
    {
        var page = await VisitAsync($"{Goal}/edit?field=status");
        await page.GetByLabel("Status").SelectOptionAsync("in-action");
        await page.GetByLabel("Until the date").FillAsync(Iso(Today.AddDays(50)));
        await Press(page, "Save").ClickAsync();
        await Expect(page.Locator(".fields")).ToContainTextAsync("until");

        await page.GotoAsync(At($"{Goal}?at={Iso(Today.AddDays(49))}"));
        await Expect(page.Locator(".entity-head .chips")).ToContainTextAsync("In action");
        await page.GotoAsync(At($"{Goal}?at={Iso(Today.AddDays(51))}"));
        await Expect(page.Locator(".entity-head .chips")).ToContainTextAsync("Committed");

        await page.GotoAsync(At($"{Goal}/history"));
        await Expect(page.Locator(".feed li").First).ToContainTextAsync("true until");
        await Expect(page.Locator(".feed li").First).ToContainTextAsync("then Committed");
    }

    [Fact]
    public async Task Observations_are_added_one_by_one_and_many_at_once()
    {
        var page = await VisitAsync("e/metric:resolution-time");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Add observations to" }).ClickAsync();
        await page.GetByLabel("Value").FillAsync("6.5");
        await page.GetByText("Several at once").ClickAsync();
        await page.GetByLabel("One a line").FillAsync("yesterday 7");
        await Press(page, "Add").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("'yesterday 7' is not a day and a number");

        await page.GetByLabel("One a line").FillAsync($"{Iso(Today.AddDays(-2))}\t7.25\n{Iso(Today.AddDays(-1))};7.5");
        await Press(page, "Add").ClickAsync();

        await Expect(page.Locator(".fields")).ToContainTextAsync("6.5");
        await Expect(page.Locator(".fields")).ToContainTextAsync("43 observations");
    }

    [Fact]
    public async Task An_observation_is_corrected_and_history_says_so()
    {
        var page = await VisitAsync("e/metric:resolution-time/observe?field=observed");
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct " }).First.ClickAsync();
        await Expect(Heading(page)).ToContainTextAsync("Correct");
        await page.GetByLabel("Value").FillAsync("5.125");
        await Press(page, "Correct").ClickAsync();

        await Expect(page.Locator(".fields")).ToContainTextAsync("5.13 days on");
        await Expect(page.Locator(".fields")).ToContainTextAsync("40 observations");
        await page.GotoAsync(At("e/metric:resolution-time/history"));
        await Expect(page.Locator(".feed li").First).ToContainTextAsync("corrected an observation of");

        await page.GotoAsync(At("e/metric:resolution-time/observe?field=observed"));
        await page.GetByLabel("Day", new() { Exact = true }).EvaluateAsync("day => day.removeAttribute('max')");
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync(Iso(Today.AddDays(9)));
        await page.GetByLabel("Value").FillAsync("4");
        await Press(page, "Add").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("still to come");
    }

    private static async Task OpenAsync(IPage page, string how)
    {
        await Words(page, how).ClickAsync();
        await Expect(page.Locator(".relation-head")).ToBeVisibleAsync();
    }

    private static ILocator Words(IPage page, string how) =>
        page.Locator(".rel").GetByRole(AriaRole.Link, new() { Name = $"{how}, with" });

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
