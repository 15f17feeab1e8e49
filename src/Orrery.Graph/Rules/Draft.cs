using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>A snapshot and what the commands so far would add to it: what later commands of the same change may rely on.</summary>
internal sealed class Draft(GraphSnapshot snapshot, Mask mask)
{
    private const string Hidden = "(hidden)";

    // Most changes are of one event, and what later commands would ask is never asked ("publish" in bench/): nothing is made for them before.
    private readonly ImmutableArray<GraphEvent>.Builder _events = ImmutableArray.CreateBuilder<GraphEvent>(1);
    private LateMap<Id, GraphEvent.EntityCreated> _entities;
    private LateMap<Id, GraphEvent.RelationCreated> _relations;
    private LateMap<(Id End, Direction Direction), List<GraphEvent.RelationCreated>> _newAt;
    private LateMap<Id, List<GraphEvent.LabelsSet>> _labels;
    private LateMap<Id, List<(long From, long To)>> _lives;
    private LateMap<string, Id> _refs;
    private HashSet<(Id Subject, string Field)>? _written;
    private int _writtenUpTo;
    private HashSet<Id>? _newParts;
    private (Id Id, int Node)? _found;
    private bool _speaksOfModel;
    private Model? _model;
    private Model? _shown;

    public GraphSnapshot Snapshot => snapshot;

    public GraphMemory Memory => snapshot.Memory;

    /// <summary>The model whose rules hold: with what earlier commands of the same change made of it.</summary>
    public Model Model => !_speaksOfModel ? snapshot.Model : _model ??= ModelAfter.Of(snapshot, _events, Mask.Nothing);

    /// <summary>The part of it that the asker may know of: what is not in here is unknown to them, and no fault names it.</summary>
    public Model Shown =>
        !_speaksOfModel ? Before
        : mask.HidesModelOf(snapshot) ? _shown ??= ModelAfter.Of(snapshot, _events, mask)
        : Model;

    /// <summary>What the asker may know of the model before the change: enough for its own parts, whose kinds are a closed list.</summary>
    public Model Before { get; } = mask.HidesModelOf(snapshot) ? ModelReading.Of(snapshot, mask) : snapshot.Model;

    public bool IsEnforced => snapshot.Model.Settings.IsEnforced;

    /// <summary>How many events there are so far.</summary>
    public int Count => _events.Count;

    public ImmutableArray<GraphEvent> Events() => _events.DrainToImmutable();

    /// <summary>The same draft with only its first events.</summary>
    public Draft UpTo(int count)
    {
        var draft = new Draft(snapshot, mask);
        foreach (var happened in _events.Take(count))
            draft.Add(happened);
        if (_speaksOfModel)
            draft.NoteModel();
        return draft;
    }

    /// <summary>Adds an event; never a fault, so that rules can end with it.</summary>
    public Fault? Add(GraphEvent happened)
    {
        _events.Add(happened);
        switch (happened)
        {
            case GraphEvent.EntityCreated e:
                _entities.Put(e.Subject, e);
                if (e.Ref is { } entityRef)
                    _refs.Put(entityRef.ToString(), e.Subject);
                if (e.Labels is [var label, ..] && MetaKinds.Contains(label) && (_newParts ??= []).Add(e.Subject))
                    NoteModel();
                break;
            case GraphEvent.RelationCreated e:
                Note(e);
                if (ModelAfter.IsTie(e.Type))
                    NoteModel();
                break;
            case GraphEvent.LabelsSet e:
                (_labels.TryGetValue(e.Subject, out var set) ? set : _labels.Put(e.Subject, [])).Add(e);
                break;
            case GraphEvent.RefGiven e:
                _refs.Put(e.Ref.ToString(), e.Subject);
                break;
            case GraphEvent.Retired e:
                Stretches.Remove(_lives.Put(e.Subject, [.. LivesOf(e.Subject)]), Ticks.Of(e.During.From), Ticks.Of(e.During.To));
                NoteExistence(e.Subject);
                break;
            case GraphEvent.Restored e:
                Stretches.Add(_lives.Put(e.Subject, [.. LivesOf(e.Subject)]), Ticks.Of(e.During.From), Ticks.Of(e.During.To));
                NoteExistence(e.Subject);
                break;
        }

        return null;
    }

    /// <summary>A field of this node was written: what it says of the model holds for later commands.</summary>
    public void NoteField(Id subject, int? node)
    {
        if (node is >= 0 ? Memory.LabelSets.IsModel(Memory.EntityLabels[node.Value]) : _newParts?.Contains(subject) == true)
            NoteModel();
    }

