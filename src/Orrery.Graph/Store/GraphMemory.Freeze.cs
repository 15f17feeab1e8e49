namespace Orrery.Graph;

/// <summary>Laying out what was recorded for reading.</summary>
internal sealed partial class GraphMemory
{
    private const int PinnedEpochs = 3;

    private readonly List<Epoch> _pinned = [];
    private readonly Lock _pinning = new();

    /// <summary>Facts and relations recorded since the freeze.</summary>
    public int TailLength => Epoch.Facts.TailCount + Epoch.Tail.Count;

    /// <summary>Lays out everything up to a revision. Reads only: safe beside the writer; seconds for millions.</summary>
    public Epoch Freeze(int revision)
    {
        var old = Epoch;
        if (old.Revision == revision && TailLength == 0)
            return old;
        var relations = CountUpTo(Relations, row => row.Revision, revision);
        var entities = CountUpTo(Entities, row => row.Revision, revision);
        var facts =
            revision < old.Revision
                ? FactLayout.UpTo(old.Facts, revision, entities, relations)
                : FactLayout.Freeze(old.Facts, revision, entities, relations);
        var lives = Lifetimes.Of(this, entities);
        var (outgoing, incoming) = new EdgeLayout(this, facts, revision, lives, relations).Build();
        return new(revision, facts, Cards.Of(this, facts, entities), lives, outgoing, incoming, relations);
    }

    /// <summary>Makes a frozen epoch the newest: what was recorded since it was begun moves into its tail. Writer only.</summary>
    /// <remarks>One that was begun before the newest came into place is of no use any more and is dropped.</remarks>
    public void Install(Epoch next)
    {
        var old = Epoch;
        if (ReferenceEquals(old, next) || next.Revision < old.Revision)
            return;
        for (var relation = next.FrozenRelations; relation < Relations.Count; relation++)
            next.Tail.Add(relation, Relations[relation].Start, Relations[relation].End);
        List<int> touched = [];
        foreach (var run in old.Facts.Tail(old.Facts.TailCount))
            Move(run.Span, next, touched);
        foreach (var node in touched)
            next.MarkIntricate(this, node);
        Volatile.Write(ref _epoch, next);
    }

    private static void Move(ReadOnlySpan<Newer> run, Epoch next, List<int> touched)
    {
        // In order of recording: most runs lie before the freeze as a whole.
        if (run[^1].Fact.Revision <= next.Revision)
            return;
        foreach (ref readonly var newer in run)
        {
            if (newer.Fact.Revision <= next.Revision)
                continue;
            next.Facts.Add(newer.Node, newer.Fact);
            if (newer.Node >= 0)
                next.Note(newer.Node, newer.Fact.Field);
            if (newer.Fact.Field == ExistsField)
                touched.Add(newer.Node);
        }
    }

    /// <summary>The epoch to read a revision through: the newest one, or for an older revision one laid out as things were known then.</summary>
    /// <remarks>The first reading of a large graph at an old revision costs up to a second; the last three stay.</remarks>
    public Epoch EpochFor(int revision)
    {
        var newest = Epoch;
        if (revision >= newest.Revision)
            return newest;
        lock (_pinning)
        {
            if (_pinned.Find(epoch => epoch.Revision == revision) is { } pinned)
                return pinned;
            // Beside the sorting of relations, which keeps one processor busy.
            var telling = Task.Factory.StartNew(
                () => newest.Cards.TellSince(newest.Facts),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
            var relations = CountUpTo(Relations, row => row.Revision, revision);
            var lives = Lifetimes.Of(this, CountUpTo(Entities, row => row.Revision, revision));
            var (outgoing, incoming) = new EdgeLayout(this, newest.Facts, revision, lives, relations).Build();
            telling.GetAwaiter().GetResult();
            var laidOut = new Epoch(revision, newest.Facts, newest.Cards, lives, outgoing, incoming, relations);
            _pinned.Add(laidOut);
            if (_pinned.Count > PinnedEpochs)
                _pinned.RemoveAt(0);
            return laidOut;
        }
    }

    /// <summary>How many rows were there at a revision: rows are in order of revisions.</summary>
    public static int CountUpTo<T>(Column<T> rows, Func<T, int> revisionOf, int revision)
        where T : struct
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (revisionOf(rows[middle]) <= revision)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
