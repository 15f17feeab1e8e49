namespace Orrery.Server;

/// <summary>Whether words that were typed may mean a text: they occur in it, begin its words, or are one slip of the finger away.</summary>
public static class PaletteMatch
{
    /// <summary>Words shorter than this are taken as typed.</summary>
    private const int ShortestWithSlip = 4;

    /// <summary>How well all the words fit, larger is better; 0 when one does not.</summary>
    public static int Of(string text, string[] words)
    {
        var sum = 0;
        foreach (var word in words)
        {
            var one = Of(text, word);
            if (one == 0)
                return 0;
            sum += one;
        }

        return sum;
    }

    /// <summary>How near a title is to what was typed: 3 begins with all of it, 2 has words that begin with each of its words, 1 fits in some other way, 0 does not.</summary>
    public static int RankOf(string title, string[] words) =>
        words.Length == 0 || title.StartsWith(string.Join(' ', words), StringComparison.OrdinalIgnoreCase) ? 3
        : Of(title, words) is var fit && fit >= words.Length * 6 ? 2
        : fit > 0 ? 1
        : 0;

    private static int Of(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at == 0)
            return 8;
        if (at > 0)
            return char.IsLetterOrDigit(text[at - 1]) ? 3 : 6;
        if (AreInitials(text, word))
            return 4;
        return word.Length >= ShortestWithSlip && HasSlip(text, word) ? 1 : 0;
    }

    // "mwu" for "Mobile workflow updates".
    private static bool AreInitials(string text, string word)
    {
        var next = 0;
        for (var i = 0; i < text.Length && next < word.Length; i++)
        {
            var begins = char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]));
            if (!begins)
                continue;
            if (char.ToUpperInvariant(text[i]) != char.ToUpperInvariant(word[next]))
                return false;
            next++;
        }

        return word.Length > 1 && next == word.Length;
    }

    // A word of the text that begins with what was typed but for one letter too many, too few, wrong or swapped.
    private static bool HasSlip(string text, string word)
    {
        foreach (var range in Words(text))
        {
            if (IsOneSlipAway(text.AsSpan(range), word))
                return true;
        }

        return false;
    }

    private static IEnumerable<Range> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (start < 0)
                    start = i;
                continue;
            }

            if (start >= 0)
                yield return start..i;
            start = -1;
        }
    }

    private static bool IsOneSlipAway(ReadOnlySpan<char> word, ReadOnlySpan<char> typed)
    {
        var same = 0;
        while (same < word.Length && same < typed.Length && Same(word[same], typed[same]))
            same++;
        var left = word[same..];
        var over = typed[same..];
        return over.Length > 0
            && (
                Begins(left, over[1..])
                || (left.Length > 0 && (Begins(left[1..], over) || Begins(left[1..], over[1..])))
                || (
                    left.Length > 1
                    && over.Length > 1
                    && Same(left[0], over[1])
                    && Same(left[1], over[0])
                    && Begins(left[2..], over[2..])
                )
            );
    }

    private static bool Begins(ReadOnlySpan<char> word, ReadOnlySpan<char> typed) =>
        word.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
