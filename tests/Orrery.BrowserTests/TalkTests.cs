using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class TalkTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task Somebody_who_is_named_hears_of_it_and_the_thread_is_settled()
    {
        var zoe = await VisitAsync("me");
        await zoe.GetByLabel("Your name").FillAsync("Zoe");
        await SayAsync(zoe);
        await zoe.GotoAsync(At($"{Goal}/discussion"));

        await zoe.Locator("#say[aria-controls]").WaitForAsync();
        await zoe.GetByLabel("What you want to say").FillAsync("Is the share still so low? ");
        await zoe.GetByLabel("What you want to say").PressAsync("End");
        await zoe.Keyboard.TypeAsync("@ad");
        await zoe.GetByRole(AriaRole.Option, new() { Name = "Ada Byron" }).WaitForAsync();
        await zoe.Keyboard.PressAsync("Enter");
        await zoe.Keyboard.TypeAsync(", see [[share");
        await zoe.GetByRole(AriaRole.Option, new() { Name = "Mobile share of claims is low" }).WaitForAsync();
        await zoe.Keyboard.PressAsync("Enter");
        await zoe.Keyboard.PressAsync("Control+Enter");
        await Expect(Link(zoe, "@Ada Byron")).ToBeVisibleAsync();
        await Expect(Link(zoe, "Mobile share of claims is low")).ToBeVisibleAsync();
        await Expect(Link(zoe, "Discussion (1)")).ToHaveAttributeAsync("aria-current", "page");

        var ada = await VisitAsync("");
        await ada.GetByRole(AriaRole.Link, new() { Name = "For you: 1 new" }).ClickAsync();
        await Expect(ada.GetByRole(AriaRole.Main)).ToContainTextAsync("Zoe named you in the discussion of");
        await Expect(ada.GetByRole(AriaRole.Main))
            .ToContainTextAsync("“Is the share still so low? @Ada Byron, see Mobile share of claims is low”");
        await ada.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Link, new() { Name = "Cut mobile claim resolution time by 30 %" })
            .ClickAsync();
        await ada.GetByText("Answer", new() { Exact = true }).First.ClickAsync();
        await ada.GetByLabel("Your answer").FillAsync("It rose to a third.");
        await Press(ada, "Answer").ClickAsync();
        await Expect(ada.GetByRole(AriaRole.Main)).ToContainTextAsync("It rose to a third.");
        await Press(ada, "Settled").ClickAsync();
        await Expect(ada.Locator(".talk.settled")).ToContainTextAsync("Ada settled this");
        Assert.Empty(await Axe.ReadAsync(ada));

        await zoe.GotoAsync(At("history"));
        await Expect(zoe.GetByRole(AriaRole.Main)).ToContainTextAsync("settled “Is the share still so low?");
        await Expect(zoe.GetByRole(AriaRole.Main)).ToContainTextAsync("answered “It rose to a third.” about Cut mobile claim");

        await zoe.GotoAsync(At("inbox"));
        await Expect(zoe.GetByRole(AriaRole.Main)).ToContainTextAsync("answered you in the discussion of");
    }

    [Fact]
    public async Task What_is_watched_is_told_when_it_changes_and_comments_are_taken_back_without_script()
    {
        BrowserNewContextOptions plain = new() { JavaScriptEnabled = false };
        var zoe = await VisitAsync("me", plain);
        await zoe.GetByLabel("Your name").FillAsync("Zoe");
        await SayAsync(zoe);
        await zoe.GotoAsync(At("e/bet:triage"));
        await Press(zoe, "Watch").ClickAsync();
        await Expect(Press(zoe, "Watching")).ToBeVisibleAsync();
        // What was so before is no news to who begins to watch.
        await Expect(zoe.GetByRole(AriaRole.Link, new() { Name = "For you", Exact = true })).ToBeVisibleAsync();
        await zoe.GotoAsync(At("history"));
        await Expect(zoe.GetByRole(AriaRole.Main)).ToContainTextAsync("Zoe watches Triage improvements");

        var ada = await VisitAsync("e/bet:triage", plain);
        await Press(ada, "Still true today").ClickAsync();
        await ada.GotoAsync(At("e/bet:triage/discussion"));
        await ada.GetByLabel("What you want to say").FillAsync("<b>no</b> [x](javascript:alert(1)) [[bet:nowhere]] @nobody");
        await Press(ada, "Say it").ClickAsync();
        await Expect(ada.Locator(".talk .prose")).ToContainTextAsync("<b>no</b> x [[bet:nowhere]] @nobody");

        await zoe.GotoAsync(At("inbox"));
        await Expect(zoe.GetByRole(AriaRole.Main)).ToContainTextAsync("Ada changed");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(ada.Locator(".talk")).ToHaveCountAsync(0);
    }
}
