using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>How our SQLite files are opened, and what their failures mean.</summary>
internal static partial class SqliteFile
{
    private const int PersistWal = 10;

    private const string Settings = """
        pragma synchronous = full;
        pragma fullfsync = on;
        pragma checkpoint_fullfsync = on;
        pragma foreign_keys = on;
        pragma temp_store = memory;
        """;

    /// <summary>Opens a file for one writer; every commit is flushed before it returns.</summary>
    public static SqliteConnection OpenWriter(string path) => Open(path, SqliteOpenMode.ReadWriteCreate, Settings);

    /// <summary>Opens a file for reading, beside its writer.</summary>
    public static SqliteConnection OpenReader(string path) =>
        Open(path, SqliteOpenMode.ReadWrite, "pragma query_only = on; pragma mmap_size = 1073741824;");

    /// <summary>Runs statements that answer nothing.</summary>
    public static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Asks for one number.</summary>
    public static long Ask(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar());
    }

    /// <summary>Leaves the write-ahead log in place when the last connection closes: a log that is reused needs no room to be found for it.</summary>
    public static void KeepLog(this SqliteConnection connection)
    {
        var keep = 1;
        _ = FileControl(connection.Handle!.DangerousGetHandle(), "main", PersistWal, ref keep);
    }

    /// <summary>The refusal that a failure of SQLite stands for.</summary>
    public static Fault FaultOf(SqliteException failure, string path) =>
        failure.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_FULL => Fault.DiskFull(path),
            SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => Fault.FolderReadOnly(
                Path.GetDirectoryName(path)!
            ),
            SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => Fault.JournalUnreadable(
                path,
                failure.Message.TrimEnd('.')
            ),
            _ => Fault.DiskBroken(path, failure.Message.TrimEnd('.')),
        };

    private static SqliteConnection Open(string path, SqliteOpenMode mode, string settings)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            connection.Run(settings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FileControl(nint database, string schema, int code, ref int argument);
}
