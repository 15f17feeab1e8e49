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

    /// <summary>There is no such word to take away.</summary>
    public static Fault NotSaid(string community, string of, string term) =>
        new(
            FaultKind.NotFound,
            "word.not-said",
            $"'{community}' does not say '{term}' for {of}.",
            "List what they say: orrery words list."
        );
}
