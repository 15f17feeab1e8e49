using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Orrery.Practice;

/// <summary>Reads the words of one community from a pack (docs/packs.md).</summary>
internal static class WordReader
{
    private static readonly ImmutableArray<string> Statuses = ["proposed", "in-use", "preferred", "deprecated"];
    private static readonly ImmutableArray<string> Loads = ["none", "mild", "loaded"];

    private static readonly ImmutableArray<string> Treatments =
    [
        "define-together",
        "tolerate-difference",
        "leave-undefined",
        "stop-using",
    ];

    public static PackVocabulary Read(string community, YamlMap map)
    {
        var parent = map.Text("parent");
        // Only who brings a community can say what it is a part of.
        var title = parent is null ? map.Text("title") : map.Required("title");
        return new(community, title, [.. map.Keys.Where(IsRef).SelectMany(of => Words(map, of))], map.Place)
        {
            Parent = parent,
            Sort = FieldReader.OneOf(map, "sort", CommunityShaping.Sorts),
            Locale = map.Text("locale"),
        };
    }

    // A key that is no ref was not asked for, and is refused as unknown.
    private static bool IsRef(string key) => key.Contains(':', StringComparison.Ordinal);

    // One word, or several of which the first is preferred; each a text or a mapping.
    private static IEnumerable<PackWord> Words(YamlMap map, string of)
    {
        var items = map.Node(of) is YamlSequenceNode list ? list.Children : [map.Node(of)!];
        foreach (var (order, item) in items.Index())
        {
            var status = order == 0 ? "preferred" : "in-use";
            if (item is YamlScalarNode { Value: { Length: > 0 } term })
                yield return new(of, order, term.Trim(), null, NoForms, status, null, null, null, map.PlaceOf(of));
            else if (map.MapOf(item, of) is { } word)
                yield return Word(of, order, status, word);
        }
    }

    private static PackWord Word(string of, int order, string status, YamlMap map)
    {
        var word = new PackWord(
            of,
            map.Whole("order") - 1 ?? order,
            map.Required("term"),
            map.Text("plural"),
            Forms(map.Map("forms")),
            FieldReader.OneOf(map, "status", Statuses) ?? status,
            FieldReader.OneOf(map, "treatment", Treatments),
            FieldReader.OneOf(map, "baggage", Loads),
            map.Text("definition"),
            map.Place
        );
        map.Close();
        return word;
    }

    private static ImmutableSortedDictionary<string, string> Forms(YamlMap? map) =>
        map is null
            ? NoForms
            : map.Keys.ToList().ToImmutableSortedDictionary(form => form, form => map.Required(form), StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, string> NoForms { get; } =
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);
}
