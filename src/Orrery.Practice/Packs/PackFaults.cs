using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Refusals of what a pack says.</summary>
internal static class PackFaults
{
    public static Fault BadSymbol(Place place, string symbol) =>
        Invalid(
            "pack.symbol",
            $"{place}: '{symbol}' is not a symbol.",
            "Use lower-case letters and digits with single dashes between, e.g. work-item."
        );

    public static Fault Banned(Place place, string view, BannedComputation banned) =>
        Invalid(
            "pack.banned",
            $"{place}: the view '{view}' would show what is not worked out ({banned.Name}). {banned.Refuses} {banned.Because}",
            banned.Instead
        );

    public static Fault BadVersion(Place place, string version) =>
        Invalid("pack.version", $"{place}: '{version}' is not a version.", "Write three numbers, e.g. 1.0.0.");

    public static Fault NotOneOf(Place place, string what, string found, IEnumerable<string> allowed) =>
        Invalid("pack.not-one-of", $"{place}: '{found}' is not a {what}.", $"Use one of {string.Join(", ", allowed)}.");

    public static Fault BadDate(Place place, string text) =>
        Invalid("pack.date", $"{place}: '{text}' is not a day.", "Write it as 2027-06-30.");

    public static Fault NoOptions(Place place, string field) =>
        Invalid(
            "pack.options",
            $"{place}: the field '{field}' is a choice without options.",
            "Add 'options: [one, two]', or name an enumeration."
        );

    public static Fault UnknownPack(Place place, string pack) =>
        Invalid("pack.unknown", $"{place}: no pack is called '{pack}'.", "Install it first, or take it out of 'needs'.");

    public static Fault Unknown(Place place, string what, string symbol) =>
        Invalid(
            "pack.unknown-symbol",
            $"{place}: no {what} is called '{symbol}'.",
            $"Define the {what} in this pack, or name the pack that does in 'needs'."
        );

    public static Fault Taken(Place place, string symbol, Place by) =>
        Invalid(
            "pack.taken",
            $"{place}: '{symbol}' is already defined at {by}.",
            "Choose another symbol, or remove one of the two."
        );

    public static Fault Differs(Place place, string symbol, Place by, string difference) =>
        Invalid(
            "pack.taken",
            $"{place}: '{symbol}' is already defined at {by}, in other words: {difference}.",
            "Let both say the same, or choose another symbol in one of the two."
        );

    public static Fault Cycle(Place place, string what, IEnumerable<string> path) =>
        Invalid("pack.cycle", $"{place}: {what} run in a circle: {string.Join(" > ", path)}.", "Take one of them out.");

    public static Fault Homeless(Place place, string kind) =>
        Invalid(
            "pack.no-category",
            $"{place}: the kind '{kind}' has no category, nor has any of its ancestors.",
            "Add 'is:' with a kind that has one, or 'category:'."
        );

    public static Fault NewerFormat(Place place, int format, int known) =>
        Invalid(
            "pack.format",
            $"{place}: this pack is written in form {format}; this Orrery reads up to {known}.",
            "Upgrade Orrery, or take an earlier version of the pack."
        );

    public static Fault BadText(Place place, string key, string what) =>
        Invalid(
            "pack.text",
            $"{place}: the text of '{key}' {what}.",
            "Write plain words; what needs more room belongs in a document."
        );

    public static Fault NoRoom(Place place, string symbol, string side) =>
        Invalid(
            "pack.narrows",
            $"{place}: '{symbol}' may {side} anything; naming kinds here would take that away.",
            $"Leave out '{(side == "start at" ? "from" : "to")}'."
        );

    public static Fault BadAsk(Place place, string why) =>
        Invalid(
            "pack.gate",
            $"{place}: {why}.",
            "Name one field of the kinds that go through this lifecycle, or one relation type."
        );

    public static Fault BadEditor(Place place, string why) =>
        Invalid(
            "pack.editor",
            $"{place}: {why}.",
            "Leave out 'editor', 'parts' or 'ends', or give the field the kind they are for."
        );

    public static Fault BadRange(Place place, string why) =>
        Invalid(
            "pack.range",
            $"{place}: {why}.",
            "Leave out 'min' and 'max', or put them in order on a field that holds numbers."
        );

    public static Fault BadStates(Place place, string kind, string lifecycle, string why) =>
        Invalid(
            "pack.states",
            $"{place}: the kind '{kind}' goes through '{lifecycle}', but {why}.",
            "Give the field the enumeration that the lifecycle names, or take the lifecycle out."
        );

    public static Fault BadWord(Place place, string reference) =>
        Invalid(
            "pack.word",
            $"{place}: nothing in this pack or those it needs is called '{reference}'.",
            "Write kind:bet, field:bet.appetite, relation-type:drives, category:intent or view:bets-by-state."
        );

    private static Fault Invalid(string code, string message, string remedy) => new(FaultKind.Invalid, code, message, remedy);
}
