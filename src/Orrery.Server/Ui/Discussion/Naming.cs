using System.Net;
using System.Text.RegularExpressions;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>People and things named in a text: <c>@key</c> and <c>[[kind:key]]</c> become links with the title they have now.</summary>
/// <param name="visit">Who reads.</param>
public sealed partial class Naming(Visit visit)
{
    // Nobody types these: they stand for a link while Markdown is read, and are taken out of what was typed.
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    private readonly List<(string Title, string Href)> _links = [];

    /// <summary>The text with a mark for each name that means something here.</summary>
    public string Mark(string text) =>
        Thing()
            .Replace(
                Person()
                    .Replace(
                        text.Replace(Open, ' ').Replace(Close, ' '),
                        found => Marked(found.Value, FindPerson(found.Groups["name"].Value), "@")
                    ),
                found => Marked(found.Value, visit.Find(found.Groups["name"].Value), "")
            );

    /// <summary>HTML in which the marks are links.</summary>
    public string Link(string html) => MarkOf().Replace(html, found => Anchor(LinkOf(found)));

    /// <summary>Plain text in which the marks are titles.</summary>
    public string Name(string plain) => MarkOf().Replace(plain, found => LinkOf(found).Title);

    private (string Title, string Href) LinkOf(Match mark) =>
        _links[int.Parse(mark.Groups["name"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)];

    private Entity? FindPerson(string key) =>
        visit
            .Reading.Model.WithDescendants("person")
            .Select(kind => visit.Find($"{kind}:{key}"))
            .FirstOrDefault(found => found is not null);

    private string Marked(string written, Entity? entity, string before)
    {
        if (entity is null || entity.Labels.Any(MetaKinds.Describes))
            return written;
        _links.Add(($"{before}{Titles.Of(entity)}", visit.Links.Entity(entity)));
        return $"{Open}{_links.Count - 1}{Close}";
    }

    private static string Anchor((string Title, string Href) link) =>
        $"<a href=\"{WebUtility.HtmlEncode(link.Href)}\" dir=\"auto\">{WebUtility.HtmlEncode(link.Title)}</a>";

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}@/])@(?<name>[\p{L}\p{N}]([\p{L}\p{N}_-]*[\p{L}\p{N}])?)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Person();

    [GeneratedRegex(@"\[\[(?<name>[^\[\]\r\n]{1,200})\]\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Thing();

    [GeneratedRegex("\uE000(?<name>[0-9]+)\uE001", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MarkOf();
}
