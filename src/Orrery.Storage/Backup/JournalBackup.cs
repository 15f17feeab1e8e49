using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>A workspace's journal as one <c>.orrery</c> file, taken while others write, and put back as a new workspace.</summary>
/// <remarks>
/// Keys are not in it, on purpose: destroying a key must erase the personal values in every backup too. A second file may hold the keys of
/// today; whoever makes one has to erase it as well when a subject is erased.
/// </remarks>
public static class JournalBackup
{
    private const string About = """
        create table about (workspace text not null, taken text not null);
        insert into about values ($workspace, $taken);
        """;

    /// <summary>Copies a journal as it is at this moment, with the files its entities refer to.</summary>
    /// <param name="workspace">Whose; it may be open and written to meanwhile.</param>
    /// <param name="to">The file to write; one that is there stays until the new one is whole.</param>
    /// <param name="now">When it is taken.</param>
    /// <exception cref="FaultException">The disk is full, or a folder cannot be written.</exception>
    public static void Write(WorkspaceFolder workspace, string to, Instant now) =>
        Copy(
            workspace.Journal,
            to,
            draft =>
            {
                Mark(draft, workspace.Name, now);
                BackedUpFiles.Write(draft, new FolderAttachments(workspace.Attachments));
            }
        );

    /// <summary>Copies the keys of personal values into a file of their own, for those who must be able to restore them.</summary>
    public static void WriteKeys(WorkspaceFolder workspace, string to) => Copy(workspace.Keys, to, _ => { });

    /// <summary>Makes a new workspace of a backup, after proving all of it.</summary>
    /// <param name="data">Where.</param>
    /// <param name="from">What <see cref="Write"/> wrote.</param>
    /// <param name="name">The new workspace's name; null for the one it had.</param>
    /// <param name="keys">What <see cref="WriteKeys"/> wrote, or null: personal values stay sealed.</param>
    /// <param name="cancel">Ends it; nothing is left behind.</param>
    /// <exception cref="FaultException"><c>backup.unreadable</c>, <c>journal.damaged</c> or <c>workspace.taken</c>; nothing is left behind.</exception>
    public static async Task<WorkspaceFolder> RestoreAsync(
        DataFolder data,
        string from,
        WorkspaceName? name,
        string? keys,
        CancellationToken cancel
    )
    {
        var to = data.FolderOf(name ?? NameIn(from));
        if (data.Find(to.Name) is not null)
            throw new FaultException(Fault.WorkspaceTaken(to.Name));
        var draft = new WorkspaceFolder(to.Name, data.At("workspaces", $".{to.Name}-{Guid.NewGuid():N}"));
        try
        {
            PrivateFiles.CreateFolder(draft.Attachments);
            File.Copy(from, draft.Journal);
            if (keys is not null)
                File.Copy(keys, draft.Keys);
            Unmark(draft, from);
            await ProveAsync(draft.Journal, cancel);
            Directory.Move(draft.Path, to.Path);
            PrivateFiles.FlushFolder(data.At("workspaces"));
            return to;
        }
        catch (Exception e)
        {
            if (Directory.Exists(draft.Path))
                Directory.Delete(draft.Path, recursive: true);
            if (e is IOException or UnauthorizedAccessException)
                throw new FaultException(Fault.OfFile(e, to.Journal));
            // What is said of the copy that was tried is said of the file that somebody named.
            if (e is FaultException { Fault.Code: "journal.unreadable" })
                throw new FaultException(Fault.BackupUnreadable(from, "it is damaged, or was cut short"));
            throw;
        }
    }

    private static void Copy(string from, string to, Action<SqliteConnection> mark)
    {
        var draft = Path.GetFullPath(to) + ".tmp";
        try
        {
            File.Delete(draft);
            using (var source = SqliteFile.OpenWriter(from))
            using (var copy = source.CreateCommand())
            {
                copy.CommandText = "vacuum into $draft";
                copy.Parameters.AddWithValue("$draft", draft);
                using var pace = PacedCopy.Begin(source, draft);
                copy.ExecuteNonQuery();
            }

            using (var written = SqliteFile.OpenWriter(draft))
                mark(written);
            Seal(draft);
            PrivateFiles.Replace(draft, Path.GetFullPath(to));
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            throw new FaultException(e is SqliteException failure ? SqliteFile.FaultOf(failure, draft) : Fault.OfFile(e, draft));
        }
    }

    private static void Seal(string draft)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var file = File.OpenHandle(draft, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    private static void Mark(SqliteConnection draft, WorkspaceName name, Instant now)
    {
        using var command = draft.CreateCommand();
        command.CommandText = About;
        command.Parameters.AddWithValue("$workspace", name.Text);
        command.Parameters.AddWithValue("$taken", InstantPattern.General.Format(now));
        command.ExecuteNonQuery();
    }

    private static WorkspaceName NameIn(string from)
    {
        if (!File.Exists(from))
            throw new FaultException(Fault.BackupUnreadable(from, "there is no such file"));
        try
        {
            using var file = SqliteFile.OpenReader(from);
            using var command = file.CreateCommand();
            command.CommandText = "select workspace from about";
            return WorkspaceName.Parse(command.ExecuteScalar() as string ?? "");
        }
        catch (SqliteException e)
        {
            throw new FaultException(Fault.BackupUnreadable(from, e.Message.TrimEnd('.')));
        }
    }

    private static void Unmark(WorkspaceFolder draft, string from)
    {
        try
        {
            using var file = SqliteFile.OpenWriter(draft.Journal);
            BackedUpFiles.Take(file, new FolderAttachments(draft.Attachments), from);
            file.Run("drop table if exists about; pragma journal_mode = wal;");
        }
        catch (SqliteException e)
        {
            throw new FaultException(Fault.BackupUnreadable(from, e.Message.TrimEnd('.')));
        }
    }

    private static async Task ProveAsync(string path, CancellationToken cancel)
    {
        await using var journal = SqliteJournal.Open(path, open: null);
        foreach (var branch in journal.Branches)
        {
            if (await journal.VerifyAsync(branch, cancel) is { IsSound: false, Faults: [var damage, ..] })
                throw new FaultException(damage);
        }
    }
}
