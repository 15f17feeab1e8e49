using System.CommandLine;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Cli;

/// <summary><c>orrery verify</c></summary>
internal sealed class VerifyCommand : Command, IExampled
{
    public VerifyCommand(Running running)
        : base(
            "verify",
            "Prove that the journal is what was written, that replaying it gives the saved snapshot, and that no attached file is lost."
        )
    {
        Options.Add(Common.WorkspaceOption("Which workspace. Default: all of them."));
        Options.Add(Common.FormatOption());
        SetAction(running.OnData(VerifyAsync));
    }

    public IReadOnlyList<string> Examples { get; } = ["orrery verify", "orrery verify --workspace kubernetes --format json"];

    private static async Task VerifyAsync(Call call)
    {
        var names = call.Get<string?>(Common.Workspace) is { } named ? [named] : call.Workspaces.Names;
        var sheet = new Sheet("workspace", "revision", "segments", "events", "chain", "snapshot", "files", "verdict")
        {
            Nothing = "There is no workspace to verify.",
        };
        List<(string Workspace, Fault Fault)> faults = [];
        foreach (var name in names)
        {
            var proof = await ProveAsync(call, name);
            faults.AddRange(proof.Faults.Select(fault => (name, fault)));
            sheet.Add(
                name,
                proof.Journal.Head.Value,
                proof.Journal.Segments,
                proof.Journal.Events,
                Convert.ToHexStringLower(proof.Journal.Chain.Span)[..16],
                SnapshotText(proof.Snapshot),
                proof.Attachments.Files,
                proof.Faults.IsEmpty ? "sound" : "damaged"
            );
        }

        call.Print(sheet);
        if (faults is not [])
            throw new FaultException(CliFaults.VerifyFailed(faults));
    }

    private static async Task<WorkspaceProof> ProveAsync(Call call, string name)
    {
        var head = (await call.Workspaces.GetAsync(name, call.Cancel)).Current.At;
        using var progress = new Progress(call.Terminal, $"Replaying {name}", head.Value);
        return await call.Workspaces.VerifyAsync(name, revision => progress.Show(revision.Value, ""), call.Cancel);
    }

    private static string SnapshotText(SnapshotProof proof) =>
        proof switch
        {
            SnapshotProof.None => "none yet",
            SnapshotProof.Unused => "not used",
            SnapshotProof.Equal equal => $"equal at r{equal.At}",
            SnapshotProof.Different => "different",
            _ => throw new System.Diagnostics.UnreachableException("A snapshot is proved or not."),
        };
}
