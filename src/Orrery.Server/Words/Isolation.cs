namespace Orrery.Server;

/// <summary>Words that are written from right to left, inside sentences that are not: set apart, so that numbers and signs beside them stay where they are said.</summary>
/// <remarks>By the marks of Unicode's bidirectional algorithm (UAX #9): first-strong isolate, pop directional isolate. In markup an element with <c>dir="auto"</c> or <c>bdi</c> does the same.</remarks>
public static class Isolation
{
    private const char Begins = '\u2068';
    private const char Ends = '\u2069';

    /// <summary>The word, set apart where it has letters that are written from right to left; else as it is.</summary>
    public static string Of(string word) => IsRightToLeft(word) ? $"{Begins}{word}{Ends}" : word;

    /// <summary>The same text without such marks, for whoever shows or compares it as plain letters.</summary>
    public static string Without(string text) =>
        text.Contains(Begins, StringComparison.Ordinal)
            ? text.Replace($"{Begins}", "", StringComparison.Ordinal).Replace($"{Ends}", "", StringComparison.Ordinal)
            : text;

    private static bool IsRightToLeft(string word)
    {
        foreach (var letter in word.EnumerateRunes())
        {
            if (IsRightToLeft(letter.Value))
                return true;
        }

        return false;
    }

    // The blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and what follows them, and those of the supplementary plane.
    private static bool IsRightToLeft(int letter) =>
        letter
            is (>= 0x0590 and <= 0x08FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFC)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);
}
