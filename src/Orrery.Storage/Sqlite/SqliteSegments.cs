using Microsoft.Data.Sqlite;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>One reader of a journal file, with its statements kept ready. Not for two threads at once.</summary>
internal sealed class SqliteSegments : IDisposable
{
    // The segment that holds the first revision wanted begins at or before it: found by the key, not by a scan.
    private const string Range = """
        select first, last, checksum, chain, segment, bytes from journal left join segments using (place)
        where branch = $branch and first <= $upTo
          and first >= (select coalesce(max(first), 0) from journal where branch = $branch and first <= $from)
        order by first
        """;

    private const string Chain = """
        select case when last = $at then chain end from journal
        where branch = $branch and first <= $at order by first desc limit 1
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _range;
    private readonly SqliteCommand _chain;

    public SqliteSegments(string path)
    {
        _connection = SqliteFile.OpenReader(path);
        _range = Prepare(Range, "$from", "$upTo");
        _chain = Prepare(Chain, "$at");
    }

    /// <summary>The segments that hold revisions after one, up to another, oldest first. Ends early where the caller stops asking.</summary>
    public IEnumerable<StoredSegment> Read(BranchId branch, Revision after, Revision upTo)
    {
        _range.Parameters[0].Value = branch.Name;
        _range.Parameters[1].Value = after.Next.Value;
        _range.Parameters[2].Value = upTo.Value;
        using var row = _range.ExecuteReader();
        while (row.Read())
        {
            yield return new(
                new Revision(row.GetInt64(0)),
                new Revision(row.GetInt64(1)),
                (uint)row.GetInt64(2),
                row.GetFieldValue<byte[]>(3),
                row.GetFieldValue<byte[]>(row.IsDBNull(5) ? 4 : 5)
            );
        }
    }

    /// <summary>The chain hash of the segment that ends there, or null.</summary>
    public ReadOnlyMemory<byte>? ChainAt(BranchId branch, Revision revision)
    {
        _chain.Parameters[0].Value = branch.Name;
        _chain.Parameters[1].Value = revision.Value;
        return _chain.ExecuteScalar() is byte[] chain ? chain : null;
    }

    public void Dispose()
    {
        _range.Dispose();
        _chain.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> numbers)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add("$branch", SqliteType.Text);
        foreach (var name in numbers)
            command.Parameters.Add(name, SqliteType.Integer);
        command.Prepare();
        return command;
    }
}

/// <summary>Reading in portions, so that no statement stays open while the reader is busy with what it got.</summary>
internal static class Portions
{
    public static List<StoredSegment> TakeUntilBytes(this IEnumerable<StoredSegment> segments, int bytes)
    {
        var taken = new List<StoredSegment>();
        foreach (var segment in segments)
        {
            taken.Add(segment);
            bytes -= segment.Bytes.Length;
            if (bytes <= 0)
                break;
        }

        return taken;
    }
}
