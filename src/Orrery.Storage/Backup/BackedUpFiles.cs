using Microsoft.Data.Sqlite;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>The files of a workspace inside its backup: a table beside the journal's, which no journal of a workspace has.</summary>
internal static class BackedUpFiles
{
    private const string Begin = "begin; create table attachments (hash text primary key, content blob not null) without rowid;";
    private const string IsThere = "select count(*) from sqlite_master where type = 'table' and name = 'attachments'";

    /// <summary>Puts in all that are kept, one at a time.</summary>
    public static void Write(SqliteConnection backup, IAttachments kept)
    {
        var hashes = kept.All.ToArray();
        if (hashes.Length == 0)
            return;
        backup.Run(Begin);
        using (var command = backup.CreateCommand())
        {
            command.CommandText = "insert into attachments values ($hash, $content)";
            var (hash, content) = (
                command.Parameters.Add("$hash", SqliteType.Text),
                command.Parameters.Add("$content", SqliteType.Blob)
            );
            foreach (var one in hashes)
            {
                if (kept.Find(one) is not { } bytes)
                    continue;
                (hash.Value, content.Value) = (one.Text, bytes);
                command.ExecuteNonQuery();
            }
        }

        backup.Run("commit;");
    }

    /// <summary>Takes them out of a copy of a backup, each proved by its name.</summary>
    /// <exception cref="FaultException"><c>backup.unreadable</c>: one is not what was backed up.</exception>
    public static void Take(SqliteConnection copy, IAttachments to, string from)
    {
        if (!Has(copy))
            return;
        using (var command = copy.CreateCommand())
        {
            command.CommandText = "select hash, content from attachments";
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                if (to.Keep(rows.GetFieldValue<byte[]>(1)).Text != rows.GetString(0))
                    throw new FaultException(Fault.BackupUnreadable(from, $"the file {rows.GetString(0)} in it is damaged"));
            }
        }

        copy.Run("drop table attachments; vacuum;");
    }

    private static bool Has(SqliteConnection copy)
    {
        using var command = copy.CreateCommand();
        command.CommandText = IsThere;
        return command.ExecuteScalar() is > 0L;
    }
}
