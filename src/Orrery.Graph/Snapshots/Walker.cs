using System.Runtime.CompilerServices;

namespace Orrery.Graph;

/// <summary>Breadth-first walks over frozen edges and newer ones. The inner loop is measured: bench/, "hops".</summary>
internal static class Walker
{
    [ThreadStatic]
    private static Scratch? _scratch;

    public static Reached Run(Reading reading, IEnumerable<Entity> starts, TypeSet types, Direction direction, int hops)
    {
        var scratch = _scratch ??= new();
        scratch.Begin(reading.Memory.Entities.Count);
        foreach (var start in starts)
            scratch.Visit(start.Node);
        var key = new TypeSetKey(direction, types);
        var index = reading.Epoch.TypeSets.Find(key);
        var frozen = index ?? reading.Epoch.Frozen(direction);
        var hasTail = reading.Epoch.Tail.Count > 0;
        var seen = 0;
        for (var (head, hop) = (0, 0); hop < hops && head < scratch.Count; hop++)
        {
            for (var end = scratch.Count; head < end; head++)
            {
                if (head + Prefetch.Ahead < scratch.Count)
                    frozen.Hint(scratch.Queue[head + Prefetch.Ahead], scratch.Queue[head + (Prefetch.Ahead / 2)]);
                var entity = scratch.Queue[head];
                seen += index is null ? Spread(reading, scratch, frozen, types, entity) : Spread(reading, scratch, index, entity);
                if (hasTail)
                    SpreadTail(reading, scratch, types, direction, entity);
            }
        }

        if (index is null)
            reading.Epoch.TypeSets.Note(key, seen);
        return new(reading, scratch.End());
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

        public int[] End()
        {
            var visited = Queue.AsSpan(0, Count);
            var answer = GC.AllocateUninitializedArray<int>(Count);
            visited.CopyTo(answer);
            if (Count > _marks.Length)
                Array.Clear(_marks);
            else
            {
                foreach (var entity in visited)
                    _marks[entity >> 6] = 0;
            }

            return answer;
        }

        private void Grow()
        {
            var wider = new int[Queue.Length * 2];
            Queue.CopyTo(wider, 0);
            Queue = wider;
        }
    }
}
