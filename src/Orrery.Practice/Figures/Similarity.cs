using System.Globalization;

namespace Orrery.Practice;

/// <summary>How alike two texts are, by their words (domain catalogue 2.6): the cosine of their sets of words. Lower case, no stemming.</summary>
public static class Similarity
{
    /// <summary>From 0, no word in common, to 1, the same words; 0 where one has no words.</summary>
    /// <param name="one">A text.</param>
    /// <param name="other">Another.</param>
    /// <param name="stopWords">Words that do not count, in lower case.</param>
    public static double Of(string one, string other, IReadOnlySet<string> stopWords)
    {
        var (a, b) = (WordsOf(one, stopWords), WordsOf(other, stopWords));
        if (a.Count == 0 || b.Count == 0)
            return 0;
        return a.Count(b.Contains) / Math.Sqrt((double)a.Count * b.Count);
    }

    /// <summary>The words of a text that count, each once. Letters and digits of any script make words.</summary>
    public static HashSet<string> WordsOf(string text, IReadOnlySet<string> stopWords)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsOfWord(text, i))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && text[start..i].ToLowerInvariant() is var word && !stopWords.Contains(word))
                words.Add(word);
            start = -1;
        }

        return words;
    }

    // Halves of pairs and marks on letters belong to the word.
    private static bool IsOfWord(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || char.IsSurrogate(text[at])
        || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
