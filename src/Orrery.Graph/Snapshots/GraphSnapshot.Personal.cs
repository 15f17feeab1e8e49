namespace Orrery.Graph;

public sealed partial class GraphSnapshot
{
    /// <summary>The type of the relation with this id, whenever it holds; null when no relation has it.</summary>
    public string? TypeOf(Id relation) =>
        Memory.Ids.Find(relation.Value) is < 0 and var node && Memory.RevisionOf(node) <= Number
            ? Memory.Types[Memory.Relations[~node].Type]
            : null;

    /// <summary>The relations of a thing, and the relations of these, that hold or held personal values; in no order.</summary>
    /// <param name="subject">An entity or a relation; nothing for an unknown id.</param>
    public IReadOnlyCollection<Id> PersonalRelationsOf(Id subject)
    {
        if (Memory.Ids.Find(subject.Value) is not { } start)
            return [];
        HashSet<int> reached = [start];
        Queue<int> next = new([start]);
        while (next.TryDequeue(out var node))
        {
            foreach (var relation in Touching(node).Select(number => ~number).Where(reached.Add))
                next.Enqueue(relation);
        }

        reached.Remove(start);
        return [.. reached.Where(HoldsPersonal).Select(node => new Id(Memory.Relations[~node].Id))];
    }

    private bool HoldsPersonal(int node) =>
        Memory.Epoch.Facts.Of(node).Exists(fact => fact.Tag == FactTags.Bytes && Memory.ValueOf(fact) is Value.Personal);

    private IEnumerable<int> Touching(int node)
    {
        if (node < 0)
            return Memory
                .StartingAtRelation.GetValueOrDefault(~node, [])
                .Concat(Memory.EndingAtRelation.GetValueOrDefault(~node, []));
        var reading = Read(NodaTime.Instant.MinValue, NodaTime.Instant.MinValue, Mask.Nothing);
        return AllRelations.Of(reading, node, Direction.Out).Concat(AllRelations.Of(reading, node, Direction.In));
    }
}
