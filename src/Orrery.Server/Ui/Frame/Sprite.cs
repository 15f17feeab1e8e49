namespace Orrery.Server;

/// <summary>
/// The drawings of icons.svg and shapes.svg, once in every page: what a page draws from its own text is there with the first
/// picture, what it draws from another file comes a moment later and has all be laid out again.
/// </summary>
internal static class Sprite
{
    /// <summary>An element without a look of its own, whose symbols <see cref="Icon"/> and <see cref="Shape"/> name.</summary>
    public static MarkupString Markup { get; } =
        new($"<svg id=\"sprite\" hidden>{Symbols("icons.svg", "icon")}{Symbols("shapes.svg", "shape")}</svg>");

    /// <summary>What draws an icon.</summary>
    public static string Icon(string name) => $"#icon-{name}";

    /// <summary>What draws a category, or the mark of the product.</summary>
    public static string Shape(string name) => $"#shape-{name}";

    private static string Symbols(string file, string prefix)
    {
        var drawn = string.Concat(AssetFiles.Text(file).Split('\n').Select(line => line.Trim()));
        return drawn[drawn.IndexOf("<symbol", StringComparison.Ordinal)..drawn.LastIndexOf("</svg>", StringComparison.Ordinal)]
            .Replace("<symbol id=\"", $"<symbol id=\"{prefix}-", StringComparison.Ordinal);
    }
}
