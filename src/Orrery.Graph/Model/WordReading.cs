using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>One signifier as it was read.</summary>
/// <param name="Node">Its place in the order of first recording.</param>
/// <param name="Word">The word; null where it means nothing that is there.</param>
/// <param name="IsSettled">Whether it means a part of the model: then only changes of the word or of that part can change it.</param>
internal sealed record WordEntry(int Node, Signifier? Word, bool IsSettled);

/// <summary>Reads words and communities from the entities that say them.</summary>
internal static class WordReading
{
    public static ImmutableArray<Community> Communities(Reading reading) =>
        [
            .. reading
                .WithLabel(MetaKinds.Community)
                .Select(c => new Community(c.Id, ModelReading.SymbolOf(c), c.Title, c["parent"].AsText)
                {
                    Locale = c["locale"].AsText,
                })
                .DistinctBy(c => c.Symbol)
                .OrderBy(c => c.Title, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>The signifier at a node; null when there is none (any more).</summary>
    public static WordEntry? EntryAt(Reading reading, int node) =>
        reading.Find(new Id(reading.Memory.Entities[node].Id)) is { } word && word.Labels.Contains(MetaKinds.Signifier)
            ? Entry(reading, word)
            : null;

    // A word for something that is not there is nobody's word.
    public static WordEntry Entry(Reading reading, Entity word) =>
        word["community"].AsText is { Length: > 0 } community
        && word["term"].AsText is { Length: > 0 } term
        && EntityRef.TryParse(word["of"].AsText, out var of)
        && reading.Find(of) is { } concept
            ? new(word.Node, WordOf(word, community, term, concept.Id), concept.Labels.Any(MetaKinds.Contains))
            : new(word.Node, null, IsSettled: false);

    private static Signifier WordOf(Entity word, string community, string term, Id of)
    {
        var forms = FormsOf(word["forms"]);
        return new(
            word.Id,
            community,
            of,
            term,
            word["plural"].AsText,
            forms.GetValueOrDefault("inverse"),
            word["status"].AsText ?? "in-use",
            word["definition"].AsText
        )
        {
            Forms = forms,
        };
    }

    private static ImmutableSortedDictionary<string, string> FormsOf(Value forms) =>
        forms is Value.Map map
            ? map
                .Entries.Where(form => form.Value.AsText is { Length: > 0 })
                .ToImmutableSortedDictionary(form => form.Key, form => form.Value.AsText!, StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty;
}
