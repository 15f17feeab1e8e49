namespace Orrery.Server;

/// <summary>Which form of a noun stands behind a whole number, by the rules of the Unicode CLDR (Language Plural Rules, cardinal, integers).</summary>
/// <remarks>.NET has no such rules. A language that is not here has one form for one and another for all else.</remarks>
public static class PluralForms
{
    /// <summary>Mostly of a single thing.</summary>
    public const string One = "one";

    /// <summary>What all languages have.</summary>
    public const string Other = "other";

    /// <summary>The names that words may give forms under.</summary>
    public static readonly string[] Names = ["zero", One, "two", "few", "many", Other];

    /// <summary>The name of the form.</summary>
    /// <param name="locale">The language as browsers name it (<c>de-CH</c>); null where nobody says so.</param>
    /// <param name="count">How many.</param>
    public static string Of(string? locale, long count)
    {
        var (ten, hundred) = (count % 10, count % 100);
        return locale?.Split('-', '_')[0].ToLowerInvariant() switch
        {
            "ja" or "zh" or "ko" or "vi" or "th" or "id" or "ms" or "lo" or "km" or "my" => Other,
            "fr" or "pt" or "hi" or "bn" or "fa" or "hy" or "am" or "zu" => count is 0 or 1 ? One : Other,
            "ru" or "uk" or "be" => ten == 1 && hundred != 11 ? One
            : IsFew(ten, hundred) ? "few"
            : "many",
            "hr" or "sr" or "bs" => ten == 1 && hundred != 11 ? One
            : IsFew(ten, hundred) ? "few"
            : Other,
            "pl" => count == 1 ? One
            : IsFew(ten, hundred) ? "few"
            : "many",
            "cs" or "sk" => count == 1 ? One
            : count is >= 2 and <= 4 ? "few"
            : Other,
            "sl" => hundred == 1 ? One
            : hundred == 2 ? "two"
            : hundred is 3 or 4 ? "few"
            : Other,
            "lt" => hundred is >= 11 and <= 19 || ten == 0 ? Other
            : ten == 1 ? One
            : "few",
            "lv" => ten == 0 || hundred is >= 11 and <= 19 ? "zero"
            : ten == 1 ? One
            : Other,
            "ro" => count == 1 ? One
            : count == 0 || hundred is >= 1 and <= 19 ? "few"
            : Other,
            "ar" => count switch
            {
                0 => "zero",
                1 => One,
                2 => "two",
                _ => hundred is >= 3 and <= 10 ? "few"
                : hundred >= 11 ? "many"
                : Other,
            },
            "he" => count == 1 ? One
            : count == 2 ? "two"
            : Other,
            "ga" => count == 1 ? One
            : count == 2 ? "two"
            : count is >= 3 and <= 6 ? "few"
            : count is >= 7 and <= 10 ? "many"
            : Other,
            "cy" => count switch
            {
                0 => "zero",
                1 => One,
                2 => "two",
                3 => "few",
                6 => "many",
                _ => Other,
            },
            "is" => ten == 1 && hundred != 11 ? One : Other,
            _ => count == 1 ? One : Other,
        };
    }

    private static bool IsFew(long ten, long hundred) => ten is >= 2 and <= 4 && hundred is not (>= 12 and <= 14);
}
