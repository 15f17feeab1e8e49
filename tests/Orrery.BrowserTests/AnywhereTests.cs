using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

/// <summary>Pages on small screens, zoomed, on paper, in the system's colours and over a slow line.</summary>
public sealed class AnywhereTests(Chromium chromium) : Journey(chromium)
{
    private static readonly string[] Paths =
    [
        "?since=2020-01-01",
        Goal,
        $"{Goal}/edit",
        $"{Goal}/history",
        "k/bet",
        "compare?from=2020-01-01",
        "ask",
        "build",
        "map?as=text",
        "map",
        "../../gallery",
    ];

    // What is not there when a page is painted first.
    // Somebody has begun to read.
    private const int LateInMilliseconds = 400;

    private static readonly string[] Late = [".woff2", "/orrery.js", "/orrery.json"];

    // 320 px is also what 400 % leaves of 1280 px (WCAG 1.4.10), and 720 px what 200 % leaves of 1440.
    [Theory]
    [InlineData(320)]
    [InlineData(720)]
    public async Task Nothing_scrolls_sideways_and_no_control_lies_on_another(int width)
    {
        var page = await VisitAsync(
            "",
            new()
            {
                ViewportSize = new() { Width = width, Height = 640 },
            }
        );
        List<string> found = [];

        foreach (var path in Paths)
        {
            await page.GotoAsync(At(path));
            await Expect(Heading(page)).ToBeAttachedAsync();
            found.AddRange((await page.EvaluateAsync<string[]>(Crowded)).Select(problem => $"{path}: {problem}"));
        }

        Assert.Empty(found);
    }

    // 0.1 is what counts as good in general; a page of ours is read while it comes. The title of the goal takes a line more in our letters than in others.
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Nothing_jumps_when_letters_and_islands_come_late(int width)
    {
        var page = await VisitAsync(
            "",
            new()
            {
                ViewportSize = new() { Width = width, Height = 844 },
            }
        );
        await page.AddInitScriptAsync(
            """
            window.moved_ = 0;
            new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.moved_ += shift.value; }).observe({ type: "layout-shift", buffered: true });
            """
        );
        List<string> moved = [];

        foreach (var path in (string[])["", Goal, "k/bet", "threads", "map"])
        {
            TaskCompletionSource painted = new();
            await page.RouteAsync(
                url => Late.Any(name => url.Contains(name, StringComparison.Ordinal)),
                async route =>
                {
                    await painted.Task;
                    await route.ContinueAsync();
                }
            );
            await page.GotoAsync(At(path), new() { WaitUntil = WaitUntilState.Commit });
            await page.WaitForFunctionAsync(
                "late => performance.getEntriesByName('first-contentful-paint').some(seen => performance.now() - seen.startTime > late)",
                LateInMilliseconds
            );
            painted.SetResult();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.EvaluateAsync(
                "() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"
            );
            var shift = await page.EvaluateAsync<double>("() => window.moved_");
            if (shift >= .02)
                moved.Add($"{path}: {shift}");
            await page.UnrouteAllAsync();
        }

        Assert.Empty(moved);
    }

    [Fact]
    public async Task On_paper_stands_what_is_to_be_read()
    {
        var page = await VisitAsync(
            "k/bet",
            new()
            {
                ViewportSize = new() { Width = 700, Height = 990 },
            }
        );
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var bar in (string[])[".rail", ".top", ".when-form", ".filters", ".actions"])
            await Expect(page.Locator(bar).First).ToBeHiddenAsync();
        await Expect(page.Locator(".when-said")).ToBeVisibleAsync();
        Assert.Equal(
            "visible",
            await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.scroll-x')).overflowX")
        );
        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"));
    }

    [Fact]
    public async Task In_the_colours_of_the_system_shapes_and_chips_keep_an_edge()
    {
        var page = await VisitAsync(Goal, new() { ForcedColors = ForcedColors.Active, ColorScheme = ColorScheme.Dark });

        var hidden = await page.EvaluateAsync<string[]>(
            """
            () => {
              const ground = getComputedStyle(document.body).backgroundColor;
              return [...document.querySelectorAll("main .shape, main .chip, main .button")]
                .filter((e) => (e.matches(".shape") ? getComputedStyle(e).color : getComputedStyle(e).borderTopColor) === ground)
                .map((e) => e.outerHTML.slice(0, 80));
            }
            """
        );

        Assert.Empty(hidden);
    }

    [Fact]
    public async Task What_was_pressed_says_that_it_works_and_nothing_jumps()
    {
        var page = await VisitAsync($"{Goal}/edit");
        TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync(
            "**/edit",
            async route =>
            {
                await answered.Task;
                await route.ContinueAsync();
            }
        );
        var save = Press(page, "Save");
        await save.ScrollIntoViewIfNeededAsync();
        var before = await save.BoundingBoxAsync();

        await save.ClickAsync();
        await Expect(page.Locator("form[aria-busy=true]")).ToBeVisibleAsync();
        await Expect(save).ToBeDisabledAsync();
        var during = await save.BoundingBoxAsync();
        answered.SetResult();

        Assert.Equal(before!.Width, during!.Width);
        Assert.Equal((before.X, before.Y, before.Height), (during.X, during.Y, during.Height));
        await Expect(Heading(page)).ToContainTextAsync("Cut mobile");
    }

    private const string Crowded = """
        () => {
          const found = document.documentElement.scrollWidth > innerWidth + 1 ? [`scrolls to ${document.documentElement.scrollWidth} px`] : [];
          for (const row of document.querySelectorAll(".top, .when, .when-form, .actions, .form-foot, .filters, .pager, .view-bar")) {
            const boxes = [...row.children].filter((e) => e.checkVisibility()).map((e) => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width > 0);
            for (const [i, [one, a]] of boxes.entries())
              for (const [other, b] of boxes.slice(i + 1))
                if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
                  found.push(`${one.className || one.localName} lies on ${other.className || other.localName} in ${row.className}`);
          }
          return found;
        }
        """;
}
