using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Searching in texts. Anything but two texts gives null; case and every character count.</summary>
internal static class Texts
{
    /// <summary>The most characters one text may grow to.</summary>
    public const int Longest = 16_000_000;

    private const int ShortPart = 256;
    private const long MostComparisons = 4_000_000_000;

    public static bool? StartsWith(Value text, Value start) =>
        (text.AsText, start.AsText) is ({ } whole, { } part) ? whole.StartsWith(part, StringComparison.Ordinal) : null;

    public static bool? EndsWith(Value text, Value end) =>
        (text.AsText, end.AsText) is ({ } whole, { } part) ? whole.EndsWith(part, StringComparison.Ordinal) : null;

    public static bool? Contains(Value text, Value part) =>
        (text.AsText, part.AsText) is ({ } whole, { } inside)
            ? Searched(whole, inside.Length).Contains(inside, StringComparison.Ordinal)
            : null;

    /// <summary>Whether the whole text matches a regular expression, in time that grows with the text only.</summary>
    public static bool? Matches(Value text, Value pattern) =>
        (text.AsText, pattern.AsText) is ({ } whole, { } expression) ? Patterns.Fits(whole, expression) : null;

    /// <summary>The text, once it is sure that looking for the part cannot take long: at worst every character of the one meets every character of the other.</summary>
    public static string Searched(string whole, int length) =>
        length <= ShortPart || whole.Length * (long)length <= MostComparisons
            ? whole
            : throw QueryFaults.ValueTooLarge($"A text of {length} characters to be looked for in one of {whole.Length}");

    public static Value Joined(string left, string right) =>
        left.Length + (long)right.Length <= Longest
            ? Value.Of(left + right)
            : throw QueryFaults.ValueTooLarge($"A text of {left.Length + (long)right.Length} characters");
}
