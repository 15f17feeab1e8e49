using System.Text.RegularExpressions;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Days of the week in a text, in the order written: <c>Monday and Wednesday</c>, <c>third Monday</c>, <c>Thursdays (starting ...)</c>.</summary>
internal static partial class Weekdays
{
    /// <summary>A pattern for the name of one weekday.</summary>
    public const string Name = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?";

    public static Transformed Read(string text)
    {
        if (IsPlaceholder(text.Trim()))
            return new Transformed.Placeholder("says that there is nothing");
        var outside = Brackets().Replace(text, " ");
        var days = Day().Matches(outside).Select(m => m.Value.ToLowerInvariant().TrimEnd('s')).Distinct().ToList();
        return days.Count == 0
            ? new Transformed.Rejected("names no day of the week")
            : Transformed.Of(Value.Of(days.Select(d => Value.Of(d))));
    }

    /// <summary>Whether a text only says that nobody knows yet.</summary>
    public static bool IsPlaceholder(string text) =>
        text.ToLowerInvariant() is "tbd" or "todo" or "n/a" or "tba" or "none" or "?" or "-";

    [GeneratedRegex(@"\b" + Name + @"\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();
}
