using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>Keeps the snapshot file of an open workspace near enough to its journal that opening stays quick.</summary>
internal sealed class SnapshotKeeper : IAsyncDisposable
{
    // Replaying fewer events takes less time than anybody notices; a larger file is written again when half as much has come.
    private const long FewestAtClosing = 5_000;
    private const long FewestWhileOpen = 100_000;
    private const int Layout = 1;

    private readonly WorkspaceFolder _files;
    private readonly Workspace _workspace;
    private readonly IJournal _journal;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _keeping;
    private Revision _saved;
    private Revision _counted;
    private long _savedEvents;
    private long _events;

    public SnapshotKeeper(WorkspaceFolder files, Workspace workspace, IJournal journal, Revision saved)
    {
        (_files, _workspace, _journal) = (files, workspace, journal);
        Count(workspace.Current.AsKnownAt(saved));
        (_saved, _savedEvents) = (saved, _events);
        _keeping = KeepAsync();
    }

    /// <summary>The snapshot on disk, when it is one of this journal and whole.</summary>
    public static GraphSnapshot? FindStart(WorkspaceFolder files, IJournal journal, IKeyRing keys)
    {
        using var file = Find(files, journal);
        return file is not null && file.IsWhole(CancellationToken.None) ? Load(file, keys.Open) : null;
    }

    /// <summary>The file, when it is one of this journal.</summary>
    public static SnapshotFile? Find(WorkspaceFolder files, IJournal journal) =>
        SnapshotFile.Find(files.Snapshot(BranchId.Main), Layout, files.Name, BranchId.Main, journal);

    /// <summary>What is in it; null when another build wrote it.</summary>
    public static GraphSnapshot? Load(SnapshotFile file, Func<Value.Personal, Value.Personal> open)
    {
        try
        {
            using var payload = file.OpenPayload();
            return GraphSnapshot.Load(payload, open);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>Writes what is worth writing, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _keeping;
        if (IsWorthwhile(_workspace.Current, FewestAtClosing))
            Save(_workspace.Current);
        _closing.Dispose();
    }

    private async Task KeepAsync()
    {
        await Task.Yield();
        try
        {
            await foreach (var _ in _workspace.FollowAsync(_closing.Token))
                await KeepUpAsync(_workspace.Current);
        }
        catch (OperationCanceledException)
        {
            // Closing.
        }
    }

    private bool IsWorthwhile(GraphSnapshot snapshot, long fewest)
    {
        Count(snapshot);
        return snapshot.At != _saved && _events - _savedEvents >= fewest;
    }

    // Seconds on a large graph: a thread of its own, so that requests do not wait for one.
    private Task KeepUpAsync(GraphSnapshot snapshot) =>
        IsWorthwhile(snapshot, Math.Max(FewestWhileOpen, _savedEvents / 2))
            ? Task.Factory.StartNew(
                () => Save(snapshot),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
            : Task.CompletedTask;

    private void Save(GraphSnapshot snapshot)
    {
        try
        {
            var stamp = new SnapshotStamp(
                Layout,
                _files.Name,
                BranchId.Main,
                snapshot.At,
                _journal.ChainAt(BranchId.Main, snapshot.At)
            );
            SnapshotFile.Write(_files.Snapshot(BranchId.Main), stamp, snapshot.Save);
            (_saved, _savedEvents) = (snapshot.At, _events);
        }
        catch (FaultException)
        {
            // The file before it stays, and the journal holds everything: the next opening only takes longer.
            _savedEvents = _events;
        }
    }

    private void Count(GraphSnapshot snapshot)
    {
        for (; _counted < snapshot.At; _counted = _counted.Next)
            _events += snapshot.CauseOf(_counted.Next).Events;
    }
}