    /// <summary>The node of an id that the snapshot knows.</summary>
    public int? NodeOf(Id id)
    {
        if (_found is { } found && found.Id == id)
            return found.Node;
        if (Memory.Ids.Find(id.Value) is not { } node || Memory.RevisionOf(node) > snapshot.Number)
            return null;
        _found = (id, node);
        Memory.HintFactsOf(node);
        return node;
    }

    /// <summary>Whether there is such a thing for the asker: what is hidden might as well never have been.</summary>
    public bool Knows(Id id) => IsNew(id) || (NodeOf(id) is { } node && !IsHidden(node));

    /// <summary>Whether the id is in use, seen or not.</summary>
    public bool IsTaken(Id id) => IsNew(id) || NodeOf(id) is not null;

    /// <summary>Made known by this change itself.</summary>
    public bool IsNew(Id id) => _relations.ContainsKey(id) || _entities.ContainsKey(id);

    /// <summary>An earlier command of this change wrote the field: what the snapshot says of it may no longer do.</summary>
    public bool IsWritten(Id id, string field)
    {
        if (Count == 0)
            return false;
        _written ??= [];
        for (; _writtenUpTo < Count; _writtenUpTo++)
        {
            if (_events[_writtenUpTo] is GraphEvent.FieldSet set)
                _written.Add((set.Subject, set.Field));
        }

        return _written.Contains((id, field));
    }

    /// <summary>An earlier command of this change wrote the labels.</summary>
    public bool IsRelabelled(Id id) => _labels.ContainsKey(id);

    public bool IsRelation(Id id) => _relations.ContainsKey(id) || NodeOf(id) is < 0;

    /// <summary>The entity that a ref leads to, or an earlier one of it; null while nobody has it.</summary>
    public Id? OwnerOf(EntityRef entityRef) =>
        _refs.TryGetValue(entityRef.ToString(), out var id) ? id
        : Memory.RefIndex.Find(entityRef.ToString()) is >= 0 and var row && Memory.Refs[row].Revision <= snapshot.Number
            ? IdOf(Memory.Refs[row].Entity)
        : null;

    /// <summary>The ref the snapshot addresses an entity by, or null.</summary>
    public EntityRef? RefOf(Id id) => NodeOf(id) is >= 0 and var node ? EntityAt(node).Ref : null;

    /// <summary>The labels of an entity at an instant; empty for a relation.</summary>
    public ImmutableArray<string> LabelsOf(Id id, long at)
    {
        if (
            _labels.TryGetValue(id, out var set)
            && set.FindLast(e => Ticks.Of(e.During.From) <= at && at < Ticks.Of(e.During.To)) is { } newest
        )
            return newest.Labels;
        return _entities.TryGetValue(id, out var created) ? created.Labels
            : NodeOf(id) is >= 0 and var node ? Memory.LabelSets.NamesOf(Memory.LabelsOf(node, snapshot.Number, at))
            : [];
    }

    /// <summary>The type of a relation.</summary>
    public string TypeOf(Id id) =>
        _relations.TryGetValue(id, out var created) ? created.Type
        : NodeOf(id) is < 0 and var node ? Memory.Types[Memory.Relations[~node].Type]
        : "";

    /// <summary>Where a relation starts and ends.</summary>
    public (Id From, Id To) EndsOf(Id relation)
    {
        if (_relations.TryGetValue(relation, out var created))
            return (created.From, created.To);
        ref var row = ref Memory.Relations[~NodeOf(relation)!.Value];
        return (IdOf(row.Start), IdOf(row.End));
    }

    /// <summary>When a thing itself exists, this change included.</summary>
    public List<(long From, long To)> LivesOf(Id id)
    {
        if (_lives.TryGetValue(id, out var lives))
            return lives;
        var exists =
            _relations.TryGetValue(id, out var relation) ? relation.Exists
            : _entities.TryGetValue(id, out var entity) ? entity.Exists
            : default(Validity?);
        return exists is { } during ? Stretches.Of(during) : Memory.Lives(NodeOf(id)!.Value, snapshot.Number);
    }

    /// <summary>What there is of a thing for the asker, with one look-up where the answer is plain (bench/, "bulk").</summary>
    public Presence PresenceOf(Id id, Validity during)
    {
        var isNew = _entities.TryGetValue(id, out var created);
        if (isNew || _relations.ContainsKey(id))
            return isNew && (during.IsEmpty || created!.Exists.Contains(during.From)) && !_lives.ContainsKey(id)
                ? Presence.There
                : Slowly();
        if (NodeOf(id) is not { } node || IsHidden(node))
            return Presence.Unknown;
        var isAsItWas = _lives.IsEmpty || (node >= 0 && !_lives.ContainsKey(id));
        return isAsItWas && (during.IsEmpty || Memory.IsLive(node, snapshot.Number, Ticks.Of(during.From)))
            ? Presence.There
            : Slowly();

        Presence Slowly() =>
            during.IsEmpty || Stretches.Intersect(VisibleOf(id), Stretches.Of(during)) is not []
                ? Presence.There
                : Presence.Absent;
    }

