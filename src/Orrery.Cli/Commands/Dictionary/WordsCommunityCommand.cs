using System.Collections.Immutable;
using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery words community COMMUNITY</c></summary>
internal sealed class WordsCommunityCommand : Command, IExampled
{
    private static readonly ImmutableArray<(string Option, string Part, string Says, string Help)> Texts =
    [
        ("--title", PartText.Title, "What it is called.", "TITLE"),
        (
            "--language",
            CommunityShaping.Locale,
            "Its language, as browsers name it (de-CH): it decides which form stands beside a number; empty for none.",
            "LANGUAGE"
        ),
        (
            "--part-of",
            CommunityShaping.Parent,
            "The key of the community whose words stand where it has none; empty for none.",
            "COMMUNITY"
        ),
        (
            "--sort",
            CommunityShaping.Sort,
            $"What sort of group: {string.Join(", ", CommunityShaping.Sorts)}; empty for none.",
            "SORT"
        ),
    ];

    public WordsCommunityCommand(Running running)
        : base("community", "Change what a community says of itself: its name, its language, what it is a part of.")
    {
        Arguments.Add(new Argument<string>(WordsText.Community) { Description = "By key or name." });
        foreach (var (option, _, says, help) in Texts)
            Options.Add(new Option<string?>(option) { Description = says, HelpName = help });
        ModelFieldTexts.AddCommonOptions(this);
        SetAction(running.OnData(SetAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery words community schaden --language de-CH", "orrery words community claims --part-of all --sort team"];

    private static Task SetAsync(Call call)
    {
        var community = call.Get<string>(WordsText.Community)!;
        var wished = Texts
            .Select(text => (text.Part, Said: call.Get<string?>(text.Option)))
            .Where(text => text.Said is not null)
            .ToImmutableSortedDictionary(text => text.Part, text => text.Said!, StringComparer.Ordinal);
        return ModelFieldTexts.DoAsync(
            call,
            reading =>
                CommunityShaping.Change(reading, reading.Find(WordsText.CommunityOf(reading.Model, community).Id)!, wished),
            $"Changed what is said of {community}"
        );
    }
}
