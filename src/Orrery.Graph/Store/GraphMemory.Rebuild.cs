namespace Orrery.Graph;

/// <summary>Appending many change sets that nobody reads meanwhile: nodes in one lane, facts in another, each a single writer of its tables.</summary>
internal sealed partial class GraphMemory
{
    /// <summary>Keeps everybody else from appending; false when the tip is another revision or somebody appends.</summary>
    public bool TryBeginRebuild(int revision)
    {
        if (Interlocked.CompareExchange(ref _appending, 1, 0) != 0)
            return false;
        if (_tip == revision)
            return true;
        Volatile.Write(ref _appending, 0);
        return false;
    }

    /// <summary>Lets others append again after this revision; <see cref="int.MaxValue"/> where half a change set lies in the tables.</summary>
    public void EndRebuild(int revision)
    {
        Volatile.Write(ref _tip, revision);
        Volatile.Write(ref _appending, 0);
    }

    /// <summary>The lane of nodes: rows of entities and relations, and whom each event is about. Writes the ids, both tables of nodes and the relations of the tail.</summary>
    public void PlaceAll(ChangeSet change, Span<int> nodes)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i % Mentions.AtOnce == 0)
                LookAhead(change.Events, i);
            nodes[i] = Place(change.Events[i], (int)change.Revision.Value);
            // Numbers of label sets are given out in this lane only.
            if (change.Events[i] is GraphEvent.LabelsSet set)
                LabelSets.Take(set.Labels);
        }
    }

    /// <summary>The lane of facts: what was said of nodes that are placed already. Writes facts, refs, revisions, names and the heap.</summary>
    public void RecordAll(ChangeSet change, ReadOnlySpan<int> nodes)
    {
        NoteRevision(change);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i % Mentions.AtOnce == 0)
                HintTails(nodes[i..]);
            Record(change.Events[i], nodes[i], (int)change.Revision.Value);
        }
    }

    private void HintTails(ReadOnlySpan<int> nodes)
    {
        foreach (var node in nodes[..Math.Min(nodes.Length, Mentions.AtOnce)])
        {
            if (node != Nowhere)
                _epoch.Facts.HintTail(node);
        }
    }
}
