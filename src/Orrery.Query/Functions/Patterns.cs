using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Orrery.Query;

/// <summary>Regular expressions that were read before. Without backtracking, so that no pattern can take more than linear time.</summary>
internal static class Patterns
{
    private const int MostKept = 256;
    private const int LongestPattern = 2_000;
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(2);
    private static readonly ConcurrentDictionary<string, Regex> Kept = new(StringComparer.Ordinal);

    private static Regex Of(string pattern)
    {
        if (Kept.TryGetValue(pattern, out var known))
            return known;
        if (Kept.Count >= MostKept)
            Kept.Clear();
        return Kept[pattern] = Read(pattern);
    }

    /// <summary>Whether a whole text is as a pattern says.</summary>
    public static bool Fits(string text, string pattern)
    {
        try
        {
            return Of(pattern).IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw QueryFaults.TimeLimit(LongestMatch);
        }
    }

    private static Regex Read(string pattern)
    {
        if (pattern.Length > LongestPattern)
            throw QueryFaults.PatternMalformed(pattern, $"it is longer than {LongestPattern} characters.");
        try
        {
            return new($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (ArgumentException reason)
        {
            throw QueryFaults.PatternMalformed(pattern, reason.Message);
        }
        catch (NotSupportedException)
        {
            throw QueryFaults.PatternMalformed(pattern, "it looks back or around.");
        }
    }
}
