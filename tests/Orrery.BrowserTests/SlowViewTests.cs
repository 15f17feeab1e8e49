using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>A view whose question takes long: its page is there before the answer, and nobody has to wait for it.</summary>
public sealed class SlowViewTests(Chromium chromium) : Journey(chromium)
{
    // Some seconds of counting, whatever the machine; the second is never answered in the time that a question has.
    private static readonly string Slow = Asked("UNWIND range(1, 3000000) AS n RETURN sum(n % 7) AS sevens");
    private static readonly string Endless = Asked(
        "UNWIND range(1, 90000) AS a UNWIND range(1, 90000) AS b WITH (a * b) % 7 AS rest WHERE rest = 9 RETURN count(rest) AS never"
    );

    [Fact]
    public async Task The_page_is_there_before_the_answer_which_then_comes_by_itself()
    {
        var page = await VisitAsync($"view?shape=number&q={Slow}");

        await Expect(Heading(page)).ToHaveTextAsync("Unsaved view");
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Shape" })).ToBeVisibleAsync();
        await Expect(page.Locator(".figure")).ToContainTextAsync("sevens");
        await Expect(page.GetByText("Still asking")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_waits_can_stop()
    {
        var page = await VisitAsync($"view?q={Endless}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Still asking" })).ToBeVisibleAsync();

        await Link(page, "Cancel").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Stopped" })).ToBeVisibleAsync();
        Assert.DoesNotContain("stop=", await Link(page, "Ask again").GetAttributeAsync("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_page_goes_on_to_one_that_waits_and_can_be_stopped_too()
    {
        // Playwright acts on no page that is about to go elsewhere, so what it says is read.
        var page = await VisitAsync("v", new() { JavaScriptEnabled = false });
        var answer = await page.APIRequest.GetAsync(At($"view?q={Endless}"));
        var said = await answer.TextAsync();
        Assert.Contains(
            "<noscript><meta http-equiv=\"refresh\" content=\"0;url=/w/harbor/view?q=",
            said,
            StringComparison.Ordinal
        );
        Assert.Matches("wait=[0-9a-f]{32}\" /></noscript>", said);

        await page.GotoAsync(At($"view?q={Endless}&stop=1"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Stopped" })).ToBeVisibleAsync();
    }

    private static string Asked(string question) => Uri.EscapeDataString(question);
}
