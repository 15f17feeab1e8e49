using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;
using Orrery.Graph;

namespace Orrery.BrowserTests;

public sealed class ShapingTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_kind_is_added_with_a_field_whose_values_become_numbers_and_merged_into_another_and_taken_back()
    {
        var page = await VisitAsync("model");
        Assert.Empty(await Axe.ReadAsync(page));
        await Link(page, "Add a kind of thing").ClickAsync();
        await Press(page, "Add it").ClickAsync();
        await Expect(page.GetByLabel("What it is called")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("What it is called").FillAsync("Wünsche <b>");
        await page.GetByLabel("It is a sort of").SelectOptionAsync("intent");
        await Press(page, "Add it").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Wünsche <b>");

        await Link(page, "Add a field").ClickAsync();
        await page.GetByLabel("What it is called").FillAsync("Size");
        await Press(page, "Add it").ClickAsync();
        await Expect(Link(page, "Size")).ToBeVisibleAsync();
        (
            await Site.Workspace.ExecuteAsync(
                new([Wish("Album", "12"), Wish("Bakery", "a dozen")], new("Ada", Origin.Screen)),
                Cancel
            )
        ).OrThrow();

        await page.GotoAsync(At("model/f/wunsche-b.size/holds?holds=number"));
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Have no place" })).ToContainTextAsync("a dozen");
        Assert.Empty(await Axe.ReadAsync(page));
        await Press(page, "Change it").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("It holds: a number");

        await page.GotoAsync(At("model/k/wunsche-b/remove"));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("2 things of it");
        await Link(page, "Merge it into another").ClickAsync();
        await page.GetByLabel("Into which").SelectOptionAsync("goal");
        await Press(page, "See what becomes of them").ClickAsync();
        await Expect(page.GetByLabel("Where Size goes", new() { Exact = true })).ToHaveValueAsync("+");
        await Press(page, "Merge into Goal").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Goal");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Fields of its own" }).First)
            .ToContainTextAsync("Size (before)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.GotoAsync(At("model/k/wunsche-b"));
        await Expect(Heading(page)).ToHaveTextAsync("Wünsche <b>");
    }

    [Fact]
    public async Task The_second_of_two_who_rename_a_kind_is_told_without_script_on_a_small_screen()
    {
        var options = new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            ViewportSize = new() { Width = 390, Height = 844 },
        };
        var (ada, bo) = (await VisitAsync("model/k/goal/edit", options), await VisitAsync("model/k/goal/edit", options));
        await ada.GetByLabel("What it is called").FillAsync("Aim");
        await Press(ada, "Save").ClickAsync();
        await Expect(Heading(ada)).ToHaveTextAsync("Aim");

        await bo.GetByLabel("What it is called").FillAsync("Target");
        await Press(bo, "Save").ClickAsync();
        await Expect(bo.GetByRole(AriaRole.Main)).ToContainTextAsync("It now says: Aim");
        await Press(bo, "Save").ClickAsync();
        await Expect(Heading(bo)).ToHaveTextAsync("Target");
        await Press(bo, "Hide").ClickAsync();
        await Expect(bo.GetByRole(AriaRole.Main)).ToContainTextAsync("Hidden: nothing new of it is offered");
    }

    private static GraphCommand.CreateEntity Wish(string title, string size) =>
        new(
            Id.Named("wish", title),
            ["wunsche-b"],
            null,
            Properties.Of(("title", Value.Of(title)), ("size", Value.Of(size))),
            Validity.Always
        );
}
