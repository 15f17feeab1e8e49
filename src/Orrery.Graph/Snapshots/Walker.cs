using System.Runtime.CompilerServices;

namespace Orrery.Graph;

/// <summary>Breadth-first walks over frozen edges and newer ones. The inner loop is measured: bench/, "hops".</summary>
internal static class Walker
{
    /// <summary>How far ahead in the queue the places of edges, and the edges themselves, are asked for: most entities have none and take a few nanoseconds.</summary>
    private const int Far = 24;
    private const int Near = 12;

    [ThreadStatic]
    private static Scratch? _scratch;

    /// <summary>How many entities a walk finds.</summary>
    public static int Count(Reading reading, Steps steps)
    {
        var scratch = Run(reading, steps);
        var count = scratch.Count;
        scratch.Clear();
        return count;
    }

    /// <summary>The entities a walk finds, nearest first.</summary>
    public static int[] Nodes(Reading reading, Steps steps)
    {
        var scratch = Run(reading, steps);
        var nodes = scratch.Visited.ToArray();
        scratch.Clear();
        return nodes;
    }

    /// <summary>A sum over what a walk finds, without a copy of it.</summary>
    public static double Sum(Reading reading, Steps steps, in NumberSum numbers)
    {
        var scratch = Run(reading, steps);
        var sum = numbers.Over(reading, scratch.Visited);
        scratch.Clear();
        return sum;
    }

    private static Scratch Run(Reading reading, Steps steps)
    {
        var scratch = _scratch ??= new();
        scratch.Begin(reading.Memory.Entities.Count);
        foreach (var start in steps.Starts)
            scratch.Visit(start);
        var key = new TypeSetKey(steps.Direction, steps.Types);
        var index = reading.Epoch.TypeSets.Find(key);
        var frozen = index ?? reading.Epoch.Frozen(steps.Direction);
        var hasTail = reading.Epoch.Tail.Count > 0;
        var seen = 0;
        for (var (head, hop) = (0, 0); hop < steps.Hops && head < scratch.Count; hop++)
        {
            for (var end = scratch.Count; head < end; head++)
            {
                if (head + Far < scratch.Count)
                    frozen.Hint(scratch.Queue[head + Far], scratch.Queue[head + Near]);
                var entity = scratch.Queue[head];
                seen += index is null
                    ? Spread(reading, scratch, frozen, steps.Types, entity)
                    : Spread(reading, scratch, index, entity);
                if (hasTail)
                    SpreadTail(reading, scratch, steps.Types, steps.Direction, entity);
            }
        }

        if (index is null)
            reading.Epoch.TypeSets.Note(key, seen);
        return scratch;
    }

    private static int Spread(Reading reading, Scratch scratch, Adjacency index, int entity)
    {
        var edges = index.Of(entity);
        var (minute, mask) = (reading.Minute, reading.Mask);
        foreach (ref readonly var edge in edges)
        {
            // The common case in one line: not intricate, clearly within its time.
            var holds = edge.Relation >= 0 && edge.FromMinute < minute && minute < edge.ToMinute;
            if ((holds || reading.Holds(edge)) && edge.Other >= 0 && !scratch.Has(edge.Other) && !mask.Hides(edge.Other))
                scratch.Visit(edge.Other);
        }

        return edges.Length;
    }

    private static int Spread(Reading reading, Scratch scratch, Adjacency whole, TypeSet types, int entity)
    {
        var edges = whole.Of(entity);
        var edgeTypes = whole.TypesOf(entity);
        for (var i = 0; i < edges.Length; i++)
        {
            ref readonly var edge = ref edges[i];
            if (types.Contains(edgeTypes[i]) && edge.Other >= 0 && reading.Holds(edge) && !reading.Mask.Hides(edge.Other))
                scratch.Visit(edge.Other);
        }

        return edges.Length;
    }

    private static void SpreadTail(Reading reading, Scratch scratch, TypeSet types, Direction direction, int entity)
    {
        var tail = reading.Epoch.Tail;
        for (var relation = tail.Newest(entity, direction); relation >= 0; relation = tail.Earlier(relation, direction))
        {
            ref var row = ref reading.Memory.Relations[relation];
            var other = direction == Direction.Out ? row.End : row.Start;
            if (other >= 0 && types.Contains(row.Type) && row.Revision <= reading.Revision && reading.Sees(~relation))
                scratch.Visit(other);
        }
    }

    /// <summary>Marks and queue of one walk, kept by thread: marks are bits, cleared by what was visited.</summary>
    private sealed class Scratch
    {
        private ulong[] _marks = [];

        public int[] Queue { get; private set; } = new int[256];

        public int Count { get; private set; }

        public void Begin(int entities)
        {
            Count = 0;
            if (_marks.Length < (entities >> 6) + 1)
                _marks = new ulong[Math.Max((entities >> 6) + 1, _marks.Length * 2)];
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Has(int entity) => (_marks[entity >> 6] >> entity & 1) != 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(int entity)
        {
            ref var word = ref _marks[entity >> 6];
            var bit = 1UL << entity;
            if ((word & bit) != 0)
                return;
            word |= bit;
            if (Count == Queue.Length)
                Grow();
            Queue[Count++] = entity;
        }

        public ReadOnlySpan<int> Visited => Queue.AsSpan(0, Count);

        public void Clear()
        {
            if (Count > _marks.Length)
                Array.Clear(_marks);
            else
            {
                foreach (var entity in Visited)
                    _marks[entity >> 6] = 0;
            }

            Count = 0;
        }

        private void Grow()
        {
            var wider = new int[Queue.Length * 2];
            Queue.CopyTo(wider, 0);
            Queue = wider;
        }
    }
}
