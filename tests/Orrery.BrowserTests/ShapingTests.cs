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

    [Fact]
    public async Task A_kind_that_is_a_sort_of_two_is_renamed_and_says_where_it_is_at_home()
    {
        var page = await VisitAsync("model/k/new?parent=goal");
        await page.GetByLabel("What it is called").FillAsync("Hope");
        var also = page.GetByRole(AriaRole.Group, new() { Name = "And also a sort of" });
        await also.GetByText("Context", new() { Exact = true }).ClickAsync();
        await also.GetByLabel("Insight", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("How it stands to time").SelectOptionAsync("event");
        await Press(page, "Add it").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Hope");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("It happens once");

        await page.GotoAsync(At("model/k/hope/edit"));
        Assert.Empty(await Axe.ReadAsync(page));
        await page.GetByLabel("What it is called").FillAsync("Wish");
        var facets = page.GetByRole(AriaRole.Group, new() { Name = "Matters to as well" });
        await facets.GetByText("Other homes").ClickAsync();
        await facets.GetByLabel("Investment").CheckAsync();
        await Press(page, "Save").ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Wish");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Matters to as wellInvestment");
        var kind = Site.Workspace.Current.Model.FindKind("hope")!;
        Assert.Equal((true, true), (kind.IsA("goal"), kind.IsA("insight")));

        await page.GotoAsync(At("model/k/hope/edit"));
        await page.GetByLabel("Its home").SelectOptionAsync("investment");
        await Press(page, "Save").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("which is at home in 'intent'");
    }

    [Fact]
    public async Task What_a_kind_goes_through_is_chosen_and_taken_away()
    {
        var page = await VisitAsync("model/k/metric");
        await Link(page, "Edit").ClickAsync();
        await page.GetByLabel("What it goes through").SelectOptionAsync("decision");
        await Press(page, "Save").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("What it goes throughLife of a decision");
        await Link(page, "Edit").ClickAsync();
        await Expect(page.GetByLabel("What it goes through")).ToHaveValueAsync("decision");
        Assert.Empty(await Axe.ReadAsync(page));
        await page.GetByLabel("What it goes through").SelectOptionAsync("none");
        await Press(page, "Save").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Nothing: it has no states");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Life of a decision");
    }

    [Fact]
    public async Task A_relation_that_may_start_anywhere_again_says_so()
    {
        var page = await VisitAsync("model/r/works-on", new() { JavaScriptEnabled = false });
        var from = page.GetByRole(AriaRole.Group, new() { Name = "What it starts at" });
        await from.GetByText("Collaboration: Collaboration").ClickAsync();
        await from.GetByLabel("Collaboration (in general)").UncheckAsync();
        await Press(page, "Save").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Collaboration: Collaboration (in general)");
        Assert.Empty(Site.Workspace.Current.Model.FindRelationType("works-on")!.FromKinds);
    }

    [Fact]
    public async Task What_the_workspace_goes_by_is_changed_without_script_on_a_small_screen_and_the_second_of_two_is_told()
    {
        var options = new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            ViewportSize = new() { Width = 390, Height = 844 },
        };
        var (ada, bo) = (await VisitAsync("settings", options), await VisitAsync("settings", options));
        await ada.GetByLabel("Fewest people").FillAsync("0");
        await Press(ada, "Save").ClickAsync();
        await Expect(ada.GetByRole(AriaRole.Main)).ToContainTextAsync("write a whole number of at least 1");
        await ada.GetByLabel("Fewest people").FillAsync("8");
        await ada.GetByLabel("hours", new() { Exact = true }).FillAsync("0.5");
        await Press(ada, "Save").ClickAsync();
        await Expect(ada.GetByText("chosen here", new() { Exact = true })).ToHaveCountAsync(2);

        await bo.GetByLabel("Fewest people").FillAsync("9");
        await Press(bo, "Save").ClickAsync();
        await Expect(bo.GetByRole(AriaRole.Main)).ToContainTextAsync("It now says: 8");
        await bo.GetByLabel("Fewest people").FillAsync("");
        await Press(bo, "Save").ClickAsync();
        await Expect(bo.GetByLabel("Fewest people")).ToHaveValueAsync("5");
        await Expect(bo.GetByLabel("hours", new() { Exact = true })).ToHaveValueAsync("0.5");
    }

    [Fact]
    public async Task What_the_workspace_goes_by_is_taken_back_at_once()
    {
        var page = await VisitAsync("settings");
        Assert.Empty(await Axe.ReadAsync(page));
        await page.GetByLabel("Month and day on which the fiscal year begins").FillAsync("04-01");
        await Press(page, "Save").ClickAsync();
        await Expect(page.GetByLabel("Month and day on which the fiscal year begins")).ToHaveValueAsync("04-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByLabel("Month and day on which the fiscal year begins")).ToHaveValueAsync("01-01");
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
