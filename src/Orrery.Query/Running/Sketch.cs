using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What a writing query has changed so far, over the ground it began on. New nodes and relations take the numbers after the ground's.</summary>
internal sealed class Sketch(Ground ground)
{
    private readonly List<NewEntity> _entities = [];
    private readonly List<NewRelation> _relations = [];
    private readonly Dictionary<Id, int> _numbers = [];
    private readonly Dictionary<int, SortedDictionary<string, Value>> _properties = [];
    private readonly Dictionary<int, ImmutableArray<string>> _labels = [];
    private readonly HashSet<int> _deleted = [];
    private readonly Dictionary<int, List<int>> _outgoing = [];
    private readonly Dictionary<int, List<int>> _incoming = [];

    public Ground Ground => ground;

    public int NewEntities => _entities.Count;

    public IReadOnlyList<NewEntity> Entities => _entities;

    public IReadOnlyList<NewRelation> Relations => _relations;

    /// <summary>What was there before and was deleted.</summary>
    public IEnumerable<int> Deleted => _deleted.Where(node => !IsNew(node));

    /// <summary>Nodes that were deleted, new ones included.</summary>
    public IEnumerable<int> DeletedNodes => _deleted.Where(node => node >= 0);

    /// <summary>Nodes and relations with properties that were set or removed.</summary>
    public IEnumerable<int> Touched => _properties.Keys.Where(node => !IsNew(node));

    /// <summary>Where the first DELETE that leaves relations alone is written, once it has deleted something.</summary>
    public TextSpan? DeletedAt { get; set; }

    /// <summary>Nodes that were there before and have other labels now, in order of the change.</summary>
    public List<int> RelabelledInOrder { get; } = [];

    public bool IsNew(int node) => node >= 0 ? node >= ground.EntityCount : ~node >= ground.RelationCount;

    public int? FindNew(Id id) => _numbers.TryGetValue(id, out var number) ? number : null;

    public Id IdOf(int node) => node >= 0 ? _entities[node - ground.EntityCount].Id : _relations[~node - ground.RelationCount].Id;

    public bool IsDeleted(int node) => _deleted.Contains(node);

    public bool IsRelabelled(int node) => _labels.ContainsKey(node);

    public (int Start, int End) EndsOf(int relation) =>
        _relations[relation - ground.RelationCount] is var row ? (row.Start, row.End) : default;

    public string TypeOf(int relation) => _relations[relation - ground.RelationCount].Type;

    public ImmutableArray<string> LabelsOf(int node) =>
        _labels.TryGetValue(node, out var labels) ? labels
        : IsNew(node) ? []
        : ground.LabelsOf(node);

    /// <summary>Whether the sketch says something of a property; nothing means that it was removed.</summary>
    public bool TryGetProperty(int node, string name, out Value value)
    {
        value = Value.Nothing;
        return _properties.TryGetValue(node, out var properties) && properties.TryGetValue(name, out value!);
    }

    public ImmutableSortedDictionary<string, Value> PropertiesOf(int node)
    {
        var before = IsNew(node) ? Properties.None : ground.FieldsOf(node);
        if (!_properties.TryGetValue(node, out var drafted))
            return before;
        var fields = before.ToBuilder();
        foreach (var (name, value) in drafted)
        {
            if (value.IsNothing)
                fields.Remove(name);
            else
                fields[name] = value;
        }

        return fields.ToImmutable();
    }

    /// <summary>The new relations of a node, one way, deleted ones included.</summary>
    public IReadOnlyList<int> NewEdges(int node, Direction direction) =>
        (direction == Direction.Out ? _outgoing : _incoming).TryGetValue(node, out var relations) ? relations : [];

    public int AddEntity(Id id, ImmutableArray<string> labels)
    {
        var node = ground.EntityCount + _entities.Count;
        _entities.Add(new(id, node));
        _numbers[id] = node;
        if (labels is not [])
            _labels[node] = labels;
        return node;
    }

    public int AddRelation(Id id, string type, int start, int end)
    {
        var relation = ground.RelationCount + _relations.Count;
        _relations.Add(new(id, relation, type, start, end));
        _numbers[id] = ~relation;
        Note(_outgoing, start, relation);
        Note(_incoming, end, relation);
        return relation;
    }

    public void Set(int node, string name, Value value)
    {
        if (!_properties.TryGetValue(node, out var properties))
            _properties[node] = properties = new(StringComparer.Ordinal);
        properties[name] = value;
    }

    public void SetLabels(int node, ImmutableArray<string> labels)
    {
        if (!IsNew(node) && !_labels.ContainsKey(node))
            RelabelledInOrder.Add(node);
        _labels[node] = labels;
    }

    public void Delete(int node) => _deleted.Add(node);

    private static void Note(Dictionary<int, List<int>> edges, int node, int relation)
    {
        if (!edges.TryGetValue(node, out var relations))
            edges[node] = relations = [];
        relations.Add(relation);
    }
}

/// <summary>A node that the query created.</summary>
internal readonly record struct NewEntity(Id Id, int Number);

/// <summary>A relation that the query created.</summary>
internal readonly record struct NewRelation(Id Id, int Number, string Type, int Start, int End);
