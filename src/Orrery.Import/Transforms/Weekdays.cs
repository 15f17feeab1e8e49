using System.Text.RegularExpressions;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Days of the week in a text, in the order written: <c>Monday and Wednesday</c>, <c>third Monday</c>, <c>Thursdays (starting ...)</c>.</summary>
internal static partial class Weekdays
{
    /// <summary>A pattern for the name of one weekday.</summary>
    public const string Name = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?";

    public static Transformed Read(string text) => Read(text, days => Transformed.Of(Value.Of(days.Select(d => Value.Of(d)))));

    /// <summary>The one day, or the first of several.</summary>
    public static Transformed ReadOne(string text) =>
        Read(text, days => Transformed.Of(days[0], days.Count > 1 ? $"the first of {string.Join(", ", days)}" : null));

    /// <summary>The days that stand outside brackets, each once.</summary>
    public static List<string> In(string text) =>
        [.. Day().Matches(Brackets().Replace(text, " ")).Select(m => m.Value.ToLowerInvariant().TrimEnd('s')).Distinct()];

    private static Transformed Read(string text, Func<List<string>, Transformed> of) =>
        IsPlaceholder(text.Trim()) ? new Transformed.Placeholder("says that there is nothing")
        : In(text) is { Count: > 0 } days ? of(days)
        : new Transformed.Rejected("names no day of the week");

    /// <summary>Whether a text only says that nobody knows yet.</summary>
    public static bool IsPlaceholder(string text) =>
        text.ToLowerInvariant() is "tbd" or "todo" or "n/a" or "tba" or "none" or "?" or "-";

    [GeneratedRegex(@"\b" + Name + @"\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();
}
