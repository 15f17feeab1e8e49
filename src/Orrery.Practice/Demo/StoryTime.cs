using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Orrery.Practice;

/// <summary>Days of a story, counted from its today (0, a Thursday): -7 is a week ago. Written as people say it.</summary>
/// <remarks>A story is compiled as if its today were 1 January 1970, itself a Thursday, and moved by whole weeks when it is played: weekdays stay what they were written as.</remarks>
internal static partial class StoryTime
{
    private static readonly LocalDate Today = new(1970, 1, 1);

    /// <summary>The day of the calendar, before the story is moved.</summary>
    public static LocalDate Date(int day) => Today.PlusDays(day);

    /// <summary>The first instant of the day, before the story is moved.</summary>
    public static Instant Start(int day) => Date(day).AtMidnight().InUtc().ToInstant();

    /// <summary>Reads "today", "6 weeks ago", "tuesday 30 weeks ago", "in 3 months"; and, counted from <paramref name="scene"/>, "2 weeks later", "1 month earlier".</summary>
    public static bool TryRead(string text, int scene, out int day)
    {
        day = 0;
        if (text == "today")
            return true;
        if (Pattern().Match(text) is not { Success: true } match)
            return false;
        var length = Length(int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture), match.Groups["unit"].Value);
        day = match.Groups["to"].Value switch
        {
            "ago" => -length,
            "later" => scene + length,
            "earlier" => scene - length,
            _ => length,
        };
        if (match.Groups["to"].Success == match.Groups["in"].Success)
            return false;
        if (match.Groups["weekday"] is { Success: true, Value: var weekday })
            day = Monday(day) + (int)Enum.Parse<IsoDayOfWeek>(weekday, ignoreCase: true) - 1;
        return true;
    }

    /// <summary>The day itself, or the Friday before when nobody is at work.</summary>
    public static int Workday(int day) =>
        Date(day).DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => day - 1,
            IsoDayOfWeek.Sunday => day - 2,
            _ => day,
        };

    private static int Monday(int day) => day - (int)Date(day).DayOfWeek + 1;

    private static int Length(int count, string unit) =>
        unit[0] switch
        {
            'd' => count,
            'w' => count * 7,
            'm' => (int)Math.Round(count * 30.4375),
            _ => (int)Math.Round(count * 365.25),
        };

    [GeneratedRegex(
        "^((?<weekday>monday|tuesday|wednesday|thursday|friday) )?(?<in>in )?(?<n>[0-9]{1,4}) (?<unit>day|week|month|year)s?( (?<to>ago|later|earlier))?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
