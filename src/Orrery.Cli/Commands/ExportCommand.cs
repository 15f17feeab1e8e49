using System.CommandLine;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Cli;

/// <summary><c>orrery export --format jsonl</c></summary>
internal sealed class ExportCommand : Command, IExampled
{
    public ExportCommand(Running running)
        : base("export", "Write a whole workspace in an open form: every change set, both times, nothing left out.")
    {
        Arguments.Add(
            new Argument<string?>("FILE")
            {
                Description = "The file to write, for packs the folder; - or nothing is the standard output.",
                Arity = ArgumentArity.ZeroOrOne,
            }
        );
        Options.Add(Common.WorkspaceOption());
        Options.Add(
            new Option<string>(Common.Format)
            {
                Description =
                    "jsonl: one JSON object a line, one line a change set (docs/journal.md). Personal values stay sealed. packs: the model alone, a YAML file a pack, for 'orrery apply' (docs/adopting-packs.md).",
                HelpName = "jsonl|packs",
                DefaultValueFactory = _ => "jsonl",
            }.AcceptOnlyFromAmong("jsonl", "packs")
        );
        SetAction(running.OnData(ExportAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery export acme.jsonl --workspace acme",
        "orrery export --workspace acme | grep '\"actor\":\"Ada\"'",
        "orrery export --format packs acme-model/",
    ];

    private static async Task ExportAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        if (call.Get<string>(Common.Format) == "packs")
        {
            await ModelExport.WriteAsync(call, workspace, call.Get<string?>("FILE"));
            return;
        }

        if (call.Get<string?>("FILE") is not { } file || file == "-")
        {
            await using var lines = new TextStream(call.Terminal.Out);
            await JournalLines.WriteAsync(workspace, lines, _ => { }, call.Cancel);
            return;
        }

        var path = Files.Target(call.PathOf(file));
        using var progress = new Progress(call.Terminal, "Exporting", workspace.Current.At.Value);
        var upTo = Revision.Start;
        await WholeFile.WriteAsync(
            path,
            async stream =>
                upTo = await JournalLines.WriteAsync(workspace, stream, at => progress.Show(at.Value, ""), call.Cancel)
        );
        progress.Dispose();
        await call.SayAsync($"Exported {Words.Count(upTo.Value, "change set")} of {workspace.Name} to {path}.");
    }
}
