using System.Globalization;
using System.Text.RegularExpressions;

namespace Orrery.Practice;

/// <summary>What no text of a pack may hold, wherever it stands: packs come from strangers, and their words end up on every screen.</summary>
internal static partial class PackTexts
{
    private const int LongestName = 120;
    private const int LongestText = 4_000;
    private const int LongestQuery = 20_000;

    public static void Check(YamlMap map)
    {
        foreach (var (key, text, place) in map.EveryText())
        {
            if (Wrong(key, text) is { } what)
                map.Faults.Add(PackFaults.BadText(place, Shown(key), what));
        }
    }

    private static string? Wrong(string key, string text)
    {
        foreach (var c in text.Where(IsHidden))
            return string.Create(CultureInfo.InvariantCulture, $"holds a character that nobody sees (U+{(int)c:X4})");
        if (text.Length > LongestOf(key))
            return string.Create(CultureInfo.InvariantCulture, $"has {text.Length:N0} characters, more than {LongestOf(key):N0}");
        return key != "query" && Markup().IsMatch(text) ? "holds markup" : null;
    }

    private static int LongestOf(string key) =>
        key switch
        {
            "query" => LongestQuery,
            "title" or "plural" or "inverse" or "term" or "unit" or "audience" => LongestName,
            _ => LongestText,
        };

    // Control characters, and marks that turn the direction of what follows.
    private static bool IsHidden(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
        || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static string Shown(string key) => key.Length <= LongestName ? key : $"{key[..LongestName]}...";

    [GeneratedRegex("<[A-Za-z/!?]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();
}
