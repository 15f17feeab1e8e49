using System.Collections.Immutable;
using System.CommandLine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery words add COMMUNITY REF WORD</c></summary>
internal sealed class WordsAddCommand : Command, IExampled
{
    private const string Plural = "--plural";
    private const string Inverse = "--inverse";
    private const string Form = "--form";
    private const string Means = "--means";

    public WordsAddCommand(Running running)
        : base(
            "add",
            "Say what a community calls a kind, a field, a relation, a category or a view; a new community begins with its first word."
        )
    {
        Arguments.Add(new Argument<string>(WordsText.Community) { Description = "Who says it, by key or name." });
        Arguments.Add(
            new Argument<string>(WordsText.Of)
            {
                Description = "What they mean: kind:bet, field:bet.appetite, relation-type:drives, category:intent, view:KEY.",
            }
        );
        Arguments.Add(new Argument<string>(WordsText.Term) { Description = "Their word for one of it." });
        Options.Add(new Option<string?>(Plural) { Description = "Their word for many. Default: with an s.", HelpName = "WORD" });
        Options.Add(
            new Option<string?>(Inverse) { Description = "For a relation: how it reads from its other end.", HelpName = "WORDS" }
        );
        Options.Add(
            new Option<string[]>(Form)
            {
                Description =
                    "Another form under its name, any number of times: new for the button that makes one; zero, one, two, few, many, other beside numbers; for a field, what they call each choice.",
                HelpName = "NAME=WORD",
                AllowMultipleArgumentsPerToken = false,
            }
        );
        Options.Add(new Option<string?>(Means) { Description = "What it means to them.", HelpName = "TEXT" });
        ModelFieldTexts.AddCommonOptions(this);
        SetAction(running.OnData(AddAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery words add Claims kind:bet \"big rock\"",
        "orrery words add schaden kind:bet Wette --plural Wetten --form \"new=Neue Wette\"",
    ];

    private static Task AddAsync(Call call)
    {
        var (community, of, term) = (
            call.Get<string>(WordsText.Community)!,
            call.Get<string>(WordsText.Of)!,
            call.Get<string>(WordsText.Term)!.Trim()
        );
        var lines = WordsText.FormLines(call.Get<string[]>(Form) ?? []);
        return ModelFieldTexts.DoAsync(
            call,
            reading =>
                WordShaping.Problem(reading, community, of, term, lines) is { } problem
                    ? throw new FaultException(problem)
                    : PartChange.Of(
                        WordShaping.Add(
                            reading,
                            community,
                            of,
                            term,
                            call.Get<string?>(Plural) ?? "",
                            call.Get<string?>(Means) ?? "",
                            FormsOf(lines, call.Get<string?>(Inverse))
                        )
                    ),
            $"{community} say \"{term}\""
        );
    }

    private static ImmutableSortedDictionary<string, string> FormsOf(string lines, string? inverse) =>
        inverse is { Length: > 0 } ? WordShaping.FormsOf(lines).SetItem("inverse", inverse) : WordShaping.FormsOf(lines);
}
