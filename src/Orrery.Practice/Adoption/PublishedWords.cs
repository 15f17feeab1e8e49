using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads words of communities back from their entities. A word that is for no part of the model is data, and stays.</summary>
internal static class PublishedWords
{
    public static ImmutableArray<PackVocabulary> Of(PublishedParts parts)
    {
        var communities = parts.Of(MetaKinds.Community).ToDictionary(c => c.Ref?.Key ?? "", c => c.Title, StringComparer.Ordinal);
        return
        [
            .. parts
                .Of(MetaKinds.Signifier)
                .Where(word => word["of"].AsText is not null && word["community"].AsText is not null)
                .GroupBy(word => word["community"].AsText!)
                .OrderBy(words => words.Key, StringComparer.Ordinal)
                .Select(words => new PackVocabulary(
                    words.Key,
                    communities.GetValueOrDefault(words.Key),
                    [.. words.GroupBy(word => word["of"].AsText!).SelectMany(InOrder)],
                    Publishing.Here
                )),
        ];
    }

    private static IEnumerable<PackWord> InOrder(IEnumerable<Entity> words) =>
        words.OrderBy(word => word.Ref?.Key.Length).ThenBy(word => word.Ref?.Key, StringComparer.Ordinal).Select(Word);

    private static PackWord Word(Entity word, int order) =>
        new(
            word["of"].AsText!,
            order,
            word["term"].AsText ?? word.Title,
            word["plural"].AsText,
            Forms(word["forms"]),
            word["status"].AsText ?? "in-use",
            word["treatment"].AsText,
            word["baggage"].AsText,
            word["definition"].AsText,
            Publishing.Here
        );

    private static ImmutableSortedDictionary<string, string> Forms(Value forms) =>
        forms is Value.Map { Entries: var entries }
            ? entries.ToImmutableSortedDictionary(form => form.Key, form => form.Value.AsText ?? "", StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);
}
