using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class PackTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_pack_is_taken_from_a_text_looked_at_first_upgraded_with_a_choice_and_taken_back()
    {
        var page = await VisitAsync("packs");
        await Link(page, "Take one from a text").ClickAsync();
        await TakeAsync(page, "version: one");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("'one' is not a version");

        await TakeAsync(page, Wishes("1.0.0", "Wish"));
        await Expect(Heading(page)).ToHaveTextAsync("Take this pack");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Nothing is changed yet");
        await Press(page, "Apply it").ClickAsync();
        await Expect(Link(page, "Wishes here")).ToBeVisibleAsync();

        await page.GotoAsync(At("ask?q=" + Uri.EscapeDataString("MATCH (k:kind {symbol: 'wish'}) SET k.title = 'Hope'")));
        await Press(page, "Make this change").ClickAsync();
        await page.GotoAsync(At("packs/text"));
        await TakeAsync(page, Wishes("1.1.0", "Desire"));
        var choice = page.GetByRole(AriaRole.Main).GetByLabel("Desire", new() { Exact = true });
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Changed here and in the pack");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Hope" }).GetByRole(AriaRole.Cell))
            .ToHaveTextAsync(["Hope kind · title", "Wish", "Hope", "Desire"]);
        Assert.Empty(await Axe.ReadAsync(page));
        await choice.CheckAsync();
        await Press(page, "Apply it").ClickAsync();
        await Link(page, "Wishes here").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Kinds" }).First).ToContainTextAsync("Desire");

        await Link(page, "Remove").ClickAsync();
        await Press(page, "Remove it").ClickAsync();
        await Expect(Link(page, "Wishes here")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(Link(page, "Wishes here")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_pack_goes_its_own_way_under_another_name_and_what_was_made_here_is_one_too_without_script()
    {
        var page = await VisitAsync("packs/core", new() { JavaScriptEnabled = false });
        await Link(page, "As a file").ClickAsync();
        await page.GetByLabel("What to call it").FillAsync("Our core!");
        await Press(page, "Write it under that name").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("'Our core!' cannot be the name of a pack.");
        await page.GetByLabel("What to call it").FillAsync("our-core");
        await Press(page, "Write it under that name").ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => Link(page, "Take the file").ClickAsync());
        Assert.Equal("our-core.yaml", file.SuggestedFilename);
        Assert.Contains("pack: our-core", await File.ReadAllTextAsync(await file.PathAsync(), Cancel), StringComparison.Ordinal);

        await page.GotoAsync(At("packs"));
        await Link(page, "Publish what was made here").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "What it says" }).First).ToContainTextAsync("needs: [core");
    }

    private static async Task TakeAsync(IPage page, string text)
    {
        await page.GetByLabel("Text").FillAsync(text);
        await Press(page, "Look at what it changes").ClickAsync();
    }

    private static string Wishes(string version, string title) =>
        $$"""
            pack: wishes
            version: {{version}}
            title: Wishes here
            description: What people here wish for.
            revisit: 2027-01-31
            needs: [core]
            kinds:
              wish: { title: {{title}}, plural: Wishes, description: What somebody would like., is: intent }

            """;
}
