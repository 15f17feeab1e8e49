using System.CommandLine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Server;

namespace Orrery.Cli;

/// <summary><c>orrery diff --from ... --to ...</c></summary>
internal sealed class DiffCommand : Command, IExampled
{
    private readonly Option<string> _from = Moment("--from", "The earlier moment.", required: true);
    private readonly Option<string> _to = Moment("--to", "The later moment.", required: false);

    public DiffCommand(Running running)
        : base("diff", "What differs between two moments, in sentences, what matters most first.")
    {
        Options.Add(_from);
        Options.Add(_to);
        Options.Add(Common.WorkspaceOption());
        Options.Add(Common.KnownAtOption());
        Options.Add(Common.FormatOption());
        SetAction(running.OnData(CompareAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery diff --from 2026-01-01 --to 2026-04-01        (two days, as we know them now)",
        "orrery diff --from r100                              (what was learned since revision 100)",
    ];

    private static Option<string> Moment(string name, string description, bool required) =>
        new(name)
        {
            Description = $"{description} A day is as we know it now; a revision is what was known then.",
            HelpName = "DAY|rREV",
            Required = required,
            DefaultValueFactory = required ? null : _ => "now",
        };

    private async Task CompareAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var known = call.Get<string?>(Common.KnownAt) is { } text ? MomentText.Known(text, workspace) : null;
        Reading At(string moment)
        {
            var when = MomentText.When(moment, workspace);
            return workspace.Read(call.Viewer, when with { Known = when.Known ?? known });
        }

        var (earlier, later) = (At(call.Parsed.GetRequiredValue(_from)), At(call.Parsed.GetRequiredValue(_to)));
        var news = PlainTelling.Between(workspace, call.Viewer, earlier, later).ToList();
        var ofModel = news is [] ? News.OfModel(earlier, later) : 0;
        var sheet = new Sheet("since", "what", "ref", "change")
        {
            Nothing =
                ofModel == 0
                    ? "Nothing differs."
                    : $"Nothing differs but the model, in {Words.Count(ofModel, "part")}: 'orrery history' tells which.",
        };
        foreach (var (item, sentence) in news)
            sheet.Add(Text.Day(item.When), KindOf(item), item.Entity.ToString(), sentence);
        call.Print(sheet);
    }

    private static string KindOf(NewsItem item) =>
        item switch
        {
            NewsItem.Came => "came",
            NewsItem.Went => "went",
            NewsItem.Moved => "changed",
            NewsItem.Joined { HasEnded: true } => "parted",
            NewsItem.Joined => "joined",
            _ => throw new System.Diagnostics.UnreachableException("News of another sort."),
        };
}
