using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What a relation says that tells what moves what: which way, how late and how strongly. Forms draw it as an arrow.</summary>
internal static class CausalFields
{
    private static readonly ImmutableArray<(string Symbol, ImmutableSortedDictionary<string, string> Said)> All =
    [
        ("sign", Says("Sign", FieldKind.Enum, (PartText.Options, "+: more leads to more\n-: more leads to less\n?: not known"))),
        ("delay", Says("Delay", FieldKind.Enum, (PartText.Options, "none\nweeks\nmonths\nquarters\nyears"))),
        (
            "strength",
            Says(
                "Strength",
                FieldKind.Number,
                (PartText.Min, "0"),
                (PartText.Max, "3"),
                (PartText.Description, "0 none known, 3 strong.")
            )
        ),
    ];

    /// <summary>The fields that are not there yet.</summary>
    /// <param name="type">The relation type.</param>
    /// <param name="has">Whether it has a field.</param>
    /// <param name="after">Where they stand: after this place.</param>
    public static IEnumerable<GraphCommand> Missing(FieldOwner type, Func<string, bool> has, long after) =>
        All.Where(field => !has(field.Symbol))
            .SelectMany(
                (field, place) =>
                    FieldShaping.Commands(
                        type,
                        field.Symbol,
                        field.Said,
                        Options(field.Said.GetValueOrDefault(PartText.Options, "")),
                        after + 1 + place
                    )
            );

    // Signs are no symbols: each line says what is stored and what is shown.
    private static ImmutableArray<FieldOption> Options(string lines) =>
        [
            .. PartText
                .Lines(lines)
                .Select(line => line.Split(": ", 2))
                .Select(option => new FieldOption(option[0], option.Length > 1 ? option[1] : PackReader.Humane(option[0]))),
        ];

    private static ImmutableSortedDictionary<string, string> Says(
        string title,
        FieldKind kind,
        params ReadOnlySpan<(string Name, string Text)> more
    )
    {
        var said = PartChange.NoTexts.SetItem(PartText.Title, title).SetItem(PartText.Holds, FieldKinds.Name(kind));
        foreach (var (name, text) in more)
            said = said.SetItem(name, text);
        return said;
    }
}
