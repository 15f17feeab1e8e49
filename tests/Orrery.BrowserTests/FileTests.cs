using System.Text;
using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>Files of a thing.</summary>
public sealed class FileTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_file_is_attached_saved_as_it_was_and_taken_away_and_back()
    {
        var page = await VisitAsync($"{Goal}/files");
        await page.GetByLabel("Attach files")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "minutes <b>.html",
                    MimeType = "text/html",
                    Buffer = Encoding.UTF8.GetBytes("<script>alert(1)</script>"),
                }
            );

        var link = Link(page, "minutes <b>.html");
        await Expect(link).ToBeVisibleAsync();
        var answer = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), await link.GetAttributeAsync("href")).ToString());
        Assert.Equal("application/octet-stream", answer.Headers["content-type"]);
        Assert.Equal("nosniff", answer.Headers["x-content-type-options"]);
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script>", await answer.TextAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Take minutes <b>.html away" }).ClickAsync();
        await Expect(link).ToHaveCountAsync(0);
        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(link).ToBeVisibleAsync();

        await page.GotoAsync(At("history?of=kind:goal"));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("took away minutes <b>.html from Cut mobile claim");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_by_name_without_script()
    {
        var page = await VisitAsync($"{Goal}/files", new() { JavaScriptEnabled = false });
        await page.GetByLabel("Attach files")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "slides.pdf",
                    MimeType = "application/pdf",
                    Buffer = new byte[10_000_001],
                }
            );
        await Press(page, "Attach").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("slides.pdf has 10");
    }
}
