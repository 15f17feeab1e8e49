using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Orrery.BrowserTests.Stage;

/// <summary>
/// axe-core in the page itself. The wrapper for Playwright opens a page of its own for every reading and
/// brings home each node that is in order; this asks for what is wrong and takes a tenth of the time.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async rules => {
          const only = rules ? { runOnly: rules } : {};
          const { violations } = await axe.run(document, { resultTypes: ['violations'], elementRef: false, ...only });
          return violations.map(v => `${v.id}, ${v.help}: ${v.nodes.slice(0, 5).map(n => n.html).join(' | ')}`);
        }
        """;

    private static readonly Lazy<string> _script = new(() => new BundledAxeScriptProvider().GetScript());

    /// <summary>What axe finds wrong with the page as it stands: rule, help and up to five places, a line each.</summary>
    public static Task<IReadOnlyList<string>> ReadAsync(IPage page) => ReadAsync(page, null);

    /// <summary>The same in both themes: all of it in the light one, then the colours in the dark one.</summary>
    public static async Task<IReadOnlyList<string>> ReadInBothAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var light = await ReadAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        return [.. light, .. (await ReadAsync(page, ["color-contrast", "link-in-text-block"])).Select(wrong => $"dark: {wrong}")];
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(IPage page, string[]? rules)
    {
        await page.EvaluateAsync(_script.Value);
        return await page.EvaluateAsync<string[]>(Run, rules);
    }
}
