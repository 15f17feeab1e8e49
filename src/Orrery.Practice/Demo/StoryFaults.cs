using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Refusals of what a story says.</summary>
internal static class StoryFaults
{
    public static Fault BadTime(Place place, string text) =>
        Invalid(
            "story.time",
            $"{place}: '{text}' is not a time.",
            "Write it as '6 weeks ago', 'tuesday 30 weeks ago', 'in 3 months' or '2 weeks later'."
        );

    public static Fault Future(Place place) =>
        Invalid(
            "story.future",
            $"{place}: this would be written down in the future.",
            "Say it before today, and date what it says with 'since'."
        );

    public static Fault UnknownKind(Place place, string kind) =>
        Invalid(
            "story.unknown-kind",
            $"{place}: the packs have no kind '{kind}' that things can be of.",
            "Use a kind of the story's packs that is not abstract."
        );

    public static Fault UnknownWord(Place place, string owner, string word) =>
        Invalid(
            "story.unknown-field",
            $"{place}: {owner} has no field or relation '{word}'.",
            "Use a field of its kind, a relation type, or the inverse of one."
        );

    public static Fault UnknownThing(Place place, string reference) =>
        Invalid(
            "story.unknown-thing",
            $"{place}: nothing is called '{reference}' by then.",
            "Correct the ref, or tell of it earlier."
        );

    public static Fault Twice(Place place, string reference) =>
        Invalid("story.twice", $"{place}: '{reference}' is already there.", "Give it another key, or use 'say' to change it.");

    public static Fault NotASentence(Place place, string text) =>
        Invalid("story.sentence", $"{place}: '{text}' is not a relation.", "Write 'kind:key relation-type kind:key'.");

    public static Fault WrongEnd(Place place, string sentence, string end) =>
        Invalid(
            "story.wrong-end",
            $"{place}: '{sentence}' cannot have {end} there.",
            "See 'from' and 'to' of the relation type."
        );

    public static Fault Unnamed(Place place, string by) =>
        Invalid(
            "story.unknown-person",
            $"{place}: nobody is called '{by}'.",
            "Use the key of a person of the story, or a full name."
        );

    private static Fault Invalid(string code, string message, string remedy) => new(FaultKind.Invalid, code, message, remedy);
}
