using System.Globalization;
using System.Text.RegularExpressions;

namespace Orrery.Import;

/// <summary>Times of day, to <c>09:30</c>: 9:30, 3PM, 9:00 AM.</summary>
internal static partial class Clocks
{
    public static Transformed Read(string text)
    {
        var trimmed = text.Trim();
        if (Weekdays.IsPlaceholder(trimmed))
            return new Transformed.Placeholder("says that there is nothing");
        if (Clock().Match(trimmed) is not { Success: true } match)
            return new Transformed.Rejected("is no time of day");
        var half = match.Groups["half"].Value.ToLowerInvariant();
        var rest = match.Groups["rest"].Value.Trim();
        if (half.Length == 0 && !match.Groups["minute"].Success)
            return new Transformed.Rejected("is no time of day");
        var (hour, minute) = (Number(match.Groups["hour"]), Number(match.Groups["minute"]));
        var note = rest.Length > 0 ? $"'{rest}' was left out" : null;
        return (half, hour, minute) switch
        {
            ("", 24, 0) => At(0, 0, "read as 00:00"),
            ("", <= 23, <= 59) => At(hour, minute, note),
            ("am" or "pm", >= 1 and <= 12, <= 59) => At((hour % 12) + (half == "pm" ? 12 : 0), minute, note),
            _ => new Transformed.Rejected("is no time of day"),
        };
    }

    private static Transformed At(int hour, int minute, string? note) => Transformed.Of($"{hour:00}:{minute:00}", note);

    private static int Number(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?<hour>[0-9]{1,2})(?:[:.](?<minute>[0-9]{2}))?(?::[0-9]{2})?\s*(?<half>am|pm)?(?<rest>\s*\(.*\))?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Clock();
}
