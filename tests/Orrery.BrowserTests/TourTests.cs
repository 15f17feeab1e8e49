using Microsoft.Playwright;
using NodaTime;
using Orrery.BrowserTests.Stage;
using Orrery.Graph;

namespace Orrery.BrowserTests;

public sealed class TourTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_tour_says_what_to_see_and_leads_on_without_script()
    {
        await AdoptHarborAsync();
        var page = await VisitAsync("threads?tour=2", new() { JavaScriptEnabled = false });
        var bar = page.GetByRole(AriaRole.Region, new() { Name = "Tour" });
        await Expect(bar).ToContainTextAsync("From a task to decades");

        await bar.GetByRole(AriaRole.Link, new() { Name = "2 of 10" }).ClickAsync();
        await Link(page, "One word, three meanings").ClickAsync();
        await Expect(bar).ToContainTextAsync("7 of 10");

        await page.GotoAsync(At("?tour=10"));
        await bar.GetByRole(AriaRole.Link, new() { Name = "The end" }).ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Harbor Mutual in ten steps");
        await page.GotoAsync(At("words?q=a&tour=7"));
        await bar.GetByRole(AriaRole.Link, new() { Name = "Leave the tour" }).ClickAsync();
        await Expect(bar).ToHaveCountAsync(0);
        Assert.EndsWith("/words?q=a", page.Url);
    }

    [Fact]
    public async Task The_bar_and_the_walk_of_the_frame_are_for_everyone()
    {
        await AdoptHarborAsync();
        var page = await VisitAsync(
            "threads?tour=2",
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        Assert.Empty(await Axe.ReadAsync(page));
        await page.GotoAsync($"{Site.Address}/frame");
        await Expect(page.GetByText("orrery demo brings all three companies.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What-if structure" })).ToBeVisibleAsync();

        Assert.Empty(await Axe.ReadAsync(page));
    }

    private async Task AdoptHarborAsync() =>
        await SmallCompany.SayAsync(
            Site.Workspace,
            SystemClock.Instance.GetCurrentInstant(),
            "A pack with a tour",
            [
                new GraphCommand.CreateEntity(
                    Id.Named("small", "pack", "harbor"),
                    ["pack"],
                    "harbor",
                    Properties.Of(("title", Value.Of("Harbor Mutual"))),
                    Validity.Always
                ),
            ]
        );
}
