using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Refusals of shaping the model.</summary>
public static class ShapeFaults
{
    /// <summary>A part without a word for it.</summary>
    public static Fault TitleMissing(int longest) =>
        new(
            FaultKind.Invalid,
            "shape.title-missing",
            "It needs a word that people call it by.",
            $"Write one, of at most {longest} characters."
        );

    /// <summary>Two parts of one sort with one title.</summary>
    public static Fault TitleTaken(string title, string by) =>
        new(
            FaultKind.Conflict,
            "shape.title-taken",
            $"'{title}' is what {by} is called already.",
            "Give it another word, or rename that one first."
        );

    /// <summary>A text that is longer than anybody reads.</summary>
    public static Fault TooLong(string what, int longest) =>
        new(FaultKind.Limit, "shape.too-long", $"The {what} is longer than {longest:#,0} characters.", "Say it in fewer words.");

    /// <summary>A name that stands for nothing.</summary>
    public static Fault NotOneOf(string what, string text, IEnumerable<string> known) =>
        new(
            FaultKind.Invalid,
            "shape.not-one-of",
            $"'{text}' is not a {what}.",
            $"Choose one of {string.Join(", ", known.Take(30))}."
        );

    /// <summary>A kind below itself.</summary>
    public static Fault OwnAncestor(string kind, string parent) =>
        new(
            FaultKind.Conflict,
            "shape.own-ancestor",
            $"'{parent}' is itself a sort of '{kind}': it cannot stand above it.",
            "Choose another, or move that one first."
        );

    /// <summary>A home that is not that of what it is a sort of.</summary>
    public static Fault HomeOfParent(string home, string parent, string theirs) =>
        new(
            FaultKind.Conflict,
            "shape.home-of-parent",
            $"It is a sort of '{parent}', which is at home in '{theirs}', not in '{home}'.",
            "Leave its home to that, let it matter to the other as well, or make it a sort of something there."
        );

    /// <summary>Moving a kind takes away what its things say.</summary>
    public static Fault WouldLose(string kind, IEnumerable<string> what) =>
        new(
            FaultKind.Conflict,
            "shape.would-lose",
            $"Moved there, '{kind}' would no longer have what its things say now: {string.Join(", ", what.Take(12))}.",
            "Add these to it first, or move it under something that has them."
        );

    /// <summary>What is there would break the new rule.</summary>
    public static Fault InTheWay(string rule, int count) =>
        new(
            FaultKind.Conflict,
            "shape.in-the-way",
            count == 1 ? $"One relation would break this: {rule}." : $"{count:#,0} relations would break this: {rule}.",
            "End them first, or leave the rule as it is."
        );

    /// <summary>A closed choice without choices.</summary>
    public static Fault NoOptions() =>
        new(FaultKind.Invalid, "shape.no-options", "There is nothing to choose from.", "Write what can be chosen, one a line.");

    /// <summary>More choices than anybody chooses from.</summary>
    public static Fault TooManyOptions(int most) =>
        new(
            FaultKind.Limit,
            "shape.too-many-options",
            $"A field offers at most {most:#,0} choices.",
            "Make them a kind of thing, and relate to it."
        );

    /// <summary>Things say what a lifecycle has no state for.</summary>
    public static Fault OtherStates(int count, string field, string lifecycle, IEnumerable<string> states) =>
        new(
            FaultKind.Conflict,
            "shape.other-states",
            $"{(count == 1 ? "One thing" : $"{count:#,0} things")} of this kind say something in '{field}' that is no state of '{lifecycle}'.",
            $"Its states are {string.Join(", ", states)}: give them one of these first, or choose another lifecycle."
        );

    /// <summary>A choice that is taken away is in use.</summary>
    public static Fault OptionInUse(string option, int count) =>
        new(
            FaultKind.Conflict,
            "shape.option-in-use",
            $"'{option}' is chosen {(count == 1 ? "once" : $"{count:#,0} times")}.",
            "Keep it, or change what the field holds: there you see what becomes of each value."
        );

    /// <summary>A least or a most that is no number.</summary>
    public static Fault NotANumber(string text) =>
        new(
            FaultKind.Invalid,
            "shape.not-a-number",
            $"'{text}' is no number.",
            "Write one, such as 5 or 0.5; leave it empty for no end."
        );

    /// <summary>A length of time that is no number of days.</summary>
    public static Fault NoDays(string text) =>
        new(
            FaultKind.Invalid,
            "shape.no-days",
            $"'{text}' is no number of days.",
            "Write a whole number, such as 90; leave it empty where it does not matter."
        );

    /// <summary>A way of asking that does not go with what the field holds.</summary>
    public static Fault BadAsking(string why) =>
        new(
            FaultKind.Invalid,
            "shape.asking",
            $"That does not go together: {why}.",
            "Leave it empty, or change what the field holds first."
        );

    /// <summary>Values that are there lie beyond a new range.</summary>
    public static Fault BeyondRange(int count, string range) =>
        new(
            FaultKind.Conflict,
            "shape.beyond-range",
            count == 1 ? $"One value does not lie in a range {range}." : $"{count:#,0} values do not lie in a range {range}.",
            "Correct them first, or take a wider range."
        );

    /// <summary>Observations stay observations.</summary>
    public static Fault SeriesStays(string field) =>
        new(
            FaultKind.Conflict,
            "shape.series-stays",
            $"'{field}' and observations over time do not turn into one another.",
            "Add another field, and hide this one."
        );

    /// <summary>A migration that leaves values nowhere to go.</summary>
    public static Fault Misfits(string field, int count) =>
        new(
            FaultKind.Conflict,
            "shape.misfits",
            $"{(count == 1 ? "One value" : $"{count:#,0} values")} of '{field}' cannot be turned into that.",
            "Keep them as text in a field of their own, or leave them out: say which."
        );

    /// <summary>What was looked at is not what would happen now.</summary>
    public static Fault Changed() =>
        new(
            FaultKind.Conflict,
            "shape.changed-meanwhile",
            "Somebody changed the same things since you looked: something else would happen now.",
            "Look at it again, and do it then."
        );

    /// <summary>A part that something uses.</summary>
    public static Fault InUse(string title, IEnumerable<string> uses) =>
        new(
            FaultKind.Conflict,
            "shape.in-use",
            $"'{title}' is in use: {string.Join(", ", uses)}.",
            "Hide it, so that nobody is offered it any more, or merge it into another."
        );

    /// <summary>Kinds that cannot become one.</summary>
    public static Fault CannotMerge(string from, string into, string why) =>
        new(
            FaultKind.Conflict,
            "shape.cannot-merge",
            $"'{from}' cannot be merged into '{into}': {why}.",
            "Choose another, or change that first."
        );

    /// <summary>No such part of the model.</summary>
    public static Fault UnknownField(string kind, string field, IEnumerable<string> known) =>
        new(
            FaultKind.NotFound,
            "shape.field-unknown",
            $"'{kind}' has no field '{field}'.",
            $"It has {string.Join(", ", known.Take(40))}."
        );
}
