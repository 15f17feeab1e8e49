namespace Orrery.Graph;

/// <summary>The relations of one node that can be seen: the frozen ones, then the newer ones.</summary>
internal static class Neighbours
{
    /// <param name="reading">Through which.</param>
    /// <param name="node">An entity's number, or the complement of a relation's.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="type">A type's number, or -1 for all.</param>
    public static List<Relation> Of(Reading reading, int node, Direction direction, int type)
    {
        List<Relation> found = [];
        if (node < 0)
            OfRelation(reading, ~node, direction, type, found);
        else
        {
            Frozen(reading, node, direction, type, found);
            Tail(reading, node, direction, type, found);
        }

        return found;
    }

    private static void Frozen(Reading reading, int entity, Direction direction, int type, List<Relation> found)
    {
        var adjacency = reading.Epoch.Frozen(direction);
        var edges = adjacency.Of(entity);
        var types = adjacency.TypesOf(entity);
        var (first, count) = type < 0 ? (0, edges.Length) : adjacency.RangeOf(entity, type).GetOffsetAndLength(edges.Length);
        found.EnsureCapacity(count);
        for (var i = first; i < first + count; i++)
        {
            ref readonly var edge = ref edges[i];
            if (!reading.Holds(edge) || reading.IsHidden(edge.Other))
                continue;
            // Who asks for neighbours reads their titles next.
            reading.Memory.Epoch.Cards.Hint(edge.Other);
            var (start, end) = direction == Direction.Out ? (entity, edge.Other) : (edge.Other, entity);
            found.Add(new(reading, edge.Number, start, end, types[i]));
        }
    }

    private static void Tail(Reading reading, int entity, Direction direction, int type, List<Relation> found)
    {
        var (memory, tail) = (reading.Memory, reading.Epoch.Tail);
        var newest = found.Count;
        for (var relation = tail.Newest(entity, direction); relation >= 0; relation = Next(reading, relation, direction))
        {
            ref var row = ref memory.Relations[relation];
            if ((type < 0 || row.Type == type) && row.Revision <= reading.Revision && reading.Sees(~relation))
                found.Add(new(reading, relation, row.Start, row.End, row.Type));
        }

        found.Reverse(newest, found.Count - newest);
    }

    private static int Next(Reading reading, int relation, Direction direction) =>
        reading.Epoch.Tail.Earlier(relation, direction);

    private static void OfRelation(Reading reading, int relation, Direction direction, int type, List<Relation> found)
    {
        var memory = reading.Memory;
        var ends = direction == Direction.Out ? memory.StartingAtRelation : memory.EndingAtRelation;
        foreach (var above in ends.GetValueOrDefault(relation, []))
        {
            ref var row = ref memory.Relations[above];
            if ((type < 0 || row.Type == type) && row.Revision <= reading.Revision && reading.Sees(~above))
                found.Add(new(reading, above));
        }
    }
}
