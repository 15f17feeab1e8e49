namespace Orrery.Graph;

/// <summary>The relations of one node that can be seen: the frozen ones, then the newer ones. Measured: bench/, "point+neighbours".</summary>
internal static class Neighbours
{
    /// <summary>Of so many neighbours the titles are fetched ahead: more would push each other out of the cache.</summary>
    private const int MostHinted = 512;

    /// <param name="reading">Through which.</param>
    /// <param name="node">An entity's number, or the complement of a relation's.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="type">A type's number, or -1 for all.</param>
    public static Relation[] Of(Reading reading, int node, Direction direction, int type)
    {
        if (node < 0)
            return OfRelation(reading, ~node, direction, type);
        var frozen = Frozen(reading, node, direction, type);
        return reading.Epoch.Tail.Newest(node, direction) < 0 ? frozen : [.. frozen, .. Tail(reading, node, direction, type)];
    }

    /// <summary>The entities that touch one of some by a relation that holds, whichever way: each once, in order of meeting. No relation is made for it.</summary>
    public static IEnumerable<int> Around(Reading reading, IEnumerable<Entity> things)
    {
        HashSet<int> met = [];
        foreach (var thing in things)
        {
            Meet(reading, thing.Node, Direction.In, met);
            Meet(reading, thing.Node, Direction.Out, met);
        }

        return met;
    }

    private static void Meet(Reading reading, int entity, Direction direction, HashSet<int> met)
    {
        foreach (ref readonly var edge in reading.Epoch.Frozen(direction).Of(entity))
        {
            if (edge.Other >= 0 && reading.Holds(edge) && !reading.IsHidden(edge.Other))
                met.Add(edge.Other);
        }

        if (reading.Epoch.Tail.Newest(entity, direction) < 0)
            return;
        foreach (var relation in Tail(reading, entity, direction, -1))
        {
            if ((direction == Direction.Out ? relation.To : relation.From) is { } other)
                met.Add(other.Node);
        }
    }

    private static Relation[] Frozen(Reading reading, int entity, Direction direction, int type)
    {
        var adjacency = reading.Epoch.Frozen(direction);
        var edges = adjacency.Of(entity);
        if (edges.IsEmpty)
            return [];
        var types = adjacency.TypesOf(entity);
        if (type >= 0)
        {
            var range = adjacency.RangeOf(entity, type);
            edges = edges[range];
            types = types[range];
        }

        HintCards(reading, edges);
        var found = new Relation[edges.Length];
        var count = 0;
        for (var i = 0; i < edges.Length; i++)
        {
            ref readonly var edge = ref edges[i];
            if (!reading.Holds(edge) || reading.IsHidden(edge.Other))
                continue;
            var (start, end) = direction == Direction.Out ? (entity, edge.Other) : (edge.Other, entity);
            found[count++] = new(reading, edge.Number, start, end, types[i]);
        }

        HintTitles(reading, edges);
        return count == found.Length ? found : found[..count];
    }

    // Who asks for neighbours reads their titles next: fetched side by side, they cost one wait for memory instead of one each.
    private static void HintCards(Reading reading, ReadOnlySpan<Edge> edges)
    {
        var cards = reading.Memory.Epoch.Cards;
        foreach (ref readonly var edge in edges[..Math.Min(edges.Length, MostHinted)])
            cards.Hint(edge.Other);
    }

    private static void HintTitles(Reading reading, ReadOnlySpan<Edge> edges)
    {
        var cards = reading.Memory.Epoch.Cards;
        foreach (ref readonly var edge in edges[..Math.Min(edges.Length, MostHinted)])
            cards.HintTitle(edge.Other, reading.Memory);
    }

    private static List<Relation> Tail(Reading reading, int entity, Direction direction, int type)
    {
        var (memory, tail) = (reading.Memory, reading.Epoch.Tail);
        List<Relation> found = [];
        for (var relation = tail.Newest(entity, direction); relation >= 0; relation = tail.Earlier(relation, direction))
        {
            ref var row = ref memory.Relations[relation];
            if ((type < 0 || row.Type == type) && row.Revision <= reading.Revision && reading.Sees(~relation))
                found.Add(new(reading, relation, row.Start, row.End, row.Type));
        }

        found.Reverse();
        return found;
    }

    private static Relation[] OfRelation(Reading reading, int relation, Direction direction, int type)
    {
        var memory = reading.Memory;
        var ends = direction == Direction.Out ? memory.StartingAtRelation : memory.EndingAtRelation;
        List<Relation> found = [];
        foreach (var above in ends.GetValueOrDefault(relation, []))
        {
            ref var row = ref memory.Relations[above];
            if ((type < 0 || row.Type == type) && row.Revision <= reading.Revision && reading.Sees(~above))
                found.Add(new(reading, above));
        }

        return [.. found];
    }
}
