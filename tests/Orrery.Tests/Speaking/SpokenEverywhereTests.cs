using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Orrery.Engine;
using Orrery.Server;
using Orrery.Tests.Cli;
using Orrery.Tests.House;

namespace Orrery.Tests.Speaking;

/// <summary>Every page of a demo company, read in the words of a community that has a word for everything: no label stays as everybody says it.</summary>
public sealed partial class SpokenEverywhereTests(TwoTongues tongues) : IClassFixture<TwoTongues>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // What says on purpose what everybody calls it, and why: reviewed, one line each.
    private static readonly (string Where, string Why)[] OnPurpose =
    [
        ("/words", "the dictionary lays the model's own words beside those of the communities"),
        ("/v/*/edit", "the title that is being edited"),
        ("/model/k/*/edit", "the title that is being edited"),
        ("/model/k/*/merge", "what becomes of the title"),
        ("/model/k/*/remove", "what uses it is told as faults are, the same on every face"),
        ("/model/r/*", "the title that is being edited"),
        ("/model/f/*", "the title that is being edited"),
        ("/packs", "a pack speaks its own words until it is installed, and its file is written in them"),
        ("/v/what-rituals-look-after", "its question asks for the titles of kinds, as values"),
    ];

    [Fact]
    public async Task Every_page_is_in_the_readers_words()
    {
        await using var workspaces = tongues.Open();
        await using var site = await OpenAsync(workspaces);
        var root = $"{site.Urls.First()}/w/{TwoTongues.Workspace}";
        using var reader = Reader(root);
        HashSet<string> breaches = [];
        Dictionary<string, int> sorts = [];
        var spoken = 0;

        await foreach (var (path, status, text) in CrawlAsync(reader, root))
        {
            var sort = SortOf(path);
            sorts[sort] = sorts.GetValueOrDefault(sort) + 1;
            spoken += TwoTongues.SpokenIn(text);
            if (status >= HttpStatusCode.InternalServerError)
                breaches.Add($"{path} broke");
            // Pointing at a word says on purpose what the others call it, as does the page of its kind, beside what the pack says; what was written before and after is a value.
            var shown = Beside().Replace(Written().Replace(Hovering().Replace(text, ""), ""), "");
            if (
                !OnPurpose.Any(known =>
                    sort.StartsWith(known.Where, StringComparison.Ordinal)
                    || path.StartsWith(known.Where, StringComparison.Ordinal)
                )
            )
                breaches.UnionWith(tongues.UnspokenIn(shown).Select(left => $"{sort} | {left.Ref} | {left.Around}"));
            breaches.UnionWith(
                tongues.LoweredIn(shown).Select(lowered => $"{sort} lost its capital | {lowered.Ref} | {lowered.Around}")
            );
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{sorts.Values.Sum()} pages, {spoken} words of the community: {string.Join(", ", sorts.OrderBy(sort => sort.Key, StringComparer.Ordinal).Select(sort => $"{sort.Key} {sort.Value}"))}"
        );
        Assert.True(sorts.Count > 60, $"Only {sorts.Count} sorts of pages were found.");
        Rule.HasNoBreaches(breaches);
    }

    [Theory]
    [InlineData("show goal:cut-mobile-resolution-time")]
    [InlineData("show goal:cut-mobile-resolution-time --format json")]
    [InlineData("show goal:cut-mobile-resolution-time --format csv")]
    [InlineData("show goal:cut-mobile-resolution-time --ladder")]
    [InlineData("step bet:storm-mode")]
    [InlineData("step bet:storm-mode committed --dry-run")]
    [InlineData("history --limit 400 --known-at r2800")]
    [InlineData("history goal:cut-mobile-resolution-time")]
    [InlineData("history goal:cut-mobile-resolution-time --format json")]
    [InlineData("diff --from 2026-01-01")]
    [InlineData("diff --from 2026-01-01 --format csv")]
    [InlineData("query --examples")]
    [InlineData("query --example what-came-of-it")]
    [InlineData("erase person:ines-albrecht --dry-run")]
    public async Task Every_command_answers_in_the_readers_words(string command)
    {
        string[] args =
        [
            .. command.Split(' '),
            "--words",
            TwoTongues.Community,
            "-w",
            TwoTongues.Workspace,
            "--data",
            tongues.Data,
        ];

        var answer = await Typed.RunAsync(args);

        TestContext.Current.TestOutputHelper?.WriteLine(answer.Out[..Math.Min(answer.Out.Length, 3_000)]);
        Assert.True(answer.Exit == 0, answer.Error);
        Rule.HasNoBreaches(
            tongues.UnspokenIn(answer.Out).Concat(tongues.LoweredIn(answer.Out)).Select(left => $"{left.Ref} | {left.Around}")
        );
    }

    private static async Task<WebApplication> OpenAsync(Workspaces workspaces)
    {
        WorkspaceShelf shelf = new(
            () => [TwoTongues.Workspace],
            async (name, cancel) => name == TwoTongues.Workspace ? await workspaces.GetAsync(name, cancel) : null
        );
        var app = OrreryServer.Build(new(0, "Ada"), shelf, TimeProvider.System, door: null);
        await app.StartAsync(Cancel);
        return app;
    }

    private static HttpClient Reader(string root)
    {
        HttpClientHandler handler = new() { CookieContainer = new(), AllowAutoRedirect = true };
        handler.CookieContainer.Add(
            new Uri(root),
            new Cookie($"orrery-words-{TwoTongues.Workspace}", TwoTongues.Community) { Path = "/" }
        );
        return new(handler);
    }

    private static async IAsyncEnumerable<(string Path, HttpStatusCode Status, string Text)> CrawlAsync(
        HttpClient reader,
        string root
    )
    {
        Queue<string> open = new(Beginnings);
        HashSet<string> seen = [.. Beginnings];
        Dictionary<string, int> visits = [];
        while (open.TryDequeue(out var path))
        {
            var (sort, kind) = (SortOf(path), KindOf(path));
            if (visits.GetValueOrDefault(sort) >= MostOf(sort) || visits.GetValueOrDefault($"{sort} {kind}") >= 1)
                continue;
            visits[sort] = visits.GetValueOrDefault(sort) + 1;
            if (kind.Length > 0)
                visits[$"{sort} {kind}"] = 1;
            using var answer = await reader.GetAsync(new Uri($"{root}{path}"), Cancel);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            yield return (path, answer.StatusCode, text);
            foreach (Match link in Links().Matches(text))
            {
                var to = WebUtility.HtmlDecode(link.Groups["to"].Value);
                if (
                    to.StartsWith($"/w/{TwoTongues.Workspace}", StringComparison.Ordinal)
                    && to[$"/w/{TwoTongues.Workspace}".Length..].Split('#')[0] is var next
                    && !next.StartsWith("/live", StringComparison.Ordinal)
                    && seen.Add(next)
                )
                    open.Enqueue(next);
            }
        }
    }

    // What no link leads to: what scripts ask for, and what forms send.
    private static readonly string[] Beginnings =
    [
        "",
        "/palette",
        "/palette?q=z",
        "/palette?q=bet",
        "/names?q=cl",
        "/search?q=claims",
        "/ask/words.json",
        "/ask/check.json?q=MATCH+(b:bet)+RETURN+b",
        "/orrery.json",
    ];

    // The form and the page of every kind, and every view; of others a few.
    private static int MostOf(string sort) =>
        sort switch
        {
            "/e/*" or "/new/*" or "/v/*" => int.MaxValue,
            "/k/*" or "/r/*" or "/e/*/edit" => 12,
            _ => 4,
        };

    // Pages of another moment are the same pages.
    private static readonly string[] Moments = ["at", "known", "suppose"];

    /// <summary>What makes two addresses pages of one sort: their parts without keys, and the shape or file they ask for.</summary>
    private static string SortOf(string path)
    {
        var parts = path.Split('?', 2);
        var steps = parts[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [_, var asked] && Moments.Any(name => $"&{asked}".Contains($"&{name}=", StringComparison.Ordinal)))
            return $"/{steps.FirstOrDefault("")} at another moment";
        for (var i = 1; i < steps.Length; i++)
        {
            if (
                steps[i - 1] is "e" or "r" or "k" or "f" or "v" or "peek" or "history" or "by" or "undo"
                || (steps[i - 1] is "words" && steps[i].Length == 36)
                || (steps[i - 1] is "new" && i == 1)
                || (steps[i - 1] is "packs" && steps[i] is not ("text" or "publish"))
            )
                steps[i] = steps[i] is "new" ? "new" : "*";
        }

        var shape = Shapes().Match(path) is { Success: true, Value: var named } ? named : "";
        return $"/{string.Join('/', steps)}{shape}";
    }

    // The kind of a thing, or the key of what is shown.
    private static string KindOf(string path) =>
        path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries)
            is ["e" or "k" or "new" or "v" or "peek", var key, ..]
            ? key.Split(':', '%')[0]
            : "";

    [GeneratedRegex(
        "<(?<which>ins|del)[ >][^<]*</\\k<which>>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        5_000
    )]
    private static partial Regex Written();

    [GeneratedRegex("[?&](shape|as)=[a-z]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Shapes();

    [GeneratedRegex(
        "<dt>Others call it</dt>\\s*<dd[^>]*>[^<]*</dd>|<section[^>]*\"changed.*?</section>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        5_000
    )]
    private static partial Regex Beside();

    // The attribute that is read by pointing at something.
    [GeneratedRegex(" title=\"[^\"]*\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Hovering();

    [GeneratedRegex(
        "(href|src|action|data-[a-z-]+url[a-z-]*)=\"(?<to>[^\"]+)\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        5_000
    )]
    private static partial Regex Links();
}
