namespace Orrery.Graph;

/// <summary>The relations of an entity known at a revision, whenever they hold.</summary>
internal static class AllRelations
{
    public static List<int> Of(Reading reading, int entity, Direction direction)
    {
        List<int> relations = [];
        foreach (ref readonly var edge in reading.Epoch.Frozen(direction).Of(entity))
            relations.Add(edge.Number);
        var tail = reading.Epoch.Tail;
        var frozen = relations.Count;
        for (var relation = tail.Newest(entity, direction); relation >= 0; relation = tail.Earlier(relation, direction))
        {
            if (reading.Memory.Relations[relation].Revision <= reading.Revision)
                relations.Add(relation);
        }

        relations.Reverse(frozen, relations.Count - frozen);
        return relations;
    }
}
