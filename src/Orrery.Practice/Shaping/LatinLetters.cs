using System.Collections.Frozen;

namespace Orrery.Practice;

/// <summary>Latin letters without their marks. A table: programs without the world's collations cannot take letters apart.</summary>
internal static class LatinLetters
{
    private static readonly FrozenDictionary<char, string> Plain = new (string Marked, string Plain)[]
    {
        ("àáâãäåāăą", "a"),
        ("çćĉċč", "c"),
        ("ďđð", "d"),
        ("èéêëēĕėęě", "e"),
        ("ĝğġģ", "g"),
        ("ĥħ", "h"),
        ("ìíîïĩīĭįı", "i"),
        ("ĵ", "j"),
        ("ķ", "k"),
        ("ĺļľŀł", "l"),
        ("ñńņň", "n"),
        ("òóôõöøōŏő", "o"),
        ("ŕŗř", "r"),
        ("śŝşšș", "s"),
        ("ţťŧț", "t"),
        ("ùúûüũūŭůűų", "u"),
        ("ŵ", "w"),
        ("ýÿŷ", "y"),
        ("źżž", "z"),
        ("ß", "ss"),
        ("æ", "ae"),
        ("œ", "oe"),
        ("þ", "th"),
    }
        .SelectMany(letters => letters.Marked.Select(marked => KeyValuePair.Create(marked, letters.Plain)))
        .ToFrozenDictionary();

    /// <summary>A lower-case letter without its marks; null for what is no marked Latin letter.</summary>
    public static string? Find(char letter) => Plain.GetValueOrDefault(letter);
}
