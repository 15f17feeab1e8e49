using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>Reads a view of a pack (docs/packs.md).</summary>
internal static class ViewReader
{
    private static readonly ImmutableArray<string> Shapes = [.. ViewShapes.All.Select(ViewShapes.NameOf)];

    public static PackView Read(string symbol, YamlMap map) =>
        new(
            symbol,
            new(
                map.Required("title"),
                map.Required("query").TrimEnd(),
                Shape(map),
                Texts(map.Map("settings")),
                Texts(map.Map("parameters")),
                map.Required("task"),
                map.Text("audience"),
                map.Text("about"),
                map.Flag("pinned")
            ),
            map.Place
        );

    private static ViewShape Shape(YamlMap map) =>
        map.Text("shape") is not { } name ? ViewShape.Table
        : ViewShapes.Find(name) is { } shape ? shape
        : map.Wrong("shape", $"one of {string.Join(", ", Shapes)}", ViewShape.Table);

    private static ImmutableSortedDictionary<string, string> Texts(YamlMap? map) =>
        (map?.Keys.ToList() ?? []).ToImmutableSortedDictionary(name => name, name => map!.Required(name), StringComparer.Ordinal);
}
