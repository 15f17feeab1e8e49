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
    }
}
