using System.Collections.Immutable;
using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery words set COMMUNITY REF WORD</c></summary>
internal sealed class WordsSetCommand : Command, IExampled
{
    private const string Form = "--form";
    private const string Prefer = "--prefer";

    private static readonly ImmutableArray<(string Option, string Part, string Says, string Help)> Texts =
    [
        ("--word", WordChanging.Term, "The word as it is from now on.", "WORD"),
        ("--plural", PartText.Plural, "Their word for many; empty for one with an s.", "WORD"),
        ("--inverse", PartText.Inverse, "For a relation: how it reads from its other end; empty for none.", "WORDS"),
        ("--means", WordChanging.Means, "What it means to them; empty for nothing.", "TEXT"),
        (
            "--status",
            WordChanging.Status,
            $"How it stands beside their other words: {string.Join(", ", WordChanging.Standings)}.",
            "STATUS"
        ),
    ];

    public WordsSetCommand(Running running)
        : base("set", "Change a word: its spelling, its forms, what it means, whether it is the one they prefer.")
    {
        Arguments.Add(new Argument<string>(WordsText.Community) { Description = "Who says it, by key or name." });
        Arguments.Add(new Argument<string>(WordsText.Of) { Description = "What they mean by it: kind:bet." });
        Arguments.Add(new Argument<string>(WordsText.Term) { Description = "Their word, as it is now." });
        foreach (var (option, _, says, help) in Texts)
            Options.Add(new Option<string?>(option) { Description = says, HelpName = help });
        Options.Add(
            new Option<string[]>(Form)
            {
                Description = "Another form under its name, any number of times: all other forms from now on.",
                HelpName = "NAME=WORD",
                AllowMultipleArgumentsPerToken = false,
            }
        );
        Options.Add(new Option<bool>(Prefer) { Description = "The same as --status preferred: the word that is shown." });
        ModelFieldTexts.AddCommonOptions(this);
        SetAction(running.OnData(SetAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery words set claims kind:bet \"big rokc\" --word \"big rock\"",
        "orrery words set claims kind:bet \"big rock\" --prefer",
    ];

    private static Task SetAsync(Call call)
    {
        var (community, of, term) = (
            call.Get<string>(WordsText.Community)!,
            call.Get<string>(WordsText.Of)!,
            call.Get<string>(WordsText.Term)!
        );
        var wished = Wished(call);
        return ModelFieldTexts.DoAsync(
            call,
            reading => WordChanging.Change(reading, reading.Find(WordsText.WordOf(reading, community, of, term).Id)!, wished),
            $"Changed the word \"{term}\" of {community}"
        );
    }

    private static ImmutableSortedDictionary<string, string> Wished(Call call)
    {
        var wished = Texts
            .Select(text => (text.Part, Said: call.Get<string?>(text.Option)))
            .Where(text => text.Said is not null)
            .ToImmutableSortedDictionary(text => text.Part, text => text.Said!, StringComparer.Ordinal);
        if (call.Get<string[]>(Form) is { Length: > 0 } forms)
            wished = wished.SetItem(WordChanging.Forms, WordsText.FormLines(forms));
        return call.Get<bool>(Prefer) ? wished.SetItem(WordChanging.Status, WordChanging.Preferred) : wished;
    }
}
