using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What a query sees: the ground of its reading, and over it what the query itself has changed so far.</summary>
internal sealed class QueryGraph(Ground ground, Vocabulary vocabulary)
{
    /// <summary>So many nodes ahead what will be read of one is asked of memory.</summary>
    public const int Ahead = 16;

    public Ground Ground => ground;

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>What the query has changed; null while it only reads.</summary>
    public Sketch? Sketch { get; private set; }

    /// <summary>One more than the largest entity number.</summary>
    public int EntityBound => ground.EntityCount + (Sketch?.NewEntities ?? 0);

    public Sketch BeginSketch() => Sketch ??= new(ground);

    public int Find(Id id) => Sketch?.FindNew(id) ?? ground.Find(id);

    public Id IdOf(int node) => Sketch is { } sketch && sketch.IsNew(node) ? sketch.IdOf(node) : ground.IdOf(node);

    public Value ValueOfNode(int node) =>
        Sketch is { } sketch && sketch.IsNew(node) ? new Value.Entity(sketch.IdOf(node)) : ground.ValueOf(node);

    /// <summary>Whether a node or a relation (by its complement) is there.</summary>
    public bool Sees(int node)
    {
        if (Sketch is null)
            return ground.Sees(node);
        return !Sketch.IsDeleted(node) && (Sketch.IsNew(node) || ground.Sees(node));
    }

    /// <summary>Whether the query itself deleted it.</summary>
    public bool IsDeleted(int node) => Sketch is not null && Sketch.IsDeleted(node);

    public Cell Property(int node, PropertyKey key)
    {
        if (Sketch is not null && Sketch.TryGetProperty(node, key.Name, out var drafted))
            return Cell.Of(drafted, this);
        if (Sketch is not null && Sketch.IsNew(node))
            return default;
        var shape = ground.Read(node, key.Number, out var bits, out var value);
        return shape == PlainShape.Nothing ? OfOurs(node, key) : CellOf(shape, bits, value);
    }

    /// <summary>The value that a mark of a column stands for.</summary>
    public Cell CellOf(ValueStamp stamp) => CellOf(ground.Read(stamp, out var bits, out var value), bits, value);

    private Cell CellOf(PlainShape shape, long bits, Value? value) =>
        shape switch
        {
            PlainShape.Nothing => default,
            PlainShape.Integer => Cell.Of(bits),
            PlainShape.Float => Cell.Of(BitConverter.Int64BitsToDouble(bits)),
            PlainShape.Bool => Cell.Of(bits != 0),
            _ => Cell.Of(value!, this),
        };

    /// <summary>A property that is named only while the query runs.</summary>
    public PropertyKey Key(string name) => vocabulary.Key(name, ground);

    /// <summary>All properties, by name.</summary>
    public ImmutableSortedDictionary<string, Value> PropertiesOf(int node) =>
        Sketch is null ? ground.FieldsOf(node) : Sketch.PropertiesOf(node);

    /// <summary>The labels of a node as a reader sees them: in an enforced workspace its kind, then what the kind descends from.</summary>
    public ImmutableArray<string> LabelsOf(int node)
    {
        if (node < 0)
            return [Vocabulary.RelationLabel];
        return vocabulary.Widen(Sketch is null ? ground.LabelsOf(node) : Sketch.LabelsOf(node));
    }

    /// <summary>The labels as a list; entities with the same labels share one.</summary>
    public Cell LabelList(int node)
    {
        if (node < 0 || Sketch is not null)
            return ListOf(LabelsOf(node));
        return vocabulary.LabelList(ground.LabelSet(node), ground);
    }

    /// <summary>The number of each node's label set. The query has changed nothing so far.</summary>
    public void LabelSets(ReadOnlySpan<int> nodes, Span<int> sets) => ground.LabelSets(nodes, sets);

    private static Cell ListOf(ImmutableArray<string> labels) => Cell.OfPlain(Value.Of(labels.Select(label => Value.Of(label))));

    /// <summary>The type of a relation as a text; relations of one type share one.</summary>
    public Cell TypeText(int relation) =>
        Sketch is not null && Sketch.IsNew(~relation)
            ? Cell.OfPlain(Value.Of(Sketch.TypeOf(relation)))
            : TextOfType(ground.EndsOf(relation).Type);

    /// <summary>A type as a text.</summary>
    public Cell TextOfType(int type) => vocabulary.TypeText(type, ground);

    /// <summary>Of some nodes keeps those with a label, in order.</summary>
    /// <returns>How many are left at the beginning.</returns>
    public int Keep(LabelTest test, Span<int> nodes)
    {
        var kept = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i + Ahead < nodes.Length && nodes[i + Ahead] is >= 0 and var later)
                ground.HintCard(later);
            if (Has(nodes[i], test))
                nodes[kept++] = nodes[i];
        }

        return kept;
    }

    public bool Has(int node, LabelTest test)
    {
        if (node < 0)
            return test.IsRelation;
        if (Sketch is not null && (Sketch.IsNew(node) || Sketch.IsRelabelled(node)))
            return test.Passes(Sketch.LabelsOf(node));
        return ground.Has(node, test.Filter);
    }

    /// <summary>Ends and type of a relation.</summary>
    public (int Start, int End) EndsOf(int relation)
    {
        if (Sketch is not null && Sketch.IsNew(~relation))
            return Sketch.EndsOf(relation);
        var (start, end, _) = ground.EndsOf(relation);
        return (start, end);
    }

    public string TypeOf(int relation) =>
        Sketch is not null && Sketch.IsNew(~relation) ? Sketch.TypeOf(relation) : ground.TypeName(ground.EndsOf(relation).Type);

    public bool HasType(int relation, TypeTest types) =>
        Sketch is not null && Sketch.IsNew(~relation)
            ? types.Passes(Sketch.TypeOf(relation))
            : types.Filter.Passes(ground.EndsOf(relation).Type);

    // What every node has besides its fields, where no field is called so.
    private Cell OfOurs(int node, PropertyKey key) => vocabulary.IsPlain ? default : OurProperties.Find(this, node, key.Name);
}
