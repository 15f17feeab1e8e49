using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Orrery.Server;

/// <summary>Markdown as people write it, made safe: no HTML of their own, and links only where a browser may be sent.</summary>
public static class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseAutoLinks()
        .UsePipeTables()
        .Build();

    /// <summary>The same with the people and things it names as links.</summary>
    public static MarkupString Of(string text, Visit visit)
    {
        var naming = new Naming(visit);
        return new(naming.Link(Of(naming.Mark(text)).Value));
    }

    public static MarkupString Of(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToArray())
            Tame(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !MayLead(link.Url)).ToArray())
            link.ReplaceBy(new LiteralInline(link.Url));
        // A text has the page's headings above it.
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(6, heading.Level + 2);
        return new(document.ToHtml(Pipeline));
    }

    /// <summary>The first of it as one line of plain text, with the people and things it names by their titles; an ellipsis where it goes on.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="visit">Who reads.</param>
    /// <param name="most">How many characters at most.</param>
    public static string Short(string text, Visit visit, int most)
    {
        var naming = new Naming(visit);
        var plain = naming.Name(Markdown.ToPlainText(naming.Mark(text), Pipeline));
        var line = string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > most ? $"{line.AsSpan(0, most - 1).TrimEnd()}…" : line;
    }

    /// <summary>Whether a browser may be sent there.</summary>
    public static bool MayLead(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "mailto");

    // Pictures of others are not loaded (the policy says so): they become links.
    private static void Tame(LinkInline link)
    {
        if (!MayLead(link.Url))
        {
            link.Url = "";
            link.Title = null;
            var kept = new ContainerInline();
            while (link.FirstChild is { } child)
            {
                child.Remove();
                kept.AppendChild(child);
            }

            link.ReplaceBy(kept);
            return;
        }

        link.IsImage = false;
        link.GetAttributes().AddProperty("rel", "noreferrer nofollow");
    }
}
