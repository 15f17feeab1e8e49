using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>
/// Applies a long row of change sets that nobody reads before the end: what they make known on the caller's thread, what they say of it on another.
/// The result is the same as <see cref="GraphSnapshot.Apply"/> of each.
/// </summary>
/// <remarks>About two thirds of the time of applying one by one, where two processors are free. Not for two threads at once.</remarks>
public sealed class Rebuilding : IDisposable
{
    private const int Ahead = 4;

    private readonly GraphMemory _memory;
    private readonly BlockingCollection<Placed> _placed = new(Ahead);
    private readonly Task _recording;
    private int _revision;
    private bool _isEnded;

    /// <summary>Begins after a snapshot, which stays as it is.</summary>
    public Rebuilding(GraphSnapshot start)
    {
        ArgumentNullException.ThrowIfNull(start);
        (_memory, _revision) = (start.Memory, start.Number);
        if (!_memory.TryBeginRebuild(_revision))
        {
            _memory = MemoryCopy.UpTo(start.Memory, start.Number);
            _memory.TryBeginRebuild(_revision);
        }

        _recording = Task.Factory.StartNew(
            Record,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
    }

    /// <summary>Applies the next change sets, oldest first.</summary>
    /// <exception cref="ArgumentException">One is not the next.</exception>
    public void Add(ImmutableArray<ChangeSet> changes)
    {
        var nodes = new int[changes.Sum(change => change.Events.Length)];
        var at = 0;
        foreach (var change in changes)
        {
            if (change.Revision.Value != _revision + 1)
                throw new ArgumentException(
                    $"Change set {change.Revision} does not follow revision {_revision}.",
                    nameof(changes)
                );
            _memory.PlaceAll(change, nodes.AsSpan(at, change.Events.Length));
            at += change.Events.Length;
            _revision++;
        }

        _placed.Add(new(changes, nodes));
    }

    /// <summary>The graph with all that was added.</summary>
    public GraphSnapshot Finish()
    {
        EndAdding();
        _recording.GetAwaiter().GetResult();
        _isEnded = true;
        _memory.EndRebuild(_revision);
        return GraphSnapshot.Over(_memory, _revision);
    }

    /// <summary>Given up before the end, the memory begun in is nobody's to go on from.</summary>
    public void Dispose()
    {
        if (!_isEnded)
        {
            EndAdding();
            Task.WaitAny(_recording);
            _memory.EndRebuild(int.MaxValue);
        }

        _placed.Dispose();
    }

    // Whoever waits for more is told by a last one: ending the collection alone wakes them by an exception, which takes milliseconds of a start.
    private void EndAdding()
    {
        _placed.Add(Placed.Last);
        _placed.CompleteAdding();
    }

    private void Record()
    {
        try
        {
            while (_placed.Take() is var placed && placed != Placed.Last)
                Record(placed);
        }
        catch
        {
            // The other lane must not wait for ever for room; it learns of this at the end.
            _ = _placed.GetConsumingEnumerable().Count();
            throw;
        }
    }

    private void Record(Placed placed)
    {
        var at = 0;
        foreach (var change in placed.Changes)
        {
            _memory.RecordAll(change, placed.Nodes.AsSpan(at, change.Events.Length));
            at += change.Events.Length;
        }
    }

    private sealed record Placed(ImmutableArray<ChangeSet> Changes, int[] Nodes)
    {
        public static readonly Placed Last = new([], []);
    }
}
