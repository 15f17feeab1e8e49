using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>The refusals of the engine.</summary>
public static class EngineFaults
{
    /// <summary>The workspace is being closed.</summary>
    public static Fault Closed(string workspace) =>
        new(
            FaultKind.Broken,
            "workspace.closed",
            $"The workspace '{workspace}' is being closed.",
            "Start orrery again, then repeat what you did."
        );

    /// <summary>There is no such workspace.</summary>
    public static Fault UnknownWorkspace(string workspace, IEnumerable<string> known) =>
        new(
            FaultKind.NotFound,
            "workspace.unknown",
            $"There is no workspace '{workspace}'.",
            Nearest.Advice(workspace, known, "Make it: orrery workspace create NAME.")
        );

    /// <summary>A revision that lies ahead.</summary>
    public static Fault NotYetWritten(Revision asked, Revision newest) =>
        new(
            FaultKind.NotFound,
            "time.not-yet-written",
            $"Revision {asked.Value} is not written yet: the newest is {newest.Value}.",
            "Name an earlier one, or leave it out for what is known now; 'orrery history' lists them."
        );

    /// <summary>A told history goes back in time.</summary>
    public static Fault RecordedBackwards() =>
        new(
            FaultKind.Invalid,
            "time.recorded-backwards",
            "A change cannot be recorded before the one before it.",
            "Tell history in the order in which it was recorded."
        );

    /// <summary>Somebody else appended to the journal.</summary>
    public static Fault AnotherWriter(BranchId branch) =>
        new(
            FaultKind.Broken,
            "workspace.another-writer",
            $"Another process wrote to the journal of branch '{branch}'. Nothing of this change was written.",
            "Stop the other process, then start orrery again: one server owns a data folder."
        );

    /// <summary>A snapshot file and the journal do not say the same.</summary>
    public static Fault SnapshotDiffers(string file, string difference) =>
        new(
            FaultKind.Broken,
            "snapshot.differs",
            $"The snapshot {file} does not say what the journal says: {difference}.",
            "Stop orrery and remove that file: the journal holds everything, and a new one is made of it."
        );

    /// <summary>The journal failed in a way it has no fault for.</summary>
    public static Fault NotWritten(string reason) =>
        new(
            FaultKind.Broken,
            "journal.not-written",
            $"The change could not be written: {reason}",
            "Look whether it is in the history; if not, repeat it. If it happens again, start orrery again: orrery verify says what is wrong."
        );

    /// <summary>A file is not what was attached.</summary>
    public static Fault AttachmentDamaged(string folder, ContentHash hash) =>
        new(
            FaultKind.Broken,
            "attachment.damaged",
            $"The attached file {hash} in {folder} is not what was attached.",
            "Put it back from a backup: restore one as another workspace, and copy the file of this name from its folder."
        );

    /// <summary>A file that something refers to is not there.</summary>
    public static Fault AttachmentMissing(string folder, ContentHash hash) =>
        new(
            FaultKind.Broken,
            "attachment.missing",
            $"The attached file {hash} is not in {folder}.",
            "Put it back from a backup: restore one as another workspace, and copy the file of this name from its folder."
        );
}
