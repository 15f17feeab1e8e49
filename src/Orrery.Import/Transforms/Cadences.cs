using System.Text.RegularExpressions;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>How often something recurs, from the words people use: a record of <c>every</c>, <c>unit</c>, and where said <c>days</c>, <c>on</c>, <c>times</c>, <c>starts</c>, <c>note</c>.</summary>
/// <remarks><c>on</c> holds the places in the month that the day of the week takes: 1 the first, -1 the last. A text that names two rhythms is rejected.</remarks>
internal static partial class Cadences
{
    public static Transformed Read(string text)
    {
        var rest = text.ReplaceLineEndings(" ").Trim();
        if (rest.Split(';').All(part => Weekdays.IsPlaceholder(part.Trim())))
            return new Transformed.Placeholder("says that there is nothing");
        if (rest.Length > LongestText)
            return new Transformed.Rejected($"is longer than {LongestText} characters");
        var starts = Start(ref rest);
        var note = Cut(ref rest, Exception());
        var days = Weekdays.In(rest);
        var places = Places(ref rest);
        if (Rhythms(ref rest) is not { } rhythm)
            return new Transformed.Rejected("names two rhythms");
        if (rhythm.Every == 0 && places.Count == 0)
            return new Transformed.Rejected("names no rhythm");
        if (places.Count > 0 && rhythm.Every > 0 && rhythm.Unit != "month")
            return new Transformed.Rejected($"names a place in the month, yet recurs by the {rhythm.Unit}");
        var about = Texts.Plain($"{Leftover(Texts.WithoutLinks(rest))} {note}") is Transformed.Done { Value.AsText: { } words }
            ? words
            : "";
        return Transformed.Of(Record(rhythm.Every == 0 ? new(1, "month", 1) : rhythm, days, places, starts, about));
    }

    private const int LongestText = 500;

    private sealed record Rhythm(int Every, string Unit, int Times);

    private static Value.Map Record(Rhythm rhythm, List<string> days, List<long> places, LocalDate? starts, string note)
    {
        var record = Properties.None.ToBuilder();
        record["every"] = Value.Of((long)rhythm.Every);
        record["unit"] = Value.Of(rhythm.Unit);
        if (rhythm.Times > 1)
            record["times"] = Value.Of((long)rhythm.Times);
        if (days.Count > 0)
            record["days"] = Value.Of(days.Select(d => Value.Of(d)));
        if (places.Count > 0)
            record["on"] = Value.Of(places.Select(p => Value.Of(p)));
        if (starts is { } day)
            record["starts"] = Value.Of(day);
        if (note.Length > 0)
            record["note"] = Value.Of(note);
        return new(record.ToImmutable());
    }

