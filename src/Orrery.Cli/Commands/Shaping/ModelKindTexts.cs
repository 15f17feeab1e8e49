using System.Collections.Immutable;
using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>What the commands that add and change kinds ask about them.</summary>
internal static class ModelKindTexts
{
    private const string Is = "--is";

    private static readonly ImmutableArray<(string Option, string Part, string Says, string Help)> Single =
    [
        ("--plural", PartText.Plural, "What many of it are called.", "TEXT"),
        ("--description", PartText.Description, "What it is for.", "TEXT"),
        ("--category", PartText.Category, "Its home, where it is a sort of nothing else.", "CATEGORY"),
        ("--tier", PartText.Tier, "core: what day one shows; extended: what sleeps until needed; custom: made here.", "TIER"),
        (
            "--temporality",
            PartText.Temporality,
            "How its things stand to time: persistent, time-boxed, recurring, event; empty as what it is a sort of.",
            "WORD"
        ),
        (
            "--grounding",
            PartText.Grounding,
            "What status may be told of: anchor, container, summary, view-only; empty as what it is a sort of.",
            "WORD"
        ),
        (
            "--lifecycle",
            PartText.Lifecycle,
            "What its things go through: a lifecycle by its symbol, or none; empty as what it is a sort of.",
            "LIFECYCLE"
        ),
        (
            "--half-life",
            PartText.HalfLife,
            "After how many days half of the trust in it is gone; empty as what it is a sort of.",
            "DAYS"
        ),
        ("--review-every", PartText.ReviewEvery, "How many days may pass without a look; empty as what it is a sort of.", "DAYS"),
    ];

    public static void AddOptions(Command command)
    {
        command.Options.Add(
            new Option<string[]>(Is)
            {
                Description = "What it is a sort of; once for each, the one whose home it has first, empty for nothing.",
                HelpName = "KIND",
            }
        );
        foreach (var (option, _, says, help) in Single)
            command.Options.Add(new Option<string?>(option) { Description = says, HelpName = help });
        command.Options.Add(
            new Option<string[]>("--facet")
            {
                Description = "Another category that it matters to; once for each, empty for none.",
                HelpName = "CATEGORY",
            }
        );
        ModelFieldTexts.AddCommonOptions(command);
    }

    /// <summary>What was said, by the names of <see cref="PartText"/>.</summary>
    public static ImmutableSortedDictionary<string, string> Of(Call call)
    {
        var texts = Single
            .Select(one => (one.Part, Text: call.Get<string?>(one.Option)))
            .Append(
                (
                    Part: PartText.Facets,
                    Text: call.Get<string[]>("--facet") is { Length: > 0 } all ? string.Join('\n', all) : null
                )
            )
            .Where(said => said.Text is not null)
            .ToImmutableSortedDictionary(said => said.Part, said => said.Text!, StringComparer.Ordinal);
        return call.Get<string[]>(Is) is [var first, .. var others]
            ? texts.SetItem(PartText.Parent, first).SetItem(PartText.Also, string.Join('\n', others))
            : texts;
    }
}
