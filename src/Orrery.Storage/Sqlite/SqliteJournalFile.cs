using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>The file of a journal: its mark, its format, its tables.</summary>
internal static class SqliteJournalFile
{
    /// <summary>"OJRN", so that a file of somebody else is not taken for ours.</summary>
    public const long Mark = 0x4F4A524E;

    /// <summary>The layout of the tables; the format of segments is their own first byte.</summary>
    public const long Format = 2;

    private const string Create =
        """
            pragma application_id = 1330270798;
            create table if not exists journal (
                branch   text    not null,
                first    integer not null,
                last     integer not null,
                checksum integer not null,
                chain    blob    not null,
                segment  blob    not null,
                primary key (branch, first)
            ) without rowid;
            """ + Widen;

    // Long segments lie beside the rows that are searched, those of earlier files stay where they are.
    private const string Widen = """

        alter table journal add column place integer;
        create table segments (place integer primary key, bytes blob not null);
        pragma user_version = 2;
        """;

    private const string Names = """
        with recursive names (name) as (
            select min(branch) from journal
            union all
            select (select min(branch) from journal where branch > name) from names where name is not null
        )
        select name from names where name is not null
        """;

    private const string Head = "select last, chain from journal where branch = $branch order by first desc limit 1";

    /// <summary>Opens the file for its writer, and begins a journal in it when there is none.</summary>
    public static SqliteConnection Open(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
            Begin(path);
        WriteAheadLog.Prepare(path);
        var writer = SqliteFile.OpenWriter(path);
        try
        {
            Check(writer, path);
            writer.Run("pragma wal_autocheckpoint = 0");
            writer.KeepLog();
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    public static ConcurrentDictionary<BranchId, JournalHead> ReadHeads(SqliteConnection connection)
    {
        var heads = new ConcurrentDictionary<BranchId, JournalHead>();
        foreach (var branch in ReadNames(connection))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Head;
            command.Parameters.AddWithValue("$branch", branch.Name);
            using var row = command.ExecuteReader();
            if (row.Read())
                heads[branch] = new(new Revision(row.GetInt64(0)), row.GetFieldValue<byte[]>(1));
        }

        return heads;
    }

    // SQLite deletes a log it finds beside an empty file, so the file comes first and the room for its log after.
    private static void Begin(string path)
    {
        File.Delete(JournalWitness.PathOf(path));
        using var connection = SqliteFile.OpenWriter(path);
        connection.Run($"begin immediate; {Create} commit; pragma journal_mode = wal;");
    }

    private static void Check(SqliteConnection writer, string path)
    {
        var (mark, format) = (writer.Ask("pragma application_id"), writer.Ask("pragma user_version"));
        if (format > Format)
            throw new FaultException(Fault.FormatNewer(path, format, Format));
        if (mark != Mark)
            throw new FaultException(Fault.JournalUnreadable(path, "it is not a journal of Orrery"));
        if (format < Format)
            writer.Run($"begin immediate; {Widen} commit;");
    }

    private static List<BranchId> ReadNames(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Names;
        using var row = command.ExecuteReader();
        var names = new List<BranchId>();
        while (row.Read())
            names.Add(new BranchId(row.GetString(0)));
        return names;
    }
}
