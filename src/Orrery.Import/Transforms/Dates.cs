using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Calendar days, in the ways people write them. A day whose month cannot be told from its day (1/2/2020) is rejected.</summary>
internal static partial class Dates
{
    public static Transformed Read(string text)
    {
        var trimmed = text.Trim();
        if (LocalDatePattern.Iso.Parse(trimmed) is { Success: true, Value: var plain })
            return Transformed.Of(Value.Of(plain));
        if (Pattern().IsMatch(trimmed))
            return new Transformed.Placeholder("is a pattern, no date");
        return Find(trimmed) is { } found && found.Length == trimmed.Length
            ? Transformed.Of(Value.Of(found.Day), $"read as {found.Day:uuuu-MM-dd}")
            : new Transformed.Rejected("is no date");
    }

    /// <summary>The first date in a text, with where it stands; null when there is none.</summary>
    public static (LocalDate Day, int Index, int Length)? Find(string text)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[YearFirst(), MonthNamed(), DayFirst()])
        {
            if (pattern.Match(text) is { Success: true } match && Day(match.Groups) is { } day)
                return (day, match.Index, match.Length);
        }

        return null;
    }

    /// <summary>The day of these parts, or null when the calendar has none.</summary>
    public static LocalDate? Day(GroupCollection parts)
    {
        var month = parts["named"] is { Success: true, Value: var name } ? MonthOf(name) : Number(parts["month"]);
        var (year, day) = (Number(parts["year"]), Number(parts["day"]));
        return
            year is >= 1 and <= 9999
            && month is >= 1 and <= 12
            && day >= 1
            && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
    }

    private static int Number(Group group) =>
        int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int MonthOf(string name) => 1 + Array.IndexOf(Months, name[..3].ToLowerInvariant());

    private static readonly string[] Months =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    public const string NamedMonth =
        @"(?<named>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    [GeneratedRegex("^y+[-/.]m+[-/.]d+$", Loose)]
    private static partial Regex Pattern();

    /// <summary>2020-5-01, 2020/05/01, 2020-05-01T10:00:00Z</summary>
    [GeneratedRegex(
        @"\b(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?",
        Loose
    )]
    private static partial Regex YearFirst();

    /// <summary>June 7, 2018; Feb 27th 2024</summary>
    [GeneratedRegex(NamedMonth + @"\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<year>[0-9]{4})\b", Loose)]
    private static partial Regex MonthNamed();

    /// <summary>7 June 2018</summary>
    [GeneratedRegex(@"\b(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + NamedMonth + @"\.?,?\s+(?<year>[0-9]{4})\b", Loose)]
    private static partial Regex DayFirst();
}
