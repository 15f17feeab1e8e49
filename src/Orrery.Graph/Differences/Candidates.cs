using System.Runtime.InteropServices;

namespace Orrery.Graph;

/// <summary>The few nodes in which two readings may differ, out of all that were ever recorded.</summary>
internal static class Candidates
{
    /// <summary>Entities in order of recording, then relations (as complements) in theirs. What is not among them does not differ.</summary>
    /// <remarks>At one instant: what was written between the two revisions. At two: all rows are passed over, some nanoseconds each.</remarks>
    public static int[] Of(Reading earlier, Reading later)
    {
        if (earlier.Mask != later.Mask)
            return [.. Enumerable.Range(0, later.Memory.Entities.Count), .. AllRelations(later.Memory)];
        return earlier.At == later.At ? Written(earlier, later) : [.. Between(earlier, later)];
    }

    /// <summary>Whether something was recorded of the node itself between the revisions, or a fact begins or ends between the instants.</summary>
    public static bool MayDiffer(GraphMemory memory, int node, Reading earlier, Reading later)
    {
        var span = new Span(earlier, later);
        var (from, to) = memory.LifeOf(node);
        return span.IsRecorded(memory.RevisionOf(node)) || span.IsPassed(from) || span.IsPassed(to) || span.Touches(memory, node);
    }

    private static int[] Written(Reading earlier, Reading later)
    {
        var (memory, span) = (later.Memory, new Span(earlier, later));
        List<int> entities = [.. Rows(memory.Entities, row => row.Revision, span)];
        List<int> relations = [.. Rows(memory.Relations, row => row.Revision, span)];
        foreach (var node in memory.Epoch.Facts.WrittenBetween(span.Oldest, span.Newest))
        {
            if (node >= 0)
                entities.Add(node);
            else
                relations.Add(~node);
            if (ExistenceTouched(memory, node, span))
                AddJoined(memory, node, relations);
        }

        return [.. Sorted(entities), .. Sorted(relations).Select(relation => ~relation)];
    }

    private static IEnumerable<int> Between(Reading earlier, Reading later)
    {
        var (memory, span) = (later.Memory, new Span(earlier, later));
        var touched = new ulong[(memory.Entities.Count >> 6) + 1];
        for (int node = 0, count = memory.Entities.Count; node < count; node++)
        {
            if (!MayDiffer(memory, node, earlier, later))
                continue;
            touched[node >> 6] |= 1UL << node;
            yield return node;
        }

        for (int relation = 0, count = memory.Relations.Count; relation < count; relation++)
        {
            if (IsTouched(memory, relation, span, touched))
                yield return ~relation;
        }
    }

    // A relation shows only while both its ends do: an end that may differ is reason enough.
    private static bool IsTouched(GraphMemory memory, int relation, Span span, ulong[] touched)
    {
        ref var row = ref memory.Relations[relation];
        bool End(int node) => node < 0 || (touched[node >> 6] >> node & 1) != 0;
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
    private static void AddJoined(GraphMemory memory, int node, List<int> relations)
    {
        if (node < 0)
        {
            foreach (var above in memory.StartingAtRelation.GetValueOrDefault(~node, []))
                Add(above);
            foreach (var above in memory.EndingAtRelation.GetValueOrDefault(~node, []))
                Add(above);
            return;
        }

        var epoch = memory.Epoch;
        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Out, Direction.In])
        {
            foreach (ref readonly var edge in epoch.Frozen(direction).Of(node))
                Add(edge.Number);
            for (var newer = epoch.Tail.Newest(node, direction); newer >= 0; newer = epoch.Tail.Earlier(newer, direction))
                Add(newer);
        }

        void Add(int relation)
        {
            relations.Add(relation);
            AddJoined(memory, ~relation, relations);
        }
    }

    private static IEnumerable<int> Rows<T>(Column<T> rows, Func<T, int> revisionOf, Span span)
        where T : struct
    {
        var first = GraphMemory.CountUpTo(rows, revisionOf, span.Oldest);
        return Enumerable.Range(first, GraphMemory.CountUpTo(rows, revisionOf, span.Newest) - first);
    }

    private static IEnumerable<int> AllRelations(GraphMemory memory) =>
        Enumerable.Range(0, memory.Relations.Count).Select(relation => ~relation);

    private static IEnumerable<int> Sorted(List<int> numbers)
    {
        numbers.Sort();
        var last = -1;
        foreach (var number in numbers)
        {
            if (number != last)
                yield return number;
            last = number;
        }
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
