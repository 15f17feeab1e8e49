using System.CommandLine;
using Orrery.Storage;

namespace Orrery.Cli;

/// <summary><c>orrery backup FILE</c></summary>
internal sealed class BackupCommand : Command, IExampled
{
    public BackupCommand(Running running)
        : base("backup", "Copy a workspace into one file, also while it is being served and written to.")
    {
        Arguments.Add(
            new Argument<string>("FILE")
            {
                Description = "The file to write; an older backup of that name is replaced once the new one is whole.",
            }
        );
        Options.Add(Common.WorkspaceOption());
        Options.Add(
            new Option<string?>("--keys")
            {
                Description =
                    "Also write the keys of personal values, to a file of its own: without it a restored workspace cannot read them. Erasing somebody does not reach this file.",
                HelpName = "FILE",
            }
        );
        SetAction(running.OnData(BackUpAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery backup acme-monday.orrery --workspace acme", "orrery restore acme-monday.orrery --workspace acme-again"];

    private static async Task BackUpAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var files = call.Workspaces.Folder.Find(WorkspaceName.Parse(workspace.Name))!;
        var to = Files.Target(call.PathOf(call.Get<string>("FILE")!));
        JournalBackup.Write(files, to, call.Now);
        await call.SayAsync($"Backed up {workspace.Name} to {to} ({new FileInfo(to).Length / 1024.0:N0} kB).");
        if (call.Get<string?>("--keys") is not { } keys)
            return;
        var apart = Files.Target(call.PathOf(keys));
        JournalBackup.WriteKeys(files, apart);
        await call.SayAsync($"Wrote its keys to {apart}: keep them apart, and remove them when somebody is to be erased.");
    }
}