    /// <summary>When a thing can be seen, this change included: a relation while both its ends can.</summary>
    public List<(long From, long To)> VisibleOf(Id id)
    {
        var lives = LivesOf(id);
        if (lives is [] || !IsRelation(id))
            return lives;
        var (from, to) = EndsOf(id);
        return Stretches.Intersect(Stretches.Intersect(lives, VisibleOf(from)), VisibleOf(to));
    }

    /// <summary>All relations of a type that start, or end, at an entity, whenever they hold, this change included.</summary>
    public IEnumerable<Id> RelationsOf(Id end, Direction direction, string type)
    {
        foreach (var created in _newAt.TryGetValue((end, direction), out var there) ? there : [])
        {
            if (created.Type == type)
                yield return created.Subject;
        }

        var number = Memory.Types.Find(type);
        if (number < 0 || NodeOf(end) is not (>= 0 and var node))
            yield break;
        var epoch = Memory.Epoch;
        var adjacency = epoch.Frozen(direction);
        var (first, count) = adjacency.RangeOf(node, number).GetOffsetAndLength(adjacency.Of(node).Length);
        for (var i = first; i < first + count; i++)
        {
            if (IsKnown(adjacency.Of(node)[i].Number))
                yield return IdOf(~adjacency.Of(node)[i].Number);
        }

        for (var relation = epoch.Tail.Newest(node, direction); relation >= 0; relation = epoch.Tail.Earlier(relation, direction))
        {
            if (Memory.Relations[relation].Type == number && IsKnown(relation))
                yield return IdOf(~relation);
        }
    }

    /// <summary>What to call a thing in a message; nothing of it but its id where it is hidden from the asker.</summary>
    public string NameOf(Id id) =>
        NodeOf(id) is >= 0 and var node && !mask.Hides(node) ? EntityAt(node).ToString()
        : _entities.TryGetValue(id, out var created) && created.Ref is { } entityRef ? entityRef.ToString()
        : id.ToString();

    /// <summary>What to call a kind in a message.</summary>
    public string NameOfKind(string kind) => Model.FindKind(kind) is not null && Shown.FindKind(kind) is null ? Hidden : kind;

    /// <summary>What to call a relation type in a message.</summary>
    public string NameOfType(string type) =>
        !ReferenceEquals(Model, Shown) && Model.FindRelationType(type) is not null && Shown.FindRelationType(type) is null
            ? Hidden
            : type;

    private void NoteModel() => (_speaksOfModel, _model, _shown) = (true, null, null);

    private void NoteExistence(Id subject)
    {
        if (IsRelation(subject) ? ModelAfter.IsTie(TypeOf(subject)) : ModelAfter.IsPart(LabelsOf(subject, Ticks.End - 1)))
            NoteModel();
    }

    private bool IsHidden(int node)
    {
        if (mask.HidesNothing)
            return false;
        while (node < 0)
        {
            ref var relation = ref Memory.Relations[~node];
            if (IsHidden(relation.Start))
                return true;
            node = relation.End;
        }

        return mask.Hides(node);
    }

    private bool IsKnown(int relation) => Memory.Relations[relation].Revision <= snapshot.Number;

    private void Note(GraphEvent.RelationCreated created)
    {
        _relations.Put(created.Subject, created);
        if (!IsEnforced)
            return;
        foreach (var end in (ReadOnlySpan<(Id, Direction)>)[(created.From, Direction.Out), (created.To, Direction.In)])
            (_newAt.TryGetValue(end, out var there) ? there : _newAt.Put(end, [])).Add(created);
    }

    private Entity EntityAt(int node) =>
        new(new(snapshot, NodaTime.Instant.MaxValue, NodaTime.Instant.MaxValue, Mask.Nothing), node);

    private Id IdOf(int node) => new(node >= 0 ? Memory.Entities[node].Id : Memory.Relations[~node].Id);
}

/// <summary>What there is of a thing during some time.</summary>
internal enum Presence
{
    /// <summary>Nothing is known of it.</summary>
    Unknown,

    /// <summary>It is known and exists at none of that time.</summary>
    Absent,

    /// <summary>It exists at some of that time.</summary>
    There,
}
