using Microsoft.Playwright;
using NodaTime;
using Orrery.BrowserTests.Stage;
using Orrery.Graph;

namespace Orrery.BrowserTests;

/// <summary>A calendar: a week of what comes back, by its address, by arrows, at 390 px.</summary>
public sealed class CalendarViewTests(Chromium chromium) : Journey(chromium)
{
    private static readonly string Calendar =
        $"view?shape=calendar&s.zone=Europe/Berlin&q={Uri.EscapeDataString("MATCH (r:Ritual) RETURN r AS ritual ORDER BY r.title")}";

    [Fact]
    public async Task A_week_shows_who_meets_when_by_the_readers_clock_and_leads_to_the_next()
    {
        await FillAsync();
        var page = await VisitAsync($"{Calendar}&on=2026-03-10");

        // Clocks in New York are already an hour ahead, those in Berlin are not yet.
        await Expect(Entry(page, "Claims review")).ToContainTextAsync("14:30");
        await Expect(Entry(page, "Claims review")).ToContainTextAsync("09:30 New York");
        await Expect(page.GetByText("How often is said in words only: April and September.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Claims review" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Hour of words" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Week of 16 March 2026" })).ToBeVisibleAsync();
        Assert.Contains("on=2026-03-17", page.Url);
        await page.GetByRole(AriaRole.Link, new() { Name = "Month", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "March 2026", Exact = true })).ToBeVisibleAsync();
        await Expect(Entry(page, "Claims review")).ToHaveCountAsync(6);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440, "week")]
    [InlineData(ColorScheme.Dark, 390, "week")]
    [InlineData(ColorScheme.Dark, 1440, "month")]
    public async Task Axe_finds_nothing_and_the_page_stays_as_wide_as_the_screen(ColorScheme scheme, int width, string show)
    {
        await FillAsync();
        var page = await VisitAsync(
            $"{Calendar}&s.show={show}",
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 844 },
            }
        );
        await Expect(Entry(page, "Claims review").First).ToBeVisibleAsync();

        Assert.Empty(await Axe.ReadAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private async Task FillAsync()
    {
        var since = Instant.FromUtc(2025, 1, 1, 0, 0);
        await SmallCompany.SayAsync(
            Site.Workspace,
            Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
            "When we meet",
            [
                Ritual(
                    "review",
                    "Claims review",
                    ("cadence", "weekly"),
                    ("weekday", "tuesday"),
                    ("at", "09:30"),
                    ("zone", "America/New_York")
                ),
                Ritual(
                    "words",
                    "Hour of words",
                    ("cadence", "biweekly"),
                    ("weekday", "thursday"),
                    ("at", "14:00"),
                    ("zone", "Europe/Berlin")
                ),
                Ritual("drill", "Storm drill", ("cadence", "April and September")),
            ]
        );

        GraphCommand Ritual(string key, string title, params (string Name, string Text)[] fields) =>
            new GraphCommand.CreateEntity(
                SmallCompany.IdOf("ritual", key),
                ["ritual"],
                key,
                Properties.Of([("title", Value.Of(title)), .. fields.Select(field => (field.Name, Value.Of(field.Text)))]),
                Validity.Since(since)
            );
    }

    private static ILocator Entry(IPage page, string title) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem).Filter(new() { HasText = title });
}
