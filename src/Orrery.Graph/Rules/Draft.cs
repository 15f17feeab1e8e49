using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>A snapshot and what the commands so far would add to it: what later commands of the same change may rely on.</summary>
internal sealed class Draft(GraphSnapshot snapshot)
{
    private readonly ImmutableArray<GraphEvent>.Builder _events = ImmutableArray.CreateBuilder<GraphEvent>();
    private readonly Dictionary<Id, ImmutableArray<string>> _entities = [];
    private readonly Dictionary<Id, GraphEvent.RelationCreated> _relations = [];
    private readonly HashSet<string> _refs = new(StringComparer.Ordinal);
    private readonly HashSet<Id> _touched = [];

    public GraphSnapshot Snapshot => snapshot;

    public GraphMemory Memory => snapshot.Memory;

    public Model Model => snapshot.Model;

    public bool IsEnforced => snapshot.Model.Settings.IsEnforced;

    public ImmutableArray<GraphEvent> Events() => _events.DrainToImmutable();

    public IEnumerable<GraphEvent.RelationCreated> NewRelations => _relations.Values;

    /// <summary>Adds an event; never a fault, so that rules can end with it.</summary>
    public Fault? Add(GraphEvent happened)
    {
        _events.Add(happened);
        switch (happened)
        {
            case GraphEvent.EntityCreated e:
                _entities[e.Subject] = e.Labels;
                if (e.Ref is { } entityRef)
                    _refs.Add(entityRef.ToString());
                break;
            case GraphEvent.RelationCreated e:
                _relations[e.Subject] = e;
                break;
            case GraphEvent.LabelsSet e:
                _entities[e.Subject] = e.Labels;
                break;
            case GraphEvent.RefGiven e:
                _refs.Add(e.Ref.ToString());
                break;
            case GraphEvent.FieldSet e:
                _touched.Add(e.Subject);
                break;
            case GraphEvent.Retired e:
                _touched.Add(e.Subject);
                break;
            case GraphEvent.Restored e:
                _touched.Add(e.Subject);
                break;
        }

        return null;
    }

    /// <summary>The node of an id that the snapshot knows.</summary>
    public int? NodeOf(Id id) =>
        Memory.Ids.Find(id.Value) is { } node && Memory.RevisionOf(node) <= snapshot.Number ? node : null;

    public bool Knows(Id id) => IsNew(id) || NodeOf(id) is not null;

    /// <summary>Made known by this change itself.</summary>
    public bool IsNew(Id id) => _relations.ContainsKey(id) || (_entities.ContainsKey(id) && NodeOf(id) is null);

    /// <summary>An earlier command of this change wrote to it: what the snapshot says of it may no longer do.</summary>
    public bool IsTouched(Id id) => _touched.Contains(id) || IsNew(id);

    public bool IsRelation(Id id) => _relations.ContainsKey(id) || NodeOf(id) is < 0;

    public bool HasRef(EntityRef entityRef) =>
        _refs.Contains(entityRef.ToString())
        || (Memory.RefIndex.Find(entityRef.ToString()) is >= 0 and var row && Memory.Refs[row].Revision <= snapshot.Number);

    /// <summary>Whether the entity that the ref leads to is this one.</summary>
    public bool RefIsOf(EntityRef entityRef, Id id) =>
        Memory.RefIndex.Find(entityRef.ToString()) is >= 0 and var row && NodeOf(id) == Memory.Refs[row].Entity;

    /// <summary>The labels of an entity at an instant; empty for a relation.</summary>
    public ImmutableArray<string> LabelsOf(Id id, long at) =>
        _entities.TryGetValue(id, out var labels) ? labels
        : NodeOf(id) is >= 0 and var node ? Memory.LabelSets.NamesOf(Memory.LabelsOf(node, snapshot.Number, at))
        : [];

    /// <summary>The type of a relation.</summary>
    public string TypeOf(Id id) =>
        _relations.TryGetValue(id, out var created) ? created.Type
        : NodeOf(id) is < 0 and var node ? Memory.Types[Memory.Relations[~node].Type]
        : "";

    /// <summary>What to call a thing in a message.</summary>
    public string NameOf(Id id) =>
        NodeOf(id) is >= 0 and var node
            ? new Entity(new(snapshot, NodaTime.Instant.MaxValue, NodaTime.Instant.MaxValue, Mask.Nothing), node).ToString()
            : id.ToString();
}
