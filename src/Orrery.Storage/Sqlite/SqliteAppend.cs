using Microsoft.Data.Sqlite;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>The one statement that writes a journal. Its primary key (branch, first revision) is the safety net against a second writer.</summary>
internal sealed class SqliteAppend : IDisposable
{
    private const string Sql = """
        insert into journal (branch, first, last, checksum, chain, segment)
        values ($branch, $first, $last, $checksum, $chain, $segment)
        """;

    private readonly SqliteCommand _command;

    public SqliteAppend(SqliteConnection writer)
    {
        _command = writer.CreateCommand();
        _command.CommandText = Sql;
        _command.Parameters.Add("$branch", SqliteType.Text);
        foreach (var name in (string[])["$first", "$last", "$checksum"])
            _command.Parameters.Add(name, SqliteType.Integer);
        _command.Parameters.Add("$chain", SqliteType.Blob);
        _command.Parameters.Add("$segment", SqliteType.Blob);
        _command.Prepare();
    }

    /// <summary>Writes and flushes a segment.</summary>
    public void Insert(BranchId branch, StoredSegment segment)
    {
        _command.Parameters[0].Value = branch.Name;
        _command.Parameters[1].Value = segment.First.Value;
        _command.Parameters[2].Value = segment.Last.Value;
        _command.Parameters[3].Value = (long)segment.Checksum;
        _command.Parameters[4].Value = segment.Chain;
        _command.Parameters[5].Value = segment.Bytes;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
