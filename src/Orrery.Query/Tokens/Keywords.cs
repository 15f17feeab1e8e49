using System.Collections.Frozen;

namespace Orrery.Query;

/// <summary>The words of the language, found in any case.</summary>
internal static class Keywords
{
    private static readonly FrozenDictionary<string, Keyword> ByWord = Enum.GetValues<Keyword>()
        .Where(keyword => keyword != Keyword.None)
        .ToFrozenDictionary(WordOf, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Keyword>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByWord.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = ByWord.Keys.Max(word => word.Length);

    // Words that begin a clause or cannot be left out of an expression: as variables they would turn slips into nonsense.
    private static readonly FrozenSet<Keyword> Reserved = FrozenSet.Create([
        Keyword.And,
        Keyword.As,
        Keyword.Case,
        Keyword.Create,
        Keyword.Delete,
        Keyword.Detach,
        Keyword.Distinct,
        Keyword.Else,
        Keyword.False,
        Keyword.In,
        Keyword.Match,
        Keyword.Merge,
        Keyword.Not,
        Keyword.Null,
        Keyword.Optional,
        Keyword.Or,
        Keyword.Remove,
        Keyword.Return,
        Keyword.Then,
        Keyword.True,
        Keyword.Union,
        Keyword.Unwind,
        Keyword.When,
        Keyword.Where,
        Keyword.With,
        Keyword.Xor,
    ]);

    /// <summary>In capitals, in alphabetical order.</summary>
    public static IEnumerable<string> Words => ByWord.Keys.Order(StringComparer.Ordinal);

    /// <summary>Which keyword a word is.</summary>
    public static Keyword Of(ReadOnlySpan<char> word) =>
        word.Length <= Longest && BySpan.TryGetValue(word, out var keyword) ? keyword : Keyword.None;

    /// <summary>Whether a variable of this name needs backticks.</summary>
    public static bool IsReserved(Keyword keyword) => Reserved.Contains(keyword);

    private static string WordOf(Keyword keyword) => keyword == Keyword.NoneOf ? "NONE" : keyword.ToString().ToUpperInvariant();
}
