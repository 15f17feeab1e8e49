using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Orrery.BrowserTests.Stage;

/// <summary>One Chromium for all tests; each test has windows of its own. The headless shell does the same in half the time, where there is one.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Programs = ["chromium-headless-shell", "chromium"];

    private readonly ConcurrentDictionary<string, ConcurrentBag<Window>> _free = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private IBrowser Browser => _browser ?? throw new InvalidOperationException("Chromium is not started.");

    public async ValueTask InitializeAsync()
    {
        // What comes late on a busy machine has still come.
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Program(),
                Headless = true,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    // All pages of a window share a process: one takes as long to start as a page to load.
                    "--renderer-process-limit=1",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A window for one test. It is handed back by <see cref="GiveBackAsync"/>.</summary>
    internal async Task<Window> LendAsync(BrowserNewContextOptions options)
    {
        var sort = JsonSerializer.Serialize(options);
        return Free(sort).TryTake(out var window) ? window : await Window.OpenAsync(Browser, sort, options);
    }

    internal async Task GiveBackAsync(Window window, string site)
    {
        await window.CleanAsync(site);
        Free(window.Sort).Add(window);
    }

    private ConcurrentBag<Window> Free(string sort) => _free.GetOrAdd(sort, _ => []);

    private static string Program() =>
        Programs.Select(PathOf).FirstOrDefault(path => path is not null)
        ?? throw new InvalidOperationException($"The browser tests need {string.Join(" or ", Programs)} on the path.");

    private static string? PathOf(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
