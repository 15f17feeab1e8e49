using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Orrery.Import;

/// <summary>Which files a source reads: a relative path in which <c>{date}</c> stands for a day (2020-04-01) and <c>*</c> for anything but a slash.</summary>
internal sealed class FilePattern
{
    private readonly Regex _regex;

    public FilePattern(string text)
    {
        Text = text;
        var pattern = Regex
            .Escape(text)
            .Replace(@"\{date}", "(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        _regex = new($"^{pattern}$", RegexOptions.NonBacktracking);
    }

    public string Text { get; }

    public bool IsDated => Text.Contains("{date}", StringComparison.Ordinal);

    /// <summary>Whether the file is one of them, and its date where the pattern has one.</summary>
    public bool TryMatch(string relativePath, out LocalDate? date)
    {
        date = null;
        var match = _regex.Match(relativePath);
        if (!match.Success || !IsDated)
            return match.Success;
        var parsed = LocalDatePattern.Iso.Parse(match.Groups["date"].Value);
        date = parsed.Success ? parsed.Value : null;
        return parsed.Success;
    }
}
