using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>Builds a graph again from nothing but its journal, and remembers some moments worth comparing at.</summary>
internal sealed class Replay
{
    private const int Moments = 16;

    private readonly List<Instant> _moments = [];
    private readonly HashSet<Id> _attachments = [];
    private long _events;
    private long _every = 1;

    public GraphSnapshot Snapshot { get; private set; } = GraphSnapshot.Empty();

    /// <summary>Instants of valid time spread over the history, and the end of time.</summary>
    public IEnumerable<Instant> MomentsToCompare => _moments.Append(Instant.FromUtc(9000, 1, 1, 0, 0));

    /// <summary>What the bytes of all attachments there ever were are found by.</summary>
    public HashSet<ContentHash> Hashes { get; } = [];

    public async Task RunAsync(IJournal journal, Revision upTo, Action<Revision> replayed, CancellationToken cancel)
    {
        await foreach (var segment in journal.ReadAsync(BranchId.Main, Revision.Start, upTo, cancel))
        {
            foreach (var change in segment)
            {
                Snapshot = Snapshot.Apply(change);
                foreach (var happened in change.Events)
                {
                    Sample(happened);
                    Attached(happened);
                }
            }

            replayed(Snapshot.At);
        }
    }

    // Also what was taken away again: at an earlier moment it is still there.
    private void Attached(GraphEvent happened)
    {
        if (happened is GraphEvent.EntityCreated { Labels: [MetaKinds.Attachment] } created)
            _attachments.Add(created.Subject);
        else if (
            happened is GraphEvent.FieldSet { Field: Attachments.HashField } set
            && _attachments.Contains(set.Subject)
            && ContentHash.TryParse(set.Value.AsText, out var hash)
        )
            Hashes.Add(hash);
    }

    // Keeps every n-th beginning, and doubles n whenever there are too many.
    private void Sample(GraphEvent happened)
    {
        if (happened is not GraphEvent.FieldSet { During.From: var from } || from == Instant.MinValue || _events++ % _every != 0)
            return;
        _moments.Add(from);
        if (_moments.Count <= 2 * Moments)
            return;
        _every *= 2;
        for (var i = _moments.Count - 1; i >= 0; i -= 2)
            _moments.RemoveAt(i);
    }
}
