using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>A journal in one SQLite file, in write-ahead mode and flushed at every commit. One process at a time; see <c>FolderLock</c>.</summary>
public sealed class SqliteJournal : IJournal
{
    private readonly string _path;
    private readonly OpenPersonal? _open;
    private readonly SqliteConnection _writer;
    private readonly SqliteAppend _append;
    private readonly SqliteCheckpoints _checkpoints;
    private readonly JournalWitness _witness;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<BranchId, JournalHead> _heads;
    private readonly ConcurrentBag<SqliteSegments> _readers = [];
    private Fault? _broken;
    private int _closed;

    private SqliteJournal(string path, SqliteConnection writer, OpenPersonal? open)
    {
        _path = path;
        _open = open;
        _writer = writer;
        _append = new SqliteAppend(writer);
        _heads = SqliteJournalFile.ReadHeads(writer);
        _witness = JournalWitness.Open(path);
        _checkpoints = new SqliteCheckpoints(path, _turn);
    }

    /// <summary>Opens the journal in a file, or begins one there.</summary>
    /// <param name="path">The file; SQLite keeps two more beside it.</param>
    /// <param name="open">Fills in personal values on reading; null leaves them sealed.</param>
    /// <exception cref="FaultException">It is damaged, of a later format, or the folder cannot be written.</exception>
    public static SqliteJournal Open(string path, OpenPersonal? open)
    {
        SqliteConnection? writer = null;
        try
        {
            writer = SqliteJournalFile.Open(path);
            var journal = new SqliteJournal(path, writer, open);
            journal.CheckWitness();
            return journal;
        }
        catch (Exception e)
        {
            writer?.Dispose();
            if (e is SqliteException failure)
                throw new FaultException(SqliteFile.FaultOf(failure, path));
            if (e is IOException or UnauthorizedAccessException)
                throw new FaultException(Fault.OfFile(e, path));
            throw;
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<BranchId> Branches => [.. _heads.Keys.OrderBy(branch => branch.Name, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public Revision Head(BranchId branch) => HeadOf(branch).Revision;

    /// <inheritdoc/>
    public async Task<Revision> AppendAsync(
        BranchId branch,
        Revision expected,
        ImmutableArray<ChangeSet> changes,
        CancellationToken cancel
    )
    {
        JournalRules.CheckFollow(expected, changes);
        await _turn.WaitAsync(cancel);
        try
        {
            return Append(branch, expected, changes);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ImmutableArray<ChangeSet>> ReadAsync(
        BranchId branch,
        Revision after,
        Revision upTo,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        var last = new Revision(Math.Min(upTo.Value, Head(branch).Value));
        if (last <= after)
            yield break;
        await using var ahead = new ReadAhead(token => Segments(branch, after, last, token), cancel);
        await foreach (var changes in ahead.ReadAllAsync(cancel))
            yield return changes;
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ChainAt(BranchId branch, Revision revision)
    {
        if (HeadOf(branch) is var head && head.Revision == revision)
            return head.Chain;
        if (revision == Revision.Start)
            return StoredSegment.NoChain;
        return Reading(reader => reader.ChainAt(branch, revision)) ?? default(ReadOnlyMemory<byte>);
    }

    /// <inheritdoc/>
    public Task<JournalProof> VerifyAsync(BranchId branch, CancellationToken cancel)
    {
        var head = Head(branch);
        var walk = new JournalWalk(branch);
        try
        {
            Reading(reader => reader.Read(branch, Revision.Start, head).All(segment => Take(walk, segment, cancel)));
        }
        catch (FaultException damage)
        {
            walk.Stop(damage.Fault);
        }

        if (walk.Proof is { IsSound: true } proof && proof.Head != head)
            walk.Stop(Fault.JournalDamaged(branch, proof.Head.Next, $"it ends there, not at {head}"));
        return Task.FromResult(walk.Proof);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 1)
            return;
        await _checkpoints.DisposeAsync();
        await _turn.WaitAsync();
        foreach (var reader in _readers)
            reader.Dispose();
        _append.Dispose();
        _witness.Dispose();
        _writer.Dispose();
        _turn.Dispose();
    }

    /// <summary>What was acknowledged last must be there, whatever became of SQLite's log.</summary>
    private void CheckWitness()
    {
        if (_witness.Find() is not var (branch, head) || ChainAt(branch, head.Revision).Span.SequenceEqual(head.Chain))
            return;
        _witness.Dispose();
        throw new FaultException(Fault.JournalCut(_path, branch, Head(branch), head.Revision));
    }

    private static bool Take(JournalWalk walk, StoredSegment segment, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return walk.Take(segment);
    }

    private Revision Append(BranchId branch, Revision expected, ImmutableArray<ChangeSet> changes)
    {
        if (_broken is { } broken)
            throw new FaultException(broken);
        var head = HeadOf(branch);
        if (head.Revision != expected)
            throw new StaleRevisionException(branch, expected, head.Revision);
        var segment = StoredSegment.Seal(changes, head.Chain);
        Insert(branch, expected, segment);
        var now = new JournalHead(segment.Last, segment.Chain);
        _heads[branch] = now;
        _witness.Note(branch, now);
        _checkpoints.Note(segment.Bytes.Length);
        if (_checkpoints.IsBehind)
            _checkpoints.FoldNow(_writer);
        return segment.Last;
    }

    private void Insert(BranchId branch, Revision expected, StoredSegment segment)
    {
        try
        {
            _append.Insert(branch, segment);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            _heads[branch] = SqliteJournalFile.ReadHeads(_writer)[branch];
            throw new StaleRevisionException(branch, expected, _heads[branch].Revision);
        }
        catch (SqliteException e)
        {
            // After a flush failed nobody knows what the disk holds: only opening it again can tell.
            if (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_IOERR)
                _broken = SqliteFile.FaultOf(e, _path);
            throw new FaultException(SqliteFile.FaultOf(e, _path));
        }
    }

    private JournalHead HeadOf(BranchId branch) => _heads.GetValueOrDefault(branch, JournalHead.None);

    private IEnumerable<ImmutableArray<ChangeSet>> Segments(
        BranchId branch,
        Revision after,
        Revision upTo,
        CancellationToken cancel
    )
    {
        for (var at = after; at < upTo; )
        {
            cancel.ThrowIfCancellationRequested();
            var some = Reading(reader => reader.Read(branch, at, upTo).TakeUntilBytes(4 << 20));
            if (some is [])
                throw new FaultException(Fault.JournalDamaged(branch, at.Next, "it is missing"));
            foreach (var segment in some)
            {
                if (segment.First > at.Next)
                    throw new FaultException(Fault.JournalDamaged(branch, at.Next, "it is missing"));
                yield return segment.Read(branch, after, upTo, _open);
                at = segment.Last;
            }
        }
    }

    private T Reading<T>(Func<SqliteSegments, T> ask)
    {
        try
        {
            if (!_readers.TryTake(out var reader))
                reader = new SqliteSegments(_path);
            var answer = ask(reader);
            _readers.Add(reader);
            return answer;
        }
        catch (SqliteException e)
        {
            throw new FaultException(SqliteFile.FaultOf(e, _path));
        }
    }
}

/// <summary>Where a branch's journal ends.</summary>
internal sealed record JournalHead(Revision Revision, byte[] Chain)
{
    public static readonly JournalHead None = new(Revision.Start, StoredSegment.NoChain);
}
