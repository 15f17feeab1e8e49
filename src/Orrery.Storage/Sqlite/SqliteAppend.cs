using Microsoft.Data.Sqlite;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>What writes a journal. Its primary key (branch, first revision) is the safety net against a second writer.</summary>
internal sealed class SqliteAppend : IDisposable
{
    // A longer one would flow over from its page, and looking for the end of the journal reads all of every row it passes ("commits" in bench/).
    private const int LongestInRow = 800;

    private const string Row = """
        insert into journal (branch, first, last, checksum, chain, segment, place)
        values ($branch, $first, $last, $checksum, $chain, $segment, $place)
        """;

    private const string Aside = "insert into segments (bytes) values ($bytes) returning place";

    private readonly SqliteCommand _row;
    private readonly SqliteCommand _aside;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;

    public SqliteAppend(SqliteConnection writer)
    {
        _row = Prepare(
            writer,
            Row,
            ("$branch", SqliteType.Text),
            ("$first", SqliteType.Integer),
            ("$last", SqliteType.Integer),
            ("$checksum", SqliteType.Integer),
            ("$chain", SqliteType.Blob),
            ("$segment", SqliteType.Blob),
            ("$place", SqliteType.Integer)
        );
        _aside = Prepare(writer, Aside, ("$bytes", SqliteType.Blob));
        _begin = Prepare(writer, "begin immediate");
        _commit = Prepare(writer, "commit");
        _rollback = Prepare(writer, "rollback");
    }

    /// <summary>Writes and flushes a segment.</summary>
    public void Insert(BranchId branch, StoredSegment segment)
    {
        if (segment.Bytes.Length <= LongestInRow)
            InsertRow(branch, segment, segment.Bytes, DBNull.Value);
        else
            InsertLong(branch, segment);
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_row, _aside, _begin, _commit, _rollback])
            command.Dispose();
    }

    private void InsertLong(BranchId branch, StoredSegment segment)
    {
        _begin.ExecuteNonQuery();
        try
        {
            _aside.Parameters[0].Value = segment.Bytes;
            InsertRow(branch, segment, [], _aside.ExecuteScalar()!);
            _commit.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            RollBack();
            throw;
        }
    }

    // SQLite may have done so by itself, after a failed flush or on a full disk; what went wrong first is what is to be said.
    private void RollBack()
    {
        try
        {
            _rollback.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // There is nothing to roll back any more.
        }
    }

    private void InsertRow(BranchId branch, StoredSegment segment, byte[] bytes, object place)
    {
        _row.Parameters[0].Value = branch.Name;
        _row.Parameters[1].Value = segment.First.Value;
        _row.Parameters[2].Value = segment.Last.Value;
        _row.Parameters[3].Value = (long)segment.Checksum;
        _row.Parameters[4].Value = segment.Chain;
        _row.Parameters[5].Value = bytes;
        _row.Parameters[6].Value = place;
        _row.ExecuteNonQuery();
    }

    private static SqliteCommand Prepare(
        SqliteConnection writer,
        string sql,
        params ReadOnlySpan<(string Name, SqliteType Type)> parameters
    )
    {
        var command = writer.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
            command.Parameters.Add(name, type);
        command.Prepare();
        return command;
    }
}