    /// <summary>Takes <c>starting Thursday June 7, 2018</c> or <c>2019 start date: Jan. 11th</c> out of the text.</summary>
    private static LocalDate? Start(ref string text)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[Starting(), YearThenStart()])
        {
            if (pattern.Match(text) is { Success: true } match && Dates.Day(match.Groups) is { } day)
            {
                text = text.Remove(match.Index, match.Length);
                return day;
            }
        }

        return null;
    }

    private static string Cut(ref string text, Regex pattern)
    {
        if (pattern.Match(text) is not { Success: true } match)
            return "";
        text = text.Remove(match.Index, match.Length);
        return match.Groups["what"].Value.Trim();
    }

    /// <summary>Takes <c>second Monday</c>, <c>2nd and 4th Tuesday</c> out of the text.</summary>
    private static List<long> Places(ref string text)
    {
        SortedSet<long> places = [];
        foreach (Match match in PlaceInMonth().Matches(text))
        {
            foreach (var word in match.Groups.Cast<Group>().Skip(1).Where(g => g.Success))
                places.Add(Ordinal(word.Value));
        }

        text = PlaceInMonth().Replace(text, " ");
        return [.. places];
    }

    private static long Ordinal(string word) =>
        word.ToLowerInvariant() switch
        {
            "first" or "1st" => 1,
            "second" or "2nd" => 2,
            "third" or "3rd" => 3,
            "fourth" or "4th" => 4,
            "fifth" or "5th" => 5,
            _ => -1,
        };

    /// <summary>Takes the rhythm out of the text; <c>Every</c> is 0 when there is none, and null means two that differ.</summary>
    private static Rhythm? Rhythms(ref string text)
    {
        var found = RhythmWord().Matches(text).Select(m => Of(m)).Distinct().ToList();
        text = RhythmWord().Replace(text, " ");
        return found.Count switch
        {
            0 => new(0, "", 1),
            1 => found[0],
            _ => null,
        };
    }

    private static Rhythm Of(Match match)
    {
        var word = match.Groups.Cast<Group>().Skip(1).First(g => g.Success && g.Name.Length > 1);
        return word.Name switch
        {
            "daily" => new(1, "day", 1),
            "weekly" => new(1, "week", 1),
            "fortnightly" => new(2, "week", 1),
            "triweekly" => new(3, "week", 1),
            "quadweekly" => new(4, "week", 1),
            "semimonthly" => new(1, "month", 2),
            "monthly" => new(1, "month", 1),
            "bimonthly" => new(2, "month", 1),
            "quarterly" => new(3, "month", 1),
            "halfyearly" => new(6, "month", 1),
            _ => new(1, "year", 1),
        };
    }

    /// <summary>What no rule read of each part, less the words that join the others.</summary>
    private static string Leftover(string text) =>
        string.Join("; ", text.Split(';').Select(LeftoverOf).Where(rest => rest.Length > 0 && !Weekdays.IsPlaceholder(rest)));

    private static string LeftoverOf(string text) =>
        Joints().Replace(text, " ").Any(char.IsLetterOrDigit)
            ? Spaces().Replace(text, " ").Trim(' ', ',', '-', '/', '.', ':', '(', ')')
            : "";

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    private const string Nth = "first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th";

    private const string And = @"(?:\s*,\s*|\s+and\s+|\s*&\s*)";

    [GeneratedRegex(
        @"[(,]?\s*\bstart(?:ing|s)?(?:\s+(?:on|from|date:?))?:?\s+(?:"
            + Weekdays.Name
            + @",?\s+)?"
            + Dates.NamedMonth
            + @"\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<year>[0-9]{4})\)?",
        Loose
    )]
    private static partial Regex Starting();

    [GeneratedRegex(
        @"\b(?<year>[0-9]{4})\s+start\s+date:?\s+" + Dates.NamedMonth + @"\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?",
        Loose
    )]
    private static partial Regex YearThenStart();

    [GeneratedRegex(@"[-,]?\s*(?<what>\b(?:except|excluding|after)\b[^;]*)", Loose)]
    private static partial Regex Exception();

    [GeneratedRegex(
        @"\b(?<a>" + Nth + ")(?:" + And + "(?<b>" + Nth + "))?(?:" + And + "(?<c>" + Nth + @"))?\s+" + Weekdays.Name + @"\b",
        Loose
    )]
    private static partial Regex PlaceInMonth();

    [GeneratedRegex(
        @"\b(?:(?<fortnightly>bi-?weekly|fortnightly|alternate weeks|every (?:other|second|two) (?:weeks?|"
            + Weekdays.Name
            + @"))|(?<triweekly>tri-?weekly|every (?:third|three) weeks?)|(?<quadweekly>every (?:fourth|four) weeks?)"
            + @"|(?<semimonthly>semi-?monthly|twice (?:a|per) month)|(?<bimonthly>bi-?monthly|every (?:other|second|two) months?)"
            + @"|(?<quarterly>quarterly|every (?:quarter|three months))|(?<halfyearly>half-?yearly|semi-?annual(?:ly)?|every six months)"
            + @"|(?<monthly>monthly|(?:of|in) (?:the|each|every) month|(?:of|once a|every|each) month)|(?<weekly>weekly|(?:every|each|once a) week|every "
            + Weekdays.Name
            + @")|(?<daily>daily|every (?:working )?day)|(?<yearly>yearly|annual(?:ly)?|every year|once a year))\b",
        Loose
    )]
    private static partial Regex RhythmWord();

    [GeneratedRegex(@"\b(?:on|of|the|in|a|at|every|each|" + Weekdays.Name + @"|and)\b", Loose)]
    private static partial Regex Joints();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
