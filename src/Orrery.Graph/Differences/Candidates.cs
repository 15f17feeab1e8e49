using System.Runtime.InteropServices;

namespace Orrery.Graph;

/// <summary>The few nodes in which two readings may differ, out of all that were ever recorded.</summary>
/// <remarks>Kept by thread and used again: fresh memory is what a comparison of ten thousand things waits for (bench/, "diff10k").</remarks>
internal sealed class Candidates
{
    private const uint IsRelation = 1u << 31;

    [ThreadStatic]
    private static Candidates? _mine;

    // Entities sort before relations, each in order of recording.
    private readonly List<uint> _keys = [];

    private Candidates() { }

    /// <summary>Those of two readings, in order. What is not among them does not differ.</summary>
    /// <remarks>At one instant: what was written between the two revisions. At two: all rows are passed over, some nanoseconds each. Good until the next call on the same thread.</remarks>
    public static ReadOnlySpan<uint> Of(Reading earlier, Reading later)
    {
        var mine = _mine ??= new();
        mine._keys.Clear();
        var (memory, span) = (later.Memory, new Span(earlier, later));
        if (earlier.Mask != later.Mask)
            mine.AddAll(memory);
        else if (earlier.At == later.At)
            mine.AddWritten(memory, span);
        else
            mine.AddTouched(memory, span);
        return mine.Ordered();
    }

    /// <summary>An entity's number, or the complement of a relation's.</summary>
    public static int NodeOf(uint key) => key < IsRelation ? (int)key : ~(int)(key & ~IsRelation);

    /// <summary>Whether something was recorded of the node itself between the revisions, or a fact begins or ends between the instants.</summary>
    public static bool MayDiffer(GraphMemory memory, int node, Reading earlier, Reading later)
    {
        return MayDiffer(memory, node, new Span(earlier, later));
    }

    private static bool MayDiffer(GraphMemory memory, int node, Span span)
    {
        var (from, to) = memory.LifeOf(node);
        return span.IsRecorded(memory.RevisionOf(node)) || span.IsPassed(from) || span.IsPassed(to) || span.Touches(memory, node);
    }

    private void AddAll(GraphMemory memory)
    {
        for (int node = 0, count = memory.Entities.Count; node < count; node++)
            Add(node);
        for (int relation = 0, count = memory.Relations.Count; relation < count; relation++)
            Add(~relation);
    }

    private void AddWritten(GraphMemory memory, Span span)
    {
        for (
            int node = GraphMemory.CountUpTo(memory.Entities, row => row.Revision, span.Oldest),
                end = GraphMemory.CountUpTo(memory.Entities, row => row.Revision, span.Newest);
            node < end;
            node++
        )
            Add(node);
        for (
            int relation = GraphMemory.CountUpTo(memory.Relations, row => row.Revision, span.Oldest),
                end = GraphMemory.CountUpTo(memory.Relations, row => row.Revision, span.Newest);
            relation < end;
            relation++
        )
            Add(~relation);
        foreach (var node in memory.Epoch.Facts.WrittenBetween(span.Oldest, span.Newest))
        {
            Add(node);
            if (ExistenceTouched(memory, node, span))
                AddJoined(memory, node);
        }
    }

    private void AddTouched(GraphMemory memory, Span span)
    {
        var touched = new ulong[(memory.Entities.Count >> 6) + 1];
        for (int node = 0, count = touched.Length << 6; node < count && node < memory.Entities.Count; node++)
        {
            if (!MayDiffer(memory, node, span))
                continue;
            touched[node >> 6] |= 1UL << node;
            Add(node);
        }

        for (int relation = 0, count = memory.Relations.Count; relation < count; relation++)
        {
            if (IsTouched(memory, relation, span, touched))
                Add(~relation);
        }
    }

    // A relation shows only while both its ends do: an end that may differ is reason enough.
    private static bool IsTouched(GraphMemory memory, int relation, Span span, ulong[] touched)
    {
        ref var row = ref memory.Relations[relation];
        bool End(int node) => node < 0 || node >> 6 >= touched.Length || (touched[node >> 6] >> node & 1) != 0;
        return End(row.Start)
            || End(row.End)
            || span.IsRecorded(row.Revision)
            || span.IsPassed(row.From)
            || span.IsPassed(row.To)
            || span.Touches(memory, ~relation);
    }

    private static bool ExistenceTouched(GraphMemory memory, int node, Span span)
    {
        var flags = node >= 0 ? memory.EntityFlags[node] : memory.RelationFlags[~node];
        return (flags & GraphMemory.HasExistence) != 0
            && memory.Epoch.Facts.Of(node, GraphMemory.ExistsField).Exists(fact => span.IsRecorded(fact.Revision));
    }

    // All relations of a node, and those on them, whenever they hold.
    private void AddJoined(GraphMemory memory, int node)
    {
        if (node < 0)
        {
            foreach (var above in memory.StartingAtRelation.GetValueOrDefault(~node, []))
                AddWithJoined(memory, above);
            foreach (var above in memory.EndingAtRelation.GetValueOrDefault(~node, []))
                AddWithJoined(memory, above);
            return;
        }

        var epoch = memory.Epoch;
        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Out, Direction.In])
        {
            foreach (ref readonly var edge in epoch.Frozen(direction).Of(node))
                AddWithJoined(memory, edge.Number);
            for (var newer = epoch.Tail.Newest(node, direction); newer >= 0; newer = epoch.Tail.Earlier(newer, direction))
                AddWithJoined(memory, newer);
        }
    }

    private void AddWithJoined(GraphMemory memory, int relation)
    {
        Add(~relation);
        AddJoined(memory, ~relation);
    }

    private void Add(int node) => _keys.Add(node >= 0 ? (uint)node : IsRelation | (uint)~node);

    // Sorted, each once.
    private ReadOnlySpan<uint> Ordered()
    {
        _keys.Sort();
        var keys = CollectionsMarshal.AsSpan(_keys);
        var kept = 0;
        foreach (var key in keys)
        {
            if (kept == 0 || keys[kept - 1] != key)
                keys[kept++] = key;
        }

        return keys[..kept];
    }

    /// <summary>What lies between two readings: revisions after the oldest up to the newest, instants after the low up to the high.</summary>
    private readonly struct Span(Reading one, Reading other)
    {
        private readonly long _low = Math.Min(one.At, other.At);
        private readonly long _high = Math.Max(one.At, other.At);

        public int Oldest { get; } = Math.Min(one.Revision, other.Revision);

        public int Newest { get; } = Math.Max(one.Revision, other.Revision);

        public bool IsRecorded(int revision) => Oldest < revision && revision <= Newest;

        public bool IsPassed(long boundary) => _low < boundary && boundary <= _high;

        public bool Touches(GraphMemory memory, int node)
        {
            var facts = memory.Epoch.Facts;
            var all = facts.HasTail(node) ? CollectionsMarshal.AsSpan(facts.Of(node)) : facts.FrozenOf(node);
            foreach (ref readonly var fact in all)
            {
                if (IsRecorded(fact.Revision) || IsPassed(fact.From) || IsPassed(fact.To))
                    return true;
            }

            return false;
        }
    }
}
