namespace Orrery.Graph;

/// <summary>Lays relations out by entity and type, each clipped to the life of its ends, as known at a revision.</summary>
internal sealed class EdgeLayout(GraphMemory memory, int revision, int entities, int relations)
{
    private const long TicksPerMinute = 600_000_000;

    private readonly int[] _byType = SortByType(memory, relations);

    /// <summary>Whole minutes since 1970, rounded down; the ends of the scale keep their meaning.</summary>
    public static int MinuteOf(long ticks)
    {
        if (ticks is Ticks.Beginning or Ticks.End)
            return ticks == Ticks.Beginning ? int.MinValue : int.MaxValue;
        var minutes = ticks / TicksPerMinute;
        return (int)(ticks % TicksPerMinute < 0 ? minutes - 1 : minutes);
    }

    public Adjacency Build(Direction direction)
    {
        var at = new int[entities + 1];
        foreach (var relation in _byType)
        {
            if (EndOf(relation, direction) is >= 0 and var entity)
                at[entity + 1]++;
        }

        for (var i = 0; i < entities; i++)
            at[i + 1] += at[i];
        var next = at.AsSpan(0, entities).ToArray();
        var (edges, types) = (new Edge[at[^1]], new ushort[at[^1]]);
        foreach (var relation in _byType)
        {
            if (EndOf(relation, direction) is not (>= 0 and var entity))
                continue;
            var place = next[entity]++;
            edges[place] = EdgeOf(relation, direction);
            types[place] = (ushort)memory.Relations[relation].Type;
        }

        return new(at, edges, types);
    }

    private int EndOf(int relation, Direction direction) =>
        direction == Direction.Out ? memory.Relations[relation].Start : memory.Relations[relation].End;

    private Edge EdgeOf(int relation, Direction direction)
    {
        ref var row = ref memory.Relations[relation];
        var other = direction == Direction.Out ? row.End : row.Start;
        if (IsPlain(relation, in row))
        {
            var (start, end) = (memory.LifeOf(row.Start), memory.LifeOf(row.End));
            var (from, to) = (Math.Max(row.From, Math.Max(start.From, end.From)), Math.Min(row.To, Math.Min(start.To, end.To)));
            return Simple(other, relation, from, to);
        }

        return memory.Visible(~relation, revision) switch
        {
            [] => Simple(other, relation, 0, 0),
            [var only] => Simple(other, relation, only.From, only.To),
            _ => new() { Other = other, Relation = relation | Edge.Intricate },
        };
    }

    private static Edge Simple(int other, int relation, long from, long to) =>
        new()
        {
            Other = other,
            Relation = from < to ? relation : relation | Edge.Intricate,
            FromMinute = MinuteOf(from),
            ToMinute = MinuteOf(to),
        };

    private bool IsPlain(int relation, in RelationRow row) =>
        row.Start >= 0
        && row.End >= 0
        && (
            (memory.RelationFlags[relation] | memory.EntityFlags[row.Start] | memory.EntityFlags[row.End])
            & GraphMemory.HasExistence
        ) == 0;

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
