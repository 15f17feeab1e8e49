namespace Orrery.Graph;

/// <summary>A frozen part laid out for reading, and what was recorded since. The writer appends to the newest epoch; snapshots keep the one they began with.</summary>
internal sealed class Epoch
{
    public Epoch(
        int revision,
        FactBook facts,
        Cards cards,
        Lifetimes lives,
        Adjacency outgoing,
        Adjacency incoming,
        int frozenRelations
    )
    {
        (Revision, Facts, Cards, Lifetimes, Outgoing, Incoming, FrozenRelations) = (
            revision,
            facts,
            cards,
            lives,
            outgoing,
            incoming,
            frozenRelations
        );
        Tail = new(frozenRelations);
        TypeSets = new(this);
        Numbers = new(this);
        Columns = new(this);
        Codes = new(this);
    }

    /// <summary>The newest revision in the frozen part.</summary>
    public int Revision { get; }

    public FactBook Facts { get; }

    public Cards Cards { get; }

    public Lifetimes Lifetimes { get; }

    public Adjacency Outgoing { get; }

    public Adjacency Incoming { get; }

    public int FrozenRelations { get; }

    public TailEdges Tail { get; }

    public TypeSetIndexes TypeSets { get; }

    public NumberColumns Numbers { get; }

    public FieldColumns Columns { get; }

    public CodeColumns Codes { get; }

    public static Epoch Empty() => new(0, new([], [0], [0]), new([]), new([]), Adjacency.Empty, Adjacency.Empty, 0);

    public Adjacency Frozen(Direction direction) => direction == Direction.Out ? Outgoing : Incoming;

    /// <summary>The existence of a node changed: no frozen edge that touches it tells the whole story any more.</summary>
    public void MarkIntricate(GraphMemory memory, int node)
    {
        if (node < 0)
        {
            MarkRelation(memory, ~node);
            return;
        }

        Lifetimes.Mark(node);
        foreach (ref readonly var edge in Outgoing.Of(node))
            MarkRelation(memory, edge.Number);
        foreach (ref readonly var edge in Incoming.Of(node))
            MarkRelation(memory, edge.Number);
    }

    /// <summary>A field of an entity (or its labels) was asserted: whatever summed it up must ask the facts.</summary>
    public void Note(int entity, int field)
    {
        Numbers.Mark(entity, field);
        Columns.Mark(entity, field);
        Codes.Mark(entity, field);
        if (field is GraphMemory.TitleField or GraphMemory.LabelsField)
            Cards.Mark(entity);
    }

    /// <summary>Who looks an entity up reads its title, fields and relations next: asks for all of them at once (bench/, "point+neighbours").</summary>
    public void HintPlaces(GraphMemory memory, int entity)
    {
        memory.EntityFlags.Hint(entity);
        Cards.Hint(entity);
        Facts.HintPlace(entity);
        Outgoing.HintPlace(entity);
        Incoming.HintPlace(entity);
    }

    /// <summary>The same, once the places should be here.</summary>
    public void HintContents(GraphMemory memory, int entity)
    {
        Facts.HintFacts(entity);
        Outgoing.HintEdges(entity);
        Incoming.HintEdges(entity);
        Cards.HintTitle(entity, memory);
    }

    /// <summary>How many frozen relations have a type; counted once, when somebody plans.</summary>
    public int CountOfType(int type) => (uint)type < (uint)TypeCounts.Length ? TypeCounts[type] : 0;

    private int[] TypeCounts => field ??= CountTypes();

    private int[] CountTypes()
    {
        var types = Outgoing.Columns.Types;
        var counts = new int[types.Length == 0 ? 0 : types.Max() + 1];
        foreach (var type in types)
            counts[type]++;
        return counts;
    }

    private void MarkRelation(GraphMemory memory, int relation)
    {
        ref var row = ref memory.Relations[relation];
        if (relation < FrozenRelations)
        {
            Outgoing.MarkIntricate(row.Start, row.Type, relation);
            Incoming.MarkIntricate(row.End, row.Type, relation);
            TypeSets.MarkIntricate(row.Start, row.End, row.Type, relation);
        }

        foreach (var above in memory.StartingAtRelation.GetValueOrDefault(relation, []))
            MarkRelation(memory, above);
        foreach (var above in memory.EndingAtRelation.GetValueOrDefault(relation, []))
            MarkRelation(memory, above);
    }
}
