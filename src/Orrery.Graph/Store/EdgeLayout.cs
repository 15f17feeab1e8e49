namespace Orrery.Graph;

/// <summary>Lays relations out by entity and type, each clipped to the life of its ends, as known at a revision.</summary>
/// <param name="memory">The rows.</param>
/// <param name="facts">Best freshly laid out: the facts of relations are asked for in their order.</param>
/// <param name="revision">As known then.</param>
/// <param name="lives">When its entities exist.</param>
/// <param name="relations">How many were known then.</param>
/// <remarks>Reads the relations in order of recording, and sorts by type where they came to lie; the two directions may be built side by side (bench/, "freeze").</remarks>
internal sealed class EdgeLayout(GraphMemory memory, FactBook facts, int revision, Lifetimes lives, int relations)
{
    private const long TicksPerMinute = 600_000_000;
    private const int FewEdges = 48;

    /// <summary>Whole minutes since 1970, rounded down; the ends of the scale keep their meaning, and what lies beyond the years that minutes reach (-2114 to 6053) is one minute next to them.</summary>
    public static int MinuteOf(long ticks)
    {
        if (ticks is Ticks.Beginning or Ticks.End)
            return ticks == Ticks.Beginning ? int.MinValue : int.MaxValue;
        var minutes = ticks / TicksPerMinute;
        return (int)Math.Clamp(ticks % TicksPerMinute < 0 ? minutes - 1 : minutes, int.MinValue + 1, int.MaxValue - 1);
    }

    /// <summary>Both directions, side by side.</summary>
    public (Adjacency Outgoing, Adjacency Incoming) Build()
    {
        var incoming = Task.Factory.StartNew(
            () => Build(Direction.In),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        return (Build(Direction.Out), incoming.GetAwaiter().GetResult());
    }

    private Adjacency Build(Direction direction)
    {
        var at = GivingWay.Zeros(lives.Count + 1);
        for (var relation = 0; relation < relations; relation++)
        {
            GivingWay.At(relation);
            if (NearEnd(in memory.Relations[relation], direction) is >= 0 and var entity)
                at[entity + 1]++;
        }

        var next = GC.AllocateUninitializedArray<int>(lives.Count);
        for (var i = 0; i < lives.Count; i++)
        {
            GivingWay.At(i);
            next[i] = at[i];
            at[i + 1] += at[i];
        }

        var (edges, types) = (GC.AllocateUninitializedArray<Edge>(at[^1]), GC.AllocateUninitializedArray<ushort>(at[^1]));
        for (var first = 0; first < relations; first += Prefetch.AtOnce)
        {
            GivingWay.At(first);
            var last = Math.Min(relations, first + Prefetch.AtOnce);
            HintAhead(first, last, direction, next, edges, types);
            for (var relation = first; relation < last; relation++)
                Place(relation, direction, next, edges, types);
        }

        for (var entity = 0; entity < lives.Count; entity++)
        {
            GivingWay.At(entity);
            SortByType(edges.AsSpan(at[entity]..at[entity + 1]), types.AsSpan(at[entity]..at[entity + 1]));
        }

        return new(at, edges, types);
    }

    private void Place(int relation, Direction direction, int[] next, Edge[] edges, ushort[] types)
    {
        ref var row = ref memory.Relations[relation];
        if (NearEnd(in row, direction) is not (>= 0 and var entity))
            return;
        var place = next[entity]++;
        edges[place] = EdgeOf(relation, in row, direction);
        types[place] = (ushort)row.Type;
    }

    // Entities are met in no order: what the next relations will look at is asked for together, before any is looked at.
    private void HintAhead(int first, int last, Direction direction, int[] next, Edge[] edges, ushort[] types)
    {
        for (var relation = first; relation < last; relation++)
        {
            ref var row = ref memory.Relations[relation];
            if (row.Start < 0 || row.End < 0)
                continue;
            Prefetch.Of(ref next[NearEnd(in row, direction)]);
            lives.Hint(row.Start);
            lives.Hint(row.End);
        }

        for (var relation = first; relation < last; relation++)
        {
            if (NearEnd(in memory.Relations[relation], direction) is not (>= 0 and var entity))
                continue;
            var place = Math.Min(next[entity], edges.Length - 1);
            Prefetch.Of(ref edges[place]);
            Prefetch.Of(ref types[place]);
        }
    }

    private static int NearEnd(in RelationRow row, Direction direction) => direction == Direction.Out ? row.Start : row.End;

    private Edge EdgeOf(int relation, in RelationRow row, Direction direction)
    {
        var other = direction == Direction.Out ? row.End : row.Start;
        if (row.Start >= 0 && row.End >= 0)
        {
            ref readonly var start = ref lives.All[row.Start];
            ref readonly var end = ref lives.All[row.End];
            if (start.IsPlain && end.IsPlain && TryLifeOf(relation, in row, out var ended))
            {
                var from = Math.Max(MinuteOf(row.From), Math.Max(start.FromMinute, end.FromMinute));
                return Clipped(other, relation, from, Math.Min(MinuteOf(ended), Math.Min(start.ToMinute, end.ToMinute)));
            }
        }

        return memory.Visible(~relation, revision) is [var only]
            ? Clipped(other, relation, MinuteOf(only.From), MinuteOf(only.To))
            : new() { Other = other, Relation = relation | Edge.Intricate };
    }

    // Until when the relation itself exists, where one stretch from its beginning tells all: it was never retired, or once and for good.
    private bool TryLifeOf(int relation, in RelationRow row, out long to)
    {
        to = row.To;
        if ((memory.RelationFlags[relation] & GraphMemory.HasExistence) == 0)
            return true;
        if (!facts.TryFindOnly(~relation, GraphMemory.ExistsField, revision, out var only))
            return false;
        to = only.From;
        return only.Tag == FactTags.No && row.From < only.From && only.From < row.To && row.To <= only.To;
    }

    // A life within one minute is one that minutes cannot tell of.
    private static Edge Clipped(int other, int relation, int from, int to) =>
        new()
        {
            Other = other,
            Relation = from < to ? relation : relation | Edge.Intricate,
            FromMinute = from,
            ToMinute = to,
        };

    // Within a type they stay in order of recording.
    private static void SortByType(Span<Edge> edges, Span<ushort> types)
    {
        if (edges.Length > FewEdges)
        {
            SortMany(edges, types);
            return;
        }

        for (var i = 1; i < types.Length; i++)
        {
            var (type, edge) = (types[i], edges[i]);
            var at = i;
            for (; at > 0 && types[at - 1] > type; at--)
                (types[at], edges[at]) = (types[at - 1], edges[at - 1]);
            (types[at], edges[at]) = (type, edge);
        }
    }

    private static void SortMany(Span<Edge> edges, Span<ushort> types)
    {
        var order = new long[edges.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = ((long)types[i] << 32) | (uint)i;
        order.AsSpan().Sort(edges);
        for (var i = 0; i < order.Length; i++)
            types[i] = (ushort)(order[i] >> 32);
    }
}
