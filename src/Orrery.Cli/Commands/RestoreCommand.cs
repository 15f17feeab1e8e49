using System.CommandLine;
using Orrery.Engine;
using Orrery.Storage;

namespace Orrery.Cli;

/// <summary><c>orrery restore FILE --workspace NEW</c></summary>
internal sealed class RestoreCommand : Command, IExampled
{
    public RestoreCommand(Running running)
        : base("restore", "Make a new workspace of a backup or of an export: the same history, both times, the same revisions.")
    {
        Arguments.Add(
            new Argument<string>("FILE") { Description = "What 'orrery backup' or 'orrery export --format jsonl' wrote." }
        );
        Options.Add(
            new Option<string>(Common.Workspace, "-w")
            {
                Description = "What the new workspace is to be called.",
                HelpName = "NEW",
                Required = true,
            }
        );
        Options.Add(
            new Option<string?>("--keys")
            {
                Description = "The keys of personal values, if they were backed up.",
                HelpName = "FILE",
            }
        );
        SetAction(running.OnData(RestoreAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery restore acme-monday.orrery --workspace acme-again", "orrery restore acme.jsonl --workspace acme-again"];

    private static async Task RestoreAsync(Call call)
    {
        var from = Files.Require(call.PathOf(call.Get<string>("FILE")!));
        var keys = call.Get<string?>("--keys") is { } given ? Files.Require(call.PathOf(given)) : null;
        var name = call.Get<string>(Common.Workspace)!;
        if (Files.IsBackup(from))
            await JournalBackup.RestoreAsync(call.Workspaces.Folder, from, WorkspaceName.Parse(name), keys, call.Cancel);
        else
            await ReadLinesAsync(call, from, name, keys);
        var restored = (await call.Workspaces.GetAsync(name, call.Cancel)).Current;
        await call.SayAsync(
            $"Restored {name}: {Words.Count(restored.At.Value, "change set")}, {restored.EntityCount:N0} entities, {Words.Count(restored.RelationCount, "relation")}."
        );
    }

    private static async Task ReadLinesAsync(Call call, string from, string name, string? keys)
    {
        await using var lines = File.OpenRead(from);
        var size = lines.Length / 1024;
        using var progress = new Progress(call.Terminal, "Restoring (kB)", size);
        await JournalLines.RestoreAsync(
            call.Workspaces,
            name,
            lines,
            keys,
            revision => progress.Show(lines.CanRead ? lines.Position / 1024 : size, $"r{revision}"),
            call.Cancel
        );
    }
}
