using System.Net;
using System.Text.RegularExpressions;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.IntegrationTests.Cli;

/// <summary>The demo as a newcomer meets it: three companies on the first page, a tour of each, and every link of the walk of the frame.</summary>
public sealed partial class WalkTests : IDisposable
{
    private const int MostPages = 3;

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_link_of_the_frame_and_of_the_tours_leads_to_a_page_with_something_on_it()
    {
        await using var server = await OrreryProcess.ServeAsync(_folder.Path, "demo");
        using var web = new HttpClient { BaseAddress = FolderLock.FindOwner(DataFolder.Open(_folder.Path))!.Endpoint };
        Assert.Equal("Skein and Ten Tables are there as well.", await server.Out.ReadLineAsync(Cancel));

        var offered = LinksOf(await web.GetStringAsync("/workspaces", Cancel), CompanyLink()).ToList();
        List<string> links = [.. LinksOf(await web.GetStringAsync("/frame", Cancel), IdeaLink())];
        foreach (var company in offered)
            links.AddRange(LinksOf(await web.GetStringAsync($"{company}/tour", Cancel), StepLink()));
        List<string> wrong = [];
        foreach (var link in links.Distinct())
            wrong.AddRange(await WrongAsync(web, link));
        wrong.AddRange(await BrokenPromisesAsync(web));

        Assert.Equal(["/w/harbor-mutual", "/w/skein", "/w/ten-tables"], offered);
        Assert.True(links.Count >= 90, $"{links.Count} links");
        Assert.Empty(wrong);
    }

    private static async Task<IEnumerable<string>> WrongAsync(HttpClient web, string link)
    {
        using var answer = await web.GetAsync(link, Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        return
        [
            .. answer.StatusCode == HttpStatusCode.OK ? Array.Empty<string>() : [$"{link}: {answer.StatusCode}"],
            .. page.Contains("notice fault") ? [$"{link}: a fault"] : Array.Empty<string>(),
            .. page.Contains("class=\"empty") ? [$"{link}: nothing there"] : Array.Empty<string>(),
            .. link.Contains("tour=") && !page.Contains("tour-bar") ? [$"{link}: no bar"] : Array.Empty<string>(),
        ];
    }

    // Words that stand on many pages would stand there without what the idea is about.
    private static async Task<IEnumerable<string>> BrokenPromisesAsync(HttpClient web)
    {
        var ideas = IdeaPromise()
            .Matches(await web.GetStringAsync("/frame", Cancel))
            .Select(idea => (To: Decoded(idea, "to"), Words: Decoded(idea, "words")))
            .ToArray();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (to, _) in ideas)
            texts[to] = await TextAsync(web, to);
        return ideas
            .Select(idea => (idea, Where: texts.Where(page => Says(page.Value, idea.Words)).Select(page => page.Key).ToArray()))
            .Where(found => !found.Where.Contains(found.idea.To) || found.Where.Length > MostPages)
            .Select(found => $"{found.idea.To}: '{found.idea.Words}' stands on {string.Join(", ", found.Where.Take(5))}");
    }

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static async Task<string> TextAsync(HttpClient web, string link)
    {
        var page = await web.GetStringAsync(link, Cancel);
        var body = page[Math.Max(0, page.IndexOf("<main", StringComparison.Ordinal))..];
        return Spaces().Replace(WebUtility.HtmlDecode(Markup().Replace(body, " ")), " ");
    }

    private static string Decoded(Match match, string group) => WebUtility.HtmlDecode(match.Groups[group].Value);

    private static IEnumerable<string> LinksOf(string page, Regex which) =>
        which.Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value));

    [GeneratedRegex("class=\"company\" href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CompanyLink();

    [GeneratedRegex("<h3><a href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdeaLink();

    [GeneratedRegex(
        "<h3><a href=\"(?<to>[^\"]+)\">[^<]*</a></h3>\\s*<p>[^<]*</p>\\s*<p class=\"look-for\">Look for <q>(?<words>[^<]*)</q>",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex IdeaPromise();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();

    [GeneratedRegex("\\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("href=\"(?<to>[^\"]*tour=\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StepLink();
}
