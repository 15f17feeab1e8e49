using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Orrery.Storage;

/// <summary>Folds the write-ahead log into the file beside the writer, so that no commit pays for it.</summary>
internal sealed class SqliteCheckpoints : IAsyncDisposable
{
    // Each fold makes commits wait for a few milliseconds: seldom enough that it is not one commit in a hundred, often enough that the log stays small.
    private const int PagesBetween = 3000;
    private const int Behind = 5000;
    private const int PageSize = 4096;

    private readonly string _path;
    private readonly SemaphoreSlim _turn;
    private readonly Channel<bool> _due = Channel.CreateBounded<bool>(1);
    private readonly Task _folding;
    private int _pages;
    private int _unfolded;

    /// <summary>Folding beside the writer does not keep up (no thread to be had, a slow disk): the writer should fold by itself, in its turn.</summary>
    public bool IsBehind => _unfolded > Behind;

    /// <summary>Starts waiting for work.</summary>
    /// <param name="path">The SQLite file.</param>
    /// <param name="turn">The writer's turn; taken only for the short end of a fold.</param>
    public SqliteCheckpoints(string path, SemaphoreSlim turn)
    {
        _path = path;
        _turn = turn;
        _folding = FoldAsync();
    }

    /// <summary>The writer added that many bytes.</summary>
    public void Note(int bytes)
    {
        _pages += 2 + (bytes / PageSize);
        _unfolded += 2 + (bytes / PageSize);
        if (_pages < PagesBetween)
            return;
        _pages = 0;
        _due.Writer.TryWrite(true);
    }

    /// <summary>Folds what there is; whoever calls has the writer's turn.</summary>
    public void FoldNow(SqliteConnection connection)
    {
        try
        {
            connection.Run("pragma wal_checkpoint(passive)");
            _unfolded = 0;
        }
        catch (SqliteException)
        {
            // What was committed is in the log, and stays there; the next commit or fold meets the same disk and says so.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _due.Writer.TryComplete();
        await _folding;
    }

    private async Task FoldAsync()
    {
        await Task.Yield();
        SqliteConnection? connection = null;
        await foreach (var _ in _due.Reader.ReadAllAsync())
        {
            try
            {
                connection ??= SqliteFile.OpenWriter(_path);
                await FoldAsync(connection);
            }
            catch (SqliteException)
            {
                // The log stays as it is, nothing is lost; the next commit or fold meets the same disk and says so.
            }
        }

        connection?.Dispose();
    }

    /// <summary>Most of it while commits go on; what they added meanwhile in a turn of its own, or the log would never begin anew.</summary>
    private async Task FoldAsync(SqliteConnection connection)
    {
        connection.Run("pragma wal_checkpoint(passive)");
        await _turn.WaitAsync();
        try
        {
            FoldNow(connection);
        }
        finally
        {
            _turn.Release();
        }
    }
}
