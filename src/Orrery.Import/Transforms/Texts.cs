using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Orrery.Import;

/// <summary>Transforms from text to text.</summary>
internal static partial class Texts
{
    /// <summary>Lower-case letters and digits of any script with single dashes between: the same for spellings that differ in case and punctuation.</summary>
    public static Transformed Slug(string text)
    {
        var slug = SlugOf(text);
        return slug.Length == 0 ? new Transformed.Rejected("holds no letter or digit") : Transformed.Of(slug);
    }

    /// <summary>The slug, empty when nothing is left.</summary>
    public static string SlugOf(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                slug.Append(Rune.ToLowerInvariant(rune));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>Without links: <c>[text](address)</c> becomes its text, a link in brackets of its own goes.</summary>
    public static Transformed Plain(string text)
    {
        var shown = WithoutLinks(text);
        var plain = Spaces().Replace(shown, " ").Trim();
        return plain.Length == 0
            ? Transformed.Nothing
            : Transformed.Of(plain, shown.Length == text.Length ? null : "a link was left out");
    }

    /// <summary>The text with links replaced by what they show; those in brackets of their own go.</summary>
    public static string WithoutLinks(string text) => Link().Replace(BracketedLink().Replace(text, ""), "${text}");

    /// <summary>Text for reading: line ends made alike, white space at its ends dropped.</summary>
    public static Transformed Markdown(string text)
    {
        var tidy = text.ReplaceLineEndings("\n").Trim();
        return tidy.Length == 0 ? Transformed.Nothing : Transformed.Of(tidy);
    }

    /// <summary>An absolute http, https or mailto address.</summary>
    public static Transformed Url(string text)
    {
        var trimmed = text.Trim();
        return Uri.TryCreate(trimmed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto"
            ? Transformed.Of(trimmed)
            : new Transformed.Rejected("is no http, https or mailto address");
    }

    /// <summary>The text with half characters replaced, so that it can be normalised.</summary>
    private static string Whole(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? string.Concat(text.EnumerateRunes().Select(r => r.ToString()))
            : text;

    [GeneratedRegex(@"\s*\(\s*\[[^\]]*\]\([^)]*\)\s*\)", RegexOptions.NonBacktracking)]
    private static partial Regex BracketedLink();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
