namespace Orrery.Graph;

/// <summary>Lays relations out by entity and type, each clipped to the life of its ends, as known at a revision.</summary>
/// <remarks>About 0.2 µs a relation and direction on a million entities; the two directions may be built side by side (bench/, "freeze").</remarks>
internal sealed class EdgeLayout
{
    private const long TicksPerMinute = 600_000_000;

    private readonly GraphMemory _memory;
    private readonly int _revision;
    private readonly int[] _byType;
    private readonly Lifetimes _lives;

    public EdgeLayout(GraphMemory memory, int revision, Lifetimes lives, int relations)
    {
        (_memory, _revision, _lives) = (memory, revision, lives);
        _byType = SortByType(memory, relations);
    }

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
        var at = new int[_lives.Count + 1];
        foreach (var relation in _byType)
        {
            if (NearEnd(in _memory.Relations[relation], direction) is >= 0 and var entity)
                at[entity + 1]++;
        }

        for (var i = 0; i < _lives.Count; i++)
            at[i + 1] += at[i];
        var next = at.AsSpan(0, _lives.Count).ToArray();
        var (edges, types) = (new Edge[at[^1]], new ushort[at[^1]]);
        foreach (var relation in _byType)
        {
            ref var row = ref _memory.Relations[relation];
            if (NearEnd(in row, direction) is not (>= 0 and var entity))
                continue;
            var place = next[entity]++;
            edges[place] = EdgeOf(relation, in row, direction);
            types[place] = (ushort)row.Type;
        }

        return new(at, edges, types);
    }

    private static int NearEnd(in RelationRow row, Direction direction) => direction == Direction.Out ? row.Start : row.End;

    private Edge EdgeOf(int relation, in RelationRow row, Direction direction)
    {
        var other = direction == Direction.Out ? row.End : row.Start;
        if (row.Start >= 0 && row.End >= 0 && (_memory.RelationFlags[relation] & GraphMemory.HasExistence) == 0)
        {
            ref readonly var start = ref _lives.All[row.Start];
            ref readonly var end = ref _lives.All[row.End];
            if (start.IsPlain && end.IsPlain)
            {
                var from = Math.Max(MinuteOf(row.From), Math.Max(start.FromMinute, end.FromMinute));
                return Clipped(other, relation, from, Math.Min(MinuteOf(row.To), Math.Min(start.ToMinute, end.ToMinute)));
            }
        }

        return _memory.Visible(~relation, _revision) is [var only]
            ? Clipped(other, relation, MinuteOf(only.From), MinuteOf(only.To))
            : new() { Other = other, Relation = relation | Edge.Intricate };
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

    private static int[] SortByType(GraphMemory memory, int relations)
    {
        var starts = new int[memory.Types.Count + 1];
        for (var relation = 0; relation < relations; relation++)
            starts[memory.Relations[relation].Type + 1]++;
        for (var type = 1; type < starts.Length; type++)
            starts[type] += starts[type - 1];
        var sorted = new int[relations];
        for (var relation = 0; relation < relations; relation++)
            sorted[starts[memory.Relations[relation].Type]++] = relation;
        return sorted;
    }
}
