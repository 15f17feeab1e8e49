using System.Text.RegularExpressions;

namespace Orrery.Import;

/// <summary>What a person goes by in another system: lower case, without the @.</summary>
internal static partial class Handles
{
    public static Transformed Read(string text)
    {
        var trimmed = text.Trim();
        var bare = trimmed.Trim('"', '\'', '“', '”', '‘', '’', ' ');
        if (Placeholder().IsMatch(bare))
            return new Transformed.Placeholder("names nobody");
        if (Email().IsMatch(bare) || bare.Contains("(email removed)", StringComparison.Ordinal))
            return new Transformed.Rejected("is an e-mail address, no handle");
        if (Alone().Match(bare) is { Success: true } alone)
            return Transformed.Of(Normal(alone), IsPlain(trimmed) ? null : $"read as {Normal(alone)}");
        return Leading().Match(bare) is { Success: true } leading
            ? Transformed.Of(Normal(leading), $"read as {Normal(leading)}")
            : new Transformed.Rejected("is no handle");
    }

    private static string Normal(Match match) => match.Groups["name"].Value.ToLowerInvariant();

    private static bool IsPlain(string trimmed) =>
        trimmed.Length > 0 && (trimmed[0] == '@' || char.IsAsciiLetterOrDigit(trimmed[0])) && trimmed[^1] != '@';

    [GeneratedRegex(
        @"^@?(?:|-+|\?+|none|nobody|null|unknown|n\.?/?a\.?\??|(?:tbd|todo)(?:\W.*)?)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"^@?(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?)@?$", RegexOptions.NonBacktracking)]
    private static partial Regex Alone();

    /// <summary>One handle, then words about it that name nobody else.</summary>
    [GeneratedRegex(@"^@(?<name>[A-Za-z0-9][A-Za-z0-9-]{0,62})\s[^@]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Leading();
}
