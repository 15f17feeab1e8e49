using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Orrery.Graph;

/// <summary>The address people type for one entity: <c>kind:key</c>, e.g. <c>bet:faster-onboarding</c>. It may change; the <see cref="Id"/> does not.</summary>
public sealed record EntityRef
{
    /// <summary>Longest key that is accepted, in characters.</summary>
    public const int LongestKey = 200;

    private EntityRef(string kind, string key) => (Kind, Key) = (kind, key);

    /// <summary>The kind's symbol, e.g. <c>bet</c>.</summary>
    public string Kind { get; }

    /// <summary>What tells this entity from others of its kind; no spaces, no slashes, at most <see cref="LongestKey"/> characters.</summary>
    public string Key { get; }

    /// <summary>The ref of these two parts.</summary>
    /// <exception cref="FormatException">A part is empty, too long, or holds white space, a slash, <c>?</c> or <c>#</c>.</exception>
    public static EntityRef Of(string kind, string key) =>
        TryParse($"{kind}:{key}", out var entity)
            ? entity
            : throw new FormatException($"'{kind}:{key}' is not a ref (kind:key).");

    /// <summary>Reads <c>kind:key</c>; the key may itself hold colons.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EntityRef? entity)
    {
        entity =
            text?.Split(':', 2) is [{ Length: > 0 } kind, { Length: > 0 and <= LongestKey } key] && IsClean(kind) && IsClean(key)
                ? new(kind, key)
                : null;
        return entity is not null;
    }

    /// <summary>The key that suits a title: lower case, letters and digits of any script, single dashes; empty when nothing is left.</summary>
    public static string KeyFor(string title)
    {
        var key = new StringBuilder(title.Length);
        // Half a surrogate pair cannot be normalised; as bytes and back it is a replacement mark, which no key holds.
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(title));
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                key.Append(Rune.ToLowerInvariant(rune));
            else if (key.Length > 0 && key[^1] != '-')
                key.Append('-');
            if (key.Length >= 80)
                break;
        }

        return key.ToString().Trim('-');
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => $"{Kind}:{Key}";

    private static bool IsClean(string part) =>
        !part.AsSpan().ContainsAny(Forbidden) && !part.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create("/\\?#%");
}
