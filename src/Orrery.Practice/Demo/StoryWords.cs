using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What the words of a story mean in its packs.</summary>
internal sealed partial class StoryWords(Catalogue catalogue)
{
    private static readonly ImmutableArray<PackField> CommunityFields =
    [
        .. new[] { "symbol", "title", "summary", "parent" }.Select(symbol => new PackField(
            symbol,
            symbol,
            FieldKind.Text,
            null,
            [],
            null,
            IsPersonal: false,
            "never",
            null,
            default
        )),
    ];

    private readonly FrozenDictionary<string, string> _inverses = catalogue
        .RelationTypes.Where(r => !r.IsSymmetric)
        .DistinctBy(r => r.Inverse)
        .ToFrozenDictionary(r => r.Inverse.Replace(' ', '-'), r => r.Symbol, StringComparer.Ordinal);

    public Catalogue Catalogue => catalogue;

    /// <summary>Whether things can be of that kind: a kind of the packs that is not abstract, or the meta-kind community.</summary>
    public bool IsKind(string kind) => kind == "community" || catalogue.FindKind(kind) is { IsAbstract: false };

    public PackField? Field(string kind, string word) =>
        kind == "community" ? CommunityFields.FirstOrDefault(f => f.Symbol == word) : catalogue.FindField(kind, word);

    /// <summary>The relation type that a word names, and whether it is read backwards.</summary>
    public (string Type, bool Backwards)? Relation(string word) =>
        catalogue.FindRelationType(word) is not null ? (word, false)
        : _inverses.TryGetValue(word, out var type) ? (type, true)
        : null;

    /// <summary>The kind that a ref names, by its own word.</summary>
    public static string KindOf(string reference) => reference.Split(':')[0];

    public static Sentence? Parse(string text) =>
        SentencePattern().Match(text) is { Success: true } match
            ? new(match.Groups["from"].Value.Trim('[', ']'), match.Groups["type"].Value, match.Groups["to"].Value.Trim('[', ']'))
            : null;

    [GeneratedRegex(
        @"^(?<from>\[[^\]]+\]|\S+) (?<type>\S+) (?<to>\[[^\]]+\]|\S+)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SentencePattern();
}
