using System.CommandLine;

namespace Orrery.Cli;

/// <summary><c>orrery words list</c></summary>
internal sealed class WordsListCommand : Command, IExampled
{
    private const string By = "--by";
    private const string Of = "--of";

    public WordsListCommand(Running running)
        : base("list", "The dictionary: what everybody calls what, with the words that nobody is shown any more.")
    {
        Options.Add(
            new Option<string?>(By) { Description = "Only those of one community, by its key or name.", HelpName = "COMMUNITY" }
        );
        Options.Add(
            new Option<string?>(Of) { Description = "Only those for one part of the model: kind:bet.", HelpName = "REF" }
        );
        Options.Add(Common.WorkspaceOption());
        Options.Add(Common.KnownAtOption());
        Options.Add(Common.FormatOption());
        SetAction(running.OnData(ListAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery words list --by claims", "orrery words list --of kind:bet --format csv"];

    private static async Task ListAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var known = call.Get<string?>(Common.KnownAt) is { } at ? MomentText.Known(at, workspace) : null;
        var reading = workspace.Read(call.Viewer, new(null, known));
        var (by, of) = (call.Get<string?>(By), call.Get<string?>(Of));
        var only = by is null ? null : WordsText.CommunityOf(reading.Model, by);
        var sheet = new Sheet("community", "of", "word", "plural", "status", "means", "language");
        foreach (var word in reading.Model.Signifiers.Where(word => only is null || word.Community == only.Symbol))
        {
            if (reading.Find(word.Of)?.Ref?.ToString() is not { } reference || (of is not null && reference != of))
                continue;
            sheet.Add(
                word.Community,
                reference,
                word.Term,
                word.Plural,
                word.Status,
                word.Definition,
                reading.Model.Communities.FirstOrDefault(one => one.Symbol == word.Community)?.Locale
            );
        }

        call.Print(sheet with { Nothing = "Everybody says the same, so far." });
    }
}
