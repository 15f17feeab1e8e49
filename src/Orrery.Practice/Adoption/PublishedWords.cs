using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The communities and words that belong to one pack, or to none, as that pack would bring them.</summary>
/// <param name="reading">The workspace.</param>
/// <param name="isOurs">Whether a part belongs to it.</param>
internal sealed class PublishedWords(Reading reading, Func<Entity, bool> isOurs)
{
    // Words for ideas beside the model are things of the company's own, like the ideas; they leave with the data.
    private static readonly string[] Worded =
    [
        MetaKinds.Kind,
        MetaKinds.Field,
        MetaKinds.RelationType,
        MetaKinds.Category,
        MetaKinds.Enumeration,
        MetaKinds.View,
    ];

    // Where parts of a pack that is written from a workspace stand.
    private static readonly Place Here = new("workspace", 1);

    public IEnumerable<PackVocabulary> Vocabularies()
    {
        var all = reading.WithLabel(MetaKinds.Signifier).Where(IsOfModel).ToLookup(word => (Of(word), Community(word)));
        var words = all.SelectMany(Placed).Where(placed => isOurs(placed.Word)).ToLookup(placed => Community(placed.Word));
        var communities = reading.WithLabel(MetaKinds.Community).Where(isOurs).ToDictionary(SymbolOf, community => community);
        return words
            .Select(group => group.Key)
            .Union(communities.Keys)
            .Where(key => key.Length > 0)
            .Order(StringComparer.Ordinal)
            .Select(key => new PackVocabulary(
                Written(key),
                communities.GetValueOrDefault(key)?.Title,
                [
                    .. words[key]
                        .OrderBy(placed => Of(placed.Word), StringComparer.Ordinal)
                        .Select(placed => WordOf(placed.Word, placed.Order)),
                ],
                Here
            )
            {
                Parent = communities.GetValueOrDefault(key)?["parent"].AsText is { } parent ? Written(parent) : null,
                Sort = communities.GetValueOrDefault(key)?["sort"].AsText,
                Locale = communities.GetValueOrDefault(key)?["locale"].AsText,
            });
    }

    // Keys that were made before they had to be symbols.
    private static string Written(string key) =>
        Symbols.IsOne(key) ? key
        : Symbols.Of(key) is { Length: > 0 } made ? made
        : "our-community";

    private bool IsOfModel(Entity word) =>
        EntityRef.TryParse(word["of"].AsText, out var of) && Worded.Contains(of.Kind) && reading.Find(of) is not null;

    // The place that a word's key tells; where it tells none, the next that is free.
    private static IEnumerable<(Entity Word, int Order)> Placed(IGrouping<(string Of, string Community), Entity> same)
    {
        var told = same.Select(word => (Word: word, Order: OrderOf(word))).ToArray();
        var next = told.Max(placed => placed.Order ?? -1) + 1;
        return told.Select(placed => (placed.Word, placed.Order ?? next++));
    }

    private static int? OrderOf(Entity word) =>
        word.Ref is { } at ? WordCommands.OrderIn(at.Key, Community(word), Of(word)) : null;

    private static PackWord WordOf(Entity word, int order) =>
        new(
            Of(word),
            order,
            word["term"].AsText ?? word.Title,
            word["plural"].AsText,
            word["forms"] is Value.Map forms
                ? forms.Entries.ToImmutableSortedDictionary(f => f.Key, f => f.Value.AsText ?? "", StringComparer.Ordinal)
                : ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal),
            word["status"].AsText ?? "in-use",
            word["treatment"].AsText,
            word["baggage"].AsText,
            word["definition"].AsText,
            Here
        );

    private static string Of(Entity word) => word["of"].AsText ?? "";

    private static string Community(Entity word) => word["community"].AsText ?? "";

    private static string SymbolOf(Entity entity) => entity["symbol"].AsText ?? entity.Ref?.Key ?? entity.Id.ToString();
}
