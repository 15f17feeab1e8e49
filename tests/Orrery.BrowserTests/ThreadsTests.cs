using Microsoft.Playwright;
using NodaTime;
using Orrery.BrowserTests.Stage;
using Orrery.Graph;

namespace Orrery.BrowserTests;

public sealed class ThreadsTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task Threads_show_what_serves_a_direction_and_what_is_missing_in_between()
    {
        var page = await VisitAsync("map");
        await page.GetByRole(AriaRole.Link, new() { Name = "Threads" }).ClickAsync();

        var row = page.GetByRole(AriaRole.Rowheader, new() { Name = "Keep long-tenure policyholders" });
        await Expect(row).ToContainTextAsync("no review tends it");
        await Expect(page.Locator(".thread-strips")).ToContainTextAsync("350");
        await Expect(page.Locator(".thread-strips")).ToContainTextAsync("Claims");
        await Expect(page.Locator("td[data-label=years]")).ToContainTextAsync("Cut mobile claim resolution time by 30 %");
        await Expect(page.Locator("td[data-label=years]")).ToContainTextAsync("Mobile workflow updates");

        await page.GetByLabel("Rows").SelectOptionAsync("team");
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "Cut mobile claim resolution time by 30 %" }).First.FocusAsync();
        await page.Keyboard.PressAsync(" ");
        await Expect(page.Locator("#peek")).ToContainTextAsync("Mobile resolution time");
        Assert.Empty(await Axe.ReadAsync(page));
    }

    [Fact]
    public async Task A_crowded_cell_comes_when_it_is_opened_and_is_a_page_without_script()
    {
        await CrowdAsync(80);
        var page = await VisitAsync("threads?since=never");
        Assert.InRange(await page.Locator(".thread-item").CountAsync(), 1, 40);

        await page.Locator("td[data-label=decades] summary").ClickAsync();
        await Expect(page.Locator("td[data-label=decades] .thread-item").Filter(new() { HasText = "Crowd 79" }))
            .ToBeVisibleAsync();

        var plain = await VisitAsync("threads?since=never", new() { JavaScriptEnabled = false });
        await plain.Locator("td[data-label=decades] summary").ClickAsync();
        await Link(plain, "Show them").ClickAsync();
        await Expect(Heading(plain)).ToHaveTextAsync("In decades");
        await Expect(Link(plain, "Crowd 79")).ToBeVisibleAsync();
    }

    private Task<Revision> CrowdAsync(int count)
    {
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var since = Validity.Since(now - Duration.FromDays(1));
        return SmallCompany.SayAsync(
            Site.Workspace,
            now,
            "A crowd",
            [
                .. Enumerable
                    .Range(0, count)
                    .SelectMany(number =>
                        new GraphCommand[]
                        {
                            new GraphCommand.CreateEntity(
                                SmallCompany.IdOf("goal", $"crowd-{number}"),
                                ["goal"],
                                $"crowd-{number}",
                                Properties.Of([("title", Value.Of($"Crowd {number:00}")), ("horizon", Value.Of("h6"))]),
                                since
                            ),
                            new GraphCommand.Relate(
                                SmallCompany.LinkId("contributes-to", $"crowd-{number}", "long-tenure"),
                                "contributes-to",
                                SmallCompany.IdOf("goal", $"crowd-{number}"),
                                SmallCompany.IdOf("focus-area", "long-tenure"),
                                Properties.None,
                                since
                            ),
                        }
                    ),
            ]
        );
    }

    [Fact]
    public async Task What_changed_since_a_day_is_told_without_script_too()
    {
        var page = await VisitAsync("threads", new() { JavaScriptEnabled = false });

        await page.GetByLabel("Compared with").FillAsync("2020-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("3 came, 0 went, 0 moved");
        await Expect(page.Locator("[data-change=came]").First).ToContainTextAsync("new");
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare with nothing" }).ClickAsync();
        await Expect(page.Locator("[data-change]")).ToHaveCountAsync(0);
    }
}
