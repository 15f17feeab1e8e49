using Microsoft.Playwright;
using NodaTime;
using Orrery.BrowserTests.Stage;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Storage;

namespace Orrery.BrowserTests;

public sealed class LadderTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task What_is_missing_on_the_way_up_is_said_first_and_drawn()
    {
        await SmallCompany.SayAsync(
            Site.Workspace,
            SystemClock.Instance.GetCurrentInstant(),
            "Where it lies",
            [new GraphCommand.SetField(SmallCompany.IdOf("bet", "workflow"), "horizon", Value.Of("h2"), Validity.Always)]
        );
        var page = await VisitAsync(
            "e/bet:workflow",
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "By how far ahead" })).ToContainTextAsync("nothing here");

        await Link(page, "Trace").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".ask"))
            .ToContainTextAsync(
                "Months and quarters are missing: “Mobile workflow updates” leads straight from weeks to years. What lies between?"
            );
        await Expect(page.Locator(".rungs-at.missing")).ToHaveCountAsync(2);
        await Expect(page.Locator(".rung.here")).ToContainTextAsync("Mobile workflow updates");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The surest way up" }))
            .ToContainTextAsync("nobody said how sure its links are");
        await Expect(page.Locator("[data-leap=gap]")).ToContainTextAsync("with nothing at months and quarters");
        Assert.Empty(await Axe.ReadAsync(page));
    }

    [Fact]
    public async Task A_thing_of_every_kind_of_the_catalogue_has_its_four_sides_and_its_trace()
    {
        var catalogue = PackShelf.Open(PackShelf.Names);
        string[] kinds = [.. catalogue.Kinds.Where(kind => !kind.IsAbstract).Select(kind => kind.Symbol).Distinct()];
        PersonalKeys keys = new((id, value) => new(id, [], value), personal => personal);
        var workspace = await Workspace.OpenAsync(
            "all",
            new MemoryJournal(null),
            keys,
            GraphSnapshot.Empty(),
            TimeProvider.System,
            Cancel
        );
        var now = SystemClock.Instance.GetCurrentInstant();
        await SmallCompany.SayAsync(workspace, now, "All packs", [.. catalogue.ToCommands()]);
        await SmallCompany.SayAsync(
            workspace,
            now,
            "One of each",
            [
                .. kinds.Select(kind => new GraphCommand.CreateEntity(
                    Id.Named("each", kind),
                    [kind],
                    "one",
                    Properties.None,
                    Validity.Always
                )),
            ]
        );
        await using var site = await Site.OpenAsync(workspace, 0, Cancel);
        using HttpClient client = new();
        List<string> broken = [];
        foreach (var page in kinds.SelectMany(kind => new[] { $"e/{kind}:one", $"e/{kind}:one/trace" }))
        {
            using var answer = await client.GetAsync(new Uri($"{site.Address}/w/all/{page}"), Cancel);
            if (!answer.IsSuccessStatusCode)
                broken.Add($"{page}: {answer.StatusCode}");
        }

        Assert.True(kinds.Length > 60, $"Only {kinds.Length} kinds.");
        Assert.True(broken is [], string.Join('\n', broken));
    }
}
