using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What installing the words of a community asks of a graph (docs/packs.md, "What it installs").</summary>
internal static class WordCommands
{
    public static IEnumerable<GraphCommand> Define(PackVocabulary community, (string, Value) from)
    {
        if (community.Title is { } title)
            yield return PackCommands.Entity(
                MetaKinds.Community,
                community.Community,
                title,
                ("parent", Value.Of(community.Parent)),
                ("sort", Value.Of(community.Sort)),
                ("locale", Value.Of(community.Locale)),
                from
            );
        foreach (var word in community.Words)
            yield return Define(community.Community, word, from);
    }

    /// <summary>The key of a word's ref; a second word for the same thing has its number behind it.</summary>
    public static string KeyOf(string community, string of, int order) =>
        $"{community}.{of.Replace(':', '.')}{(order == 0 ? "" : $".{order + 1}")}";

    /// <summary>The place of a word by its key, from 0; null for a key that was not made so.</summary>
    public static int? OrderIn(string key, string community, string of)
    {
        var first = $"{community}.{of.Replace(':', '.')}";
        return key == first ? 0
            : key.StartsWith($"{first}.", StringComparison.Ordinal)
            && int.TryParse(key.AsSpan(first.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var order)
            && order > 1
                ? order - 1
            : null;
    }

    public static GraphCommand.CreateEntity Define(string community, PackWord word, params (string, Value)[] from) =>
        PackCommands.Entity(
            MetaKinds.Signifier,
            KeyOf(community, word.Of, word.Order),
            word.Term,
            [
                ("term", Value.Of(word.Term)),
                ("plural", Value.Of(word.Plural)),
                ("forms", word.Forms.IsEmpty ? Value.Nothing : Forms(word.Forms)),
                ("community", Value.Of(community)),
                ("of", Value.Of(word.Of)),
                ("status", Value.Of(word.Status)),
                ("treatment", Value.Of(word.Treatment)),
                ("baggage", Value.Of(word.Baggage)),
                ("definition", Value.Of(word.Definition)),
                .. from,
            ]
        );

    public static Value.Map Forms(ImmutableSortedDictionary<string, string> forms) =>
        new(Properties.Of([.. forms.Select(form => (form.Key, Value.Of(form.Value)))]));
}
