using System.Collections.Immutable;
using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>What the commands that add and change relation types ask about them.</summary>
internal static class ModelRelationTexts
{
    private const string Yes = "yes";
    private const string No = "no";

    private static readonly ImmutableArray<(string Option, string Part, string Says)> Texts =
    [
        ("--inverse", PartText.Inverse, "How it reads from its end to its start."),
        ("--description", PartText.Description, "What it means."),
    ];

    private static readonly ImmutableArray<(string Option, string Part, string Says)> Ends =
    [
        ("--from", PartText.From, "A kind it may start at, with all below it; once for each, empty for anything."),
        ("--to", PartText.To, "A kind it may end at, with all below it; once for each, empty for anything."),
    ];

    private static readonly ImmutableArray<(string Option, string Part, string Says)> Flags =
    [
        ("--acyclic", PartText.Acyclic, "Nothing leads back to itself along it."),
        ("--symmetric", PartText.Symmetric, "It holds both ways."),
        ("--causal", PartText.Causal, "It tells what moves what, with sign, delay and strength."),
        ("--structural", PartText.Structural, "It is part of how things are built up, not only a link."),
        ("--takes-bets", PartText.TakesBets, "A bet may sit on it."),
    ];

    public static void AddOptions(Command command)
    {
        foreach (var (option, _, says) in Texts)
            command.Options.Add(new Option<string?>(option) { Description = says, HelpName = "TEXT" });
        foreach (var (option, _, says) in Ends)
            command.Options.Add(new Option<string[]>(option) { Description = says, HelpName = "KIND" });
        command.Options.Add(
            new Option<string?>("--count")
            {
                Description = "How many there may be at a time.",
                HelpName = string.Join('|', PartText.Counts),
            }.AcceptOnlyFromAmong([.. PartText.Counts])
        );
        foreach (var (option, _, says) in Flags)
            command.Options.Add(
                new Option<string?>(option) { Description = says, HelpName = $"{Yes}|{No}" }.AcceptOnlyFromAmong(Yes, No)
            );
        ModelFieldTexts.AddCommonOptions(command);
    }

    /// <summary>What was said, by the names of <see cref="PartText"/>.</summary>
    public static ImmutableSortedDictionary<string, string> Of(Call call) =>
        Texts
            .Select(one => (one.Part, Text: call.Get<string?>(one.Option)))
            .Concat(
                Ends.Select(end =>
                    (end.Part, Text: call.Get<string[]>(end.Option) is { Length: > 0 } all ? string.Join('\n', all) : null)
                )
            )
            .Append((Part: PartText.Count, Text: call.Get<string?>("--count")))
            .Concat(
                Flags.Select(flag =>
                    (
                        flag.Part,
                        Text: call.Get<string?>(flag.Option) is { } said
                            ? said == Yes
                                ? Yes
                                : ""
                            : null
                    )
                )
            )
            .Where(said => said.Text is not null)
            .ToImmutableSortedDictionary(said => said.Part, said => said.Text!, StringComparer.Ordinal);
}
