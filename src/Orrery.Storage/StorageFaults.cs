using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>What the disk can refuse; each with its section in docs/faults.md.</summary>
public static class StorageFaults
{
    extension(Fault)
    {
        /// <summary>A journal is not what was written.</summary>
        public static Fault JournalDamaged(BranchId branch, Revision at, string damage) =>
            new(
                FaultKind.Broken,
                "journal.damaged",
                $"The journal of branch '{branch}' is damaged from revision {at} on: {damage}.",
                "Copy the data folder before anything else, then restore the latest backup: orrery restore FILE. 'orrery verify' says how far it is sound."
            );

        /// <summary>A journal's file cannot be read as one.</summary>
        public static Fault JournalUnreadable(string file, string damage) =>
            new(
                FaultKind.Broken,
                "journal.unreadable",
                $"The journal {file} cannot be read: {damage}.",
                "Copy the data folder before anything else, then restore the latest backup: orrery restore FILE."
            );

        /// <summary>Acknowledged change sets are missing from the end of a journal.</summary>
        public static Fault JournalCut(string file, BranchId branch, Revision head, Revision acknowledged) =>
            new(
                FaultKind.Broken,
                "journal.cut",
                $"{file} ends at revision {head} of branch '{branch}', but revision {acknowledged} was acknowledged, or is another one now.",
                "Put back the files of this folder, the one ending in -wal among them, as they were. If an older copy was put here on purpose, delete the file ending in -witness."
            );

        /// <summary>A file was written by a later build.</summary>
        public static Fault FormatNewer(string file, long format, long known) =>
            new(
                FaultKind.Broken,
                "format.newer",
                $"{file} has format {format}; this build knows formats up to {known}.",
                "Use the build that wrote it, or a later one."
            );

        /// <summary>No room is left.</summary>
        public static Fault DiskFull(string file) =>
            new(
                FaultKind.Broken,
                "disk.full",
                $"No room is left on the disk of {file}. Nothing of this change was written.",
                "Free some space, then try again: nothing needs repair."
            );

        /// <summary>The disk refused to read or write.</summary>
        public static Fault DiskBroken(string file, string reason) =>
            new(
                FaultKind.Broken,
                "disk.broken",
                $"The disk failed while writing {file}: {reason}.",
                "Check the disk, then start again; everything acknowledged so far is kept."
            );

        /// <summary>A folder cannot be written.</summary>
        public static Fault FolderReadOnly(string folder) =>
            new(
                FaultKind.Broken,
                "folder.read-only",
                $"{folder} cannot be written.",
                "Give the user that runs orrery write permission, or name another folder: --data DIR."
            );

        /// <summary>Something else stands where a folder was to be.</summary>
        public static Fault NotAFolder(string path) =>
            new(
                FaultKind.Invalid,
                "folder.not-a-folder",
                $"{path} is not a folder: a file is there, or a link that leads nowhere.",
                "Name an empty or a new folder: --data DIR."
            );

        /// <summary>A folder with other things in it was named.</summary>
        public static Fault NotDataFolder(string folder) =>
            new(
                FaultKind.Invalid,
                "folder.not-ours",
                $"{folder} is not a data folder of Orrery, and not empty.",
                "Name an empty or a new folder: --data DIR."
            );

        /// <summary>Another process has the folder.</summary>
        public static Fault FolderOwned(string folder, FolderOwner? owner) =>
            new(
                FaultKind.Conflict,
                "folder.owned",
                $"{folder} is in use by {owner?.ToString() ?? "another process"}.",
                owner?.Endpoint is null
                    ? "Wait until it is done, or name another folder: --data DIR."
                    : $"Use it at {owner.Endpoint}, stop process {owner.Pid}, or name another folder: --data DIR."
            );

        /// <summary>A name no workspace can have.</summary>
        public static Fault WorkspaceName(string text) =>
            new(
                FaultKind.Invalid,
                "workspace.name",
                $"'{text}' cannot be the name of a workspace.",
                $"Use lower-case letters, digits and dashes between them, at most {Storage.WorkspaceName.Longest}."
            );

        /// <summary>There is a workspace of that name.</summary>
        public static Fault WorkspaceTaken(WorkspaceName name) =>
            new(
                FaultKind.Conflict,
                "workspace.taken",
                $"There is a workspace '{name}' already.",
                $"Choose another name, or move it aside: orrery workspace delete {name}."
            );

        /// <summary>There is no workspace of that name.</summary>
        public static Fault WorkspaceNotFound(WorkspaceName name, IEnumerable<WorkspaceFolder> known) =>
            new(
                FaultKind.NotFound,
                "workspace.not-found",
                $"There is no workspace '{name}'.",
                known.Select(folder => folder.Name.Text).ToList() is { Count: > 0 } names
                    ? $"There are: {string.Join(", ", names)}. To make one: orrery workspace create {name}."
                    : $"There is none yet. To make one: orrery workspace create {name}."
            );

        /// <summary>A subject was erased.</summary>
        public static Fault KeyDestroyed(Id subject) =>
            new(
                FaultKind.Conflict,
                "key.destroyed",
                $"The key of {subject} was destroyed: personal values of it can be neither read nor added.",
                "Record the person anew, as another entity."
            );

        /// <summary>A line of an export is wrong.</summary>
        public static Fault ExportLine(long line, string reason) =>
            new(
                FaultKind.Invalid,
                "export.line",
                $"Line {line}: {reason}",
                "Restore from a file that 'orrery export --format jsonl' wrote, unchanged; nothing was restored from this one."
            );

        /// <summary>A file is no backup.</summary>
        public static Fault BackupUnreadable(string file, string reason) =>
            new(
                FaultKind.Invalid,
                "backup.unreadable",
                $"{file} cannot be read as a backup: {reason}.",
                "Name a file that 'orrery backup' wrote."
            );

        /// <summary>What a failure of the file system stands for.</summary>
        internal static Fault OfFile(Exception failure, string path) =>
            failure switch
            {
                IOException { HResult: 28 or unchecked((int)0x80070070) } => Fault.DiskFull(path), // ENOSPC, ERROR_DISK_FULL
                IOException { HResult: 30 } or UnauthorizedAccessException => Fault.FolderReadOnly(Path.GetDirectoryName(path)!), // EROFS
                _ => Fault.DiskBroken(path, failure.Message),
            };
    }
}
