using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class GalleryTests(Chromium chromium) : Journey(chromium)
{
    private static readonly BrowserNewContextOptions Still = new()
    {
        ViewportSize = new() { Width = 1160, Height = 2600 },
        DeviceScaleFactor = 0.5f,
        ReducedMotion = ReducedMotion.Reduce,
    };

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Axe_finds_nothing_in_any_state(string theme)
    {
        var page = await GalleryAsync(theme, new() { ReducedMotion = ReducedMotion.Reduce });

        Assert.Empty(await Axe.ReadAsync(page));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Every_section_looks_as_it_did(string theme)
    {
        var page = await GalleryAsync(theme, Still);
        await page.EvaluateAsync(Stillness);
        var sections = await page.Locator(".gallery .section").AllAsync();
        Baselines baselines = new(await page.Context.NewPageAsync());
        List<string> changed = [];

        foreach (var section in sections)
        {
            var name = await section.GetAttributeAsync("aria-labelledby");
            var picture = await section.ScreenshotAsync(
                new() { Animations = ScreenshotAnimations.Disabled, Scale = ScreenshotScale.Device }
            );
            if (await baselines.DifferenceAsync($"{name}-{theme}", picture) is { } difference)
                changed.Add(difference);
        }

        Assert.NotEmpty(sections);
        Assert.Empty(changed);
    }

    [Fact]
    public async Task Nothing_moves_for_whoever_asks_for_stillness()
    {
        var page = await GalleryAsync("light", new() { ReducedMotion = ReducedMotion.Reduce });

        await page.Locator("main .button").First.HoverAsync();

        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.getAnimations().length"));
    }

    [Fact]
    public async Task A_dialog_opens_by_its_key_and_closes_by_escape()
    {
        var page = await VisitAsync("");

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeHiddenAsync();
    }

    private async Task<IPage> GalleryAsync(string theme, BrowserNewContextOptions options)
    {
        var page = await VisitAsync("me", options);
        await page.GotoAsync($"{Site.Address}/gallery?theme={theme}");
        // On a busy machine letters may come late, and then wait for the next page.
        await page.EvaluateAsync(
            "() => { document.documentElement.classList.add('letters'); void document.body.offsetHeight; return document.fonts.ready; }"
        );
        return page;
    }

    // What the machine's own fonts draw is not compared, and no bar lies over a section.
    private const string Stillness = """
        () => {
          document.querySelectorAll(".top, .when, .rail").forEach((bar) => bar.remove());
          document.querySelectorAll("[data-volatile] .sample-box").forEach((box) => box.style.visibility = "hidden");
        }
        """;
}
