namespace Orrery.Graph;

/// <summary>Sorts facts by node, field and order of recording.</summary>
internal static class FactLayout
{
    public static FactBook Freeze(FactBook old, int revision, int entities, int relations)
    {
        var tail = old.TailCount;
        var (entityAt, relationAt) = (GivingWay.Zeros(entities + 1), GivingWay.Zeros(relations + 1));
        var (frozen, oldEntityAt, oldRelationAt) = old.Frozen;
        CountFrozen(oldEntityAt, entityAt);
        CountFrozen(oldRelationAt, relationAt);
        foreach (var run in old.Tail(tail))
            Count(run.Span, revision, entityAt, relationAt);

        var end = Accumulate(entityAt, 0);
        end = Accumulate(relationAt, end);
        var facts = GC.AllocateUninitializedArray<Fact>(end);
        var next = GivingWay.Zeros(entities + relations);
        CopyFrozen(frozen, oldEntityAt, facts, entityAt, next.AsSpan(0, entities));
        CopyFrozen(frozen, oldRelationAt, facts, relationAt, next.AsSpan(entities));
        foreach (var run in old.Tail(tail))
            Place(run.Span, revision, facts, next, entities);

        SortEach(facts, entityAt);
        SortEach(facts, relationAt);
        return new(facts, entityAt, relationAt);
    }

    /// <summary>What an earlier revision knew of the frozen facts; the tail is newer than all of them.</summary>
    public static FactBook UpTo(FactBook old, int revision, int entities, int relations)
    {
        List<Fact> kept = [];
        int[] Keep(int count, Func<int, int> nodeOf)
        {
            var at = new int[count + 1];
            for (var row = 0; row < count; row++)
            {
                at[row] = kept.Count;
                foreach (ref readonly var fact in old.FrozenOf(nodeOf(row)))
                {
                    if (fact.Revision <= revision)
                        kept.Add(fact);
                }
            }

            at[count] = kept.Count;
            return at;
        }

        var entityAt = Keep(entities, row => row);
        var relationAt = Keep(relations, row => ~row);
        return new([.. kept], entityAt, relationAt);
    }

    /// <summary>The node of each frozen fact in order of revision, and where each revision's begin; one more entry than the newest revision.</summary>
    public static (int[] At, int[] Nodes) ByRevision(FactBook book)
    {
        var (facts, entityAt, relationAt) = book.Frozen;
        var newest = 0;
        foreach (ref readonly var fact in facts.AsSpan())
            newest = Math.Max(newest, fact.Revision);
        var at = new int[newest + 2];
        foreach (ref readonly var fact in facts.AsSpan())
            at[fact.Revision + 1]++;
        for (var revision = 0; revision <= newest; revision++)
            at[revision + 1] += at[revision];
        var next = at.AsSpan().ToArray();
        var nodes = new int[facts.Length];
        Place(facts, entityAt, row => row);
        Place(facts, relationAt, row => ~row);
        return (at, nodes);

        void Place(Fact[] frozen, int[] rows, Func<int, int> nodeOf)
        {
            for (var row = 0; row + 1 < rows.Length; row++)
            {
                for (var i = rows[row]; i < rows[row + 1]; i++)
                    nodes[next[frozen[i].Revision]++] = nodeOf(row);
            }
        }
    }

    private static void CountFrozen(int[] oldAt, int[] counts)
    {
        for (var i = 0; i + 1 < oldAt.Length && i + 1 < counts.Length; i++)
        {
            GivingWay.At(i);
            counts[i] = oldAt[i + 1] - oldAt[i];
        }
    }

    private static void Count(ReadOnlySpan<Newer> run, int revision, int[] entityAt, int[] relationAt)
    {
        Thread.Yield();
        foreach (ref readonly var newer in run)
        {
            if (newer.Fact.Revision <= revision)
                (newer.Node >= 0 ? ref entityAt[newer.Node] : ref relationAt[~newer.Node])++;
        }
    }

    // Leaves in next where the newer facts of each node go.
    private static void CopyFrozen(Fact[] frozen, int[] oldAt, Fact[] facts, int[] at, Span<int> next)
    {
        at.AsSpan(0, next.Length).CopyTo(next);
        for (var i = 0; i + 1 < oldAt.Length && i + 1 < at.Length; i++)
        {
            GivingWay.At(i);
            var rows = frozen.AsSpan(oldAt[i]..oldAt[i + 1]);
            rows.CopyTo(facts.AsSpan(at[i]));
            next[i] += rows.Length;
        }
    }

    // Nodes are met in no order: where the next facts go is asked for together, before any is put there (bench/, "freeze").
    private static void Place(ReadOnlySpan<Newer> run, int revision, Fact[] facts, int[] next, int entities)
    {
        while (!run.IsEmpty)
        {
            Thread.Yield();
            var some = run[..Math.Min(run.Length, Prefetch.AtOnce)];
            HintAhead(some, revision, facts, next, entities);
            foreach (ref readonly var newer in some)
            {
                if (newer.Fact.Revision <= revision)
                    facts[next[SlotOf(newer.Node, entities)]++] = newer.Fact;
            }

            run = run[some.Length..];
        }
    }

    private static void HintAhead(ReadOnlySpan<Newer> some, int revision, Fact[] facts, int[] next, int entities)
    {
        // In order of recording: what comes after the revision is of no interest, and may be of nodes unknown to it.
        if (some[^1].Fact.Revision > revision)
            return;
        foreach (ref readonly var newer in some)
            Prefetch.Of(ref next[SlotOf(newer.Node, entities)]);
        foreach (ref readonly var newer in some)
            Prefetch.Of(ref facts[Math.Min(next[SlotOf(newer.Node, entities)], facts.Length - 1)]);
    }

    private static int SlotOf(int node, int entities) => node >= 0 ? node : entities + ~node;

    // Turns counts into starts; the last entry becomes the end.
    private static int Accumulate(int[] counts, int start)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            GivingWay.At(i);
            (counts[i], start) = (start, start + counts[i]);
        }

        return counts[^1];
    }

    private static void SortEach(Fact[] facts, int[] at)
    {
        for (var i = 0; i + 1 < at.Length; i++)
        {
            GivingWay.At(i);
            if (at[i + 1] - at[i] > 1)
                SortByField(facts.AsSpan(at[i]..at[i + 1]));
        }
    }

    // Stable either way; the plain loop is quick on the few, nearly sorted rows that are usual.
    private static void SortByField(Span<Fact> facts)
    {
        if (facts.Length > 64)
        {
            if (IsSorted(facts))
                return;
            facts.ToArray().OrderBy(fact => fact.Field).ToArray().CopyTo(facts);
            return;
        }

        for (var i = 1; i < facts.Length; i++)
        {
            var fact = facts[i];
            var at = i;
            for (; at > 0 && facts[at - 1].Field > fact.Field; at--)
                facts[at] = facts[at - 1];
            facts[at] = fact;
        }
    }

    private static bool IsSorted(ReadOnlySpan<Fact> facts)
    {
        for (var i = 1; i < facts.Length; i++)
        {
            if (facts[i - 1].Field > facts[i].Field)
                return false;
        }

        return true;
    }
}
