using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Refusals of words and of who says them.</summary>
public static class WordFaults
{
    /// <summary>A word of no length, or of more than anybody reads.</summary>
    public static Fault Missing(int most) =>
        new(FaultKind.Invalid, "word.missing", $"A word has 1 to {most} characters.", "Write what they say for one of it.");

    /// <summary>A line that names no form.</summary>
    public static Fault FormUnclear(string line) =>
        new(
            FaultKind.Invalid,
            "word.form",
            $"'{line}' does not say which form it is, or is longer than a word may be.",
            "Write its name and a colon before it, such as few: bets; one a line."
        );

    /// <summary>A word that nobody says.</summary>
    public static Fault CommunityMissing() =>
        new(FaultKind.Invalid, "word.no-community", "Nobody is named who says it.", "Name a team, a department or a profession.");

    /// <summary>A language that nobody could name so.</summary>
    public static Fault NoLanguage(string text) =>
        new(
            FaultKind.Invalid,
            "word.no-language",
            $"'{text}' does not name a language.",
            "Write it as browsers do: de, de-CH, ar, pt-BR."
        );

    /// <summary>A community that would fall back on itself.</summary>
    public static Fault OwnPart(string community, string parent) =>
        new(
            FaultKind.Conflict,
            "word.own-part",
            $"'{parent}' is itself a part of '{community}': it cannot contain it.",
            "Choose another, or none."
        );

    /// <summary>More than anybody reads.</summary>
    public static Fault TooLong(string what, int most) =>
        new(FaultKind.Invalid, "word.too-long", $"The {what} of a word has at most {most:#,0} characters.", "Say it shorter.");

    /// <summary>A word that a community has for that already.</summary>
    public static Fault SaidAlready(string community, string of, string term) =>
        new(
            FaultKind.Conflict,
            "word.said-already",
            $"'{community}' say '{term}' for {of} already.",
            "Change that word, or write another."
        );

    /// <summary>There is no such word.</summary>
    public static Fault NotSaid(string community, string of, string term) =>
        new(
            FaultKind.NotFound,
            "word.not-said",
            $"'{community}' does not say '{term}' for {of}.",
            "List what they say: orrery words list."
        );
}
