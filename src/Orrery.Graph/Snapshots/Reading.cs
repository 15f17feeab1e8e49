using System.Collections.Concurrent;
using NodaTime;

namespace Orrery.Graph;

/// <summary>What anybody gets to see: a snapshot at an instant of valid time, through a mask. Every answer of one reading is of one revision.</summary>
public sealed class Reading
{
    private readonly long _at;
    private readonly int _minute;

    internal Reading(GraphSnapshot snapshot, Instant valid, Instant now, Mask mask, string? community = null)
    {
        (Snapshot, Valid, Now, Mask, Community) = (snapshot, valid, now, mask, community);
        (Memory, Revision) = (snapshot.Memory, snapshot.Number);
        _at = Ticks.Of(valid);
        _minute = EdgeLayout.MinuteOf(_at);
    }

    internal GraphMemory Memory { get; }

    /// <summary>Where relations are read; for an old revision it is laid out only when relations are first asked for.</summary>
    internal Epoch Epoch => field ??= Memory.EpochFor(Revision);

    /// <summary>Columns of fields, where this reading is of the newest layout; null for an older one.</summary>
    internal FieldColumns? CurrentColumns => Memory.Epoch is var epoch && Revision >= epoch.Revision ? epoch.Columns : null;

    /// <summary>Numbered values, where this reading is of the newest layout; null for an older one.</summary>
    internal CodeColumns? CurrentCodes => Memory.Epoch is var epoch && Revision >= epoch.Revision ? epoch.Codes : null;

    /// <summary>When entities exist, where this reading is of the newest layout; null for an older one.</summary>
    internal Lifetimes? CurrentLifetimes => Memory.Epoch is var epoch && Revision >= epoch.Revision ? epoch.Lifetimes : null;

    internal int Revision { get; }

    internal long At => _at;

    internal int Minute => _minute;

    /// <summary>The snapshot that is read.</summary>
    public GraphSnapshot Snapshot { get; }

    /// <summary>The instant of valid time.</summary>
    public Instant Valid { get; }

    /// <summary>What "now" means here.</summary>
    public Instant Now { get; }

    /// <summary>What the viewer may not see.</summary>
    public Mask Mask { get; }

    /// <summary>In whose words the model is; null for its own titles.</summary>
    public string? Community { get; }

    /// <summary>Today's kinds, fields and relation types, also when the past is read.</summary>
    public Model Model => field ??= Snapshot.Model.InWordsOf(Community);

    /// <summary>The same reading with everything of the model called as a community calls it.</summary>
    /// <param name="community">The key of the community; null for the model's own titles.</param>
    public Reading InWordsOf(string? community) => community == Community ? this : new(Snapshot, Valid, Now, Mask, community);

    /// <summary>The entity with this id, if it exists now and may be seen.</summary>
    public Entity? Find(Id id)
    {
        if (Memory.Ids.Guess(id.Value) is >= 0 and var likely)
            Memory.Epoch.HintPlaces(Memory, likely);
        if (Memory.Ids.Find(id.Value) is not (>= 0 and var node))
            return null;
        Memory.Epoch.HintContents(Memory, node);
        return Sees(node) ? new(this, node) : null;
    }

    /// <summary>The entity that this ref, or an earlier one of it, leads to.</summary>
    public Entity? Find(EntityRef entityRef) => EntityOf(entityRef) is { } node && Sees(node) ? new(this, node) : null;

    /// <summary>The relation with this id, if it and both its ends exist now and may be seen.</summary>
    public Relation? FindRelation(Id id) => Memory.Ids.Find(id.Value) is < 0 and var node && Sees(node) ? new(this, ~node) : null;

    /// <summary>The entity with this id at whatever time it exists: to show what was retired, or is still to come.</summary>
    public Entity? FindAnyTime(Id id) =>
        Memory.Ids.Find(id.Value) is >= 0 and var node && Memory.RevisionOf(node) <= Revision && !Mask.Hides(node)
            ? new(this, node)
            : null;

    /// <summary>The entity of this ref at whatever time it exists.</summary>
    public Entity? FindAnyTime(EntityRef entityRef) =>
        EntityOf(entityRef) is { } node && Memory.RevisionOf(node) <= Revision && !Mask.Hides(node) ? new(this, node) : null;

    /// <summary>The value of a field of an entity or a relation, whether or not it exists now; nothing for an unknown id.</summary>
    public Value ValueOf(Id id, string field) =>
        Memory.Ids.Find(id.Value) is { } node && Memory.RevisionOf(node) <= Revision && !IsHidden(node)
            ? ValueOf(node, Memory.Fields.Find(field))
            : Value.Nothing;

    /// <summary>Whether an entity or a relation can be seen now.</summary>
    public bool Exists(Id id) => Memory.Ids.Find(id.Value) is { } node && Sees(node);

    /// <summary>The relation with this id at whatever time it holds: to tell of one that ended, or is still to come.</summary>
    public Relation? FindRelationAnyTime(Id id) =>
        Memory.Ids.Find(id.Value) is < 0 and var node && Memory.RevisionOf(node) <= Revision && !IsHidden(node)
            ? new(this, ~node)
            : null;

    /// <summary>The entities that carry a label now, in order of first recording.</summary>
    public IEnumerable<Entity> WithLabel(string label)
    {
        foreach (var node in NodesWithLabel(label))
            yield return new(this, node);
    }

    /// <summary>How many entities carry a label and exist now.</summary>
    /// <remarks>Cost: about ten nanoseconds for each that ever carried it.</remarks>
    public int CountWithLabel(string label) => NodesWithLabel(label).Count();

    /// <summary>The entities that were ever given a label, whenever they exist, retired ones too.</summary>
    public IEnumerable<Entity> EverWithLabel(string label) =>
        Posted(Memory.Labels.Find(label))
            .Where(node => Memory.RevisionOf(node) <= Revision && !IsHidden(node))
            .Select(node => new Entity(this, node));

    /// <summary>Every value that things had in a field while they were of a kind, whenever that was, ended things too: in order of first recording.</summary>
    /// <param name="kind">The kind's symbol; its descendants are not meant.</param>
    /// <param name="field">The field's symbol.</param>
    /// <remarks>Cost: some hundred nanoseconds a thing.</remarks>
    public IEnumerable<(Id Thing, FieldFact Fact)> EveryValue(string kind, string field)
    {
        var (label, number) = (Memory.Labels.Find(kind), Memory.Fields.Find(field));
        foreach (var node in Posted(label))
        {
            if (Memory.RevisionOf(node) > Revision || IsHidden(node) || !Memory.Epoch.Facts.Tells(node, number))
                continue;
            foreach (var fact in FieldReading.Timeline(this, node, field))
            {
                if (Memory.LabelSets.Has(Memory.LabelsOf(node, Revision, Ticks.Of(fact.During.From)), label))
                    yield return (new(Memory.Entities[node].Id), fact);
            }
        }
    }

    /// <summary>The things that were ever of a kind, each with a stretch of time over which it was.</summary>
    /// <param name="kind">The kind's symbol; its descendants are not meant.</param>
    public IEnumerable<(Entity Thing, Validity During)> EverOfKind(string kind)
    {
        var label = Memory.Labels.Find(kind);
        foreach (var thing in EverWithLabel(kind))
        {
            var reached = Ticks.Beginning;
            foreach (var stretch in Memory.Timeline(thing.Node, GraphMemory.LabelsField, Revision))
            {
                if (reached < stretch.From && Memory.LabelSets.Has(Memory.EntityLabels[thing.Node], label))
                    yield return (thing, Ticks.ToValidity(reached, stretch.From));
                if (Memory.LabelSets.Has((int)stretch.Fact.Payload, label))
                    yield return (thing, Ticks.ToValidity(stretch.From, stretch.To));
                reached = stretch.To;
            }

            if (reached < Ticks.End && Memory.LabelSets.Has(Memory.EntityLabels[thing.Node], label))
                yield return (thing, Ticks.ToValidity(reached, Ticks.End));
        }
    }

    /// <summary>The relations of a type, whenever they hold, ended ones too. Cost: all relations are passed over.</summary>
    public IEnumerable<Relation> EverOfType(string type)
    {
        if (Memory.Types.Find(type) is not (>= 0 and var number))
            yield break;
        for (int relation = 0, count = Memory.Relations.Count; relation < count; relation++)
        {
            if (Memory.Relations[relation].Type == number && Memory.RevisionOf(~relation) <= Revision && !IsHidden(~relation))
                yield return new(this, relation);
        }
    }

    private IEnumerable<int> NodesWithLabel(string label)
    {
        var number = Memory.Labels.Find(label);
        foreach (var node in Posted(number))
        {
            if (Sees(node) && Memory.LabelSets.Has(Memory.LabelsOf(node, Revision, _at), number))
                yield return node;
        }
    }

    // Those made known with the label and those given it later, each once, merged in order.
    internal IEnumerable<int> Posted(int label)
    {
        var later = Posted(Memory.LaterPostings, label).Distinct().Order().ToArray();
        var next = 0;
        foreach (var node in Posted(Memory.Postings, label))
        {
            for (; next < later.Length && later[next] <= node; next++)
            {
                if (later[next] < node)
                    yield return later[next];
            }

            yield return node;
        }

        for (; next < later.Length; next++)
            yield return later[next];
    }

    private static IEnumerable<int> Posted(ConcurrentDictionary<int, Column<int>> postings, int label)
    {
        if (!postings.TryGetValue(label, out var posted))
            yield break;
        for (int i = 0, count = posted.Count; i < count; i++)
            yield return posted[i];
    }

    /// <summary>The entities of a kind and of all kinds below it.</summary>
    public IEnumerable<Entity> OfKind(string kind) => Model.WithDescendants(kind).SelectMany(WithLabel);

    /// <summary>Every entity that exists now, in order of first recording; model entities included.</summary>
    public IEnumerable<Entity> Entities()
    {
        for (int node = 0, count = Memory.Entities.Count; node < count; node++)
        {
            if (Sees(node))
                yield return new(this, node);
        }
    }

    /// <summary>Every relation that can be seen now, in order of first recording.</summary>
    public IEnumerable<Relation> Relations()
    {
        for (int relation = 0, count = Memory.Relations.Count; relation < count; relation++)
        {
            if (Sees(~relation))
                yield return new(this, relation);
        }
    }

    /// <summary>Everything within some hops of the starts, following relations of some types one way.</summary>
    /// <param name="starts">Entities of this reading; they are part of the answer.</param>
    /// <param name="types">Relation type symbols; unknown ones are followed by nothing.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="hops">At least 0; <see cref="int.MaxValue"/> for any depth.</param>
    /// <remarks>Cost: the edges of what is reached; about 10 to 40 ns each on a million entities (docs/performance.md).</remarks>
    public Reached Walk(IEnumerable<Entity> starts, IEnumerable<string> types, Direction direction, int hops) =>
        new(this, new([.. starts.Select(start => start.Node)], TypeSet.Of(types.Select(Memory.Types.Find)), direction, hops));

    /// <summary>What touches some things by whatever relation holds now, either way, each once; of the things themselves those that touch one another.</summary>
    /// <remarks>Cost: the edges of all of them, some ten nanoseconds each; much less than reading their relations.</remarks>
    public IEnumerable<Entity> Around(IEnumerable<Entity> things) =>
        Neighbours.Around(this, things).Select(node => new Entity(this, node));

    /// <summary>Whether a node exists at this reading and is not hidden.</summary>
    internal bool Sees(int node) => Memory.IsLive(node, Revision, _at) && !IsHidden(node);

    internal bool IsHidden(int node)
    {
        while (node < 0)
        {
            ref var relation = ref Memory.Relations[~node];
            if (IsHidden(relation.Start))
                return true;
            node = relation.End;
        }

        return Mask.Hides(node);
    }

    /// <summary>Whether the relation of an edge holds now, both ends alive; the mask is the caller's affair.</summary>
    internal bool Holds(in Edge edge)
    {
        if (edge.Relation >= 0)
        {
            if (edge.FromMinute < _minute && _minute < edge.ToMinute)
                return true;
            if (_minute < edge.FromMinute || edge.ToMinute < _minute)
                return false;
        }

        return Memory.IsLive(~edge.Number, Revision, _at);
    }

    internal Value ValueOf(int node, int field) =>
        field > GraphMemory.LabelsField && Memory.Epoch.Facts.TryFind(node, field, Revision, _at, out var fact)
            ? Memory.ValueOf(fact)
            : Value.Nothing;

    internal string? TitleOf(int entity) =>
        TryCard(entity, out var card) ? Memory.Heap.GetText(card.Title) : ValueOf(entity, GraphMemory.TitleField).AsText;

    /// <summary>Where the title lies on the heap, if its card tells; else -1.</summary>
    internal long TitleSlotOf(int entity) => TryCard(entity, out var card) ? card.Title : -1;

    internal int TitleLengthOf(int entity) =>
        TryCard(entity, out var card) ? Memory.Heap.Get(card.Title).Length
        : Memory.Epoch.Facts.TryFind(entity, GraphMemory.TitleField, Revision, _at, out var fact) && fact.Tag == FactTags.Text
            ? Memory.Heap.Get(fact.Payload).Length
        : -1;

    internal int LabelsOf(int entity) => TryCard(entity, out var card) ? card.Labels : Memory.LabelsOf(entity, Revision, _at);

    private bool TryCard(int entity, out Card card)
    {
        var epoch = Memory.Epoch;
        return epoch.Cards.TryGet(entity, _minute, out card)
            && (Revision >= epoch.Revision || epoch.Cards.IsKnownAt(entity, Revision));
    }

    internal double NumberOf(int node, int field) =>
        !Memory.Epoch.Facts.TryFind(node, field, Revision, _at, out var fact) ? 0
        : fact.Tag == FactTags.Integer ? fact.Payload
        : fact.Tag == FactTags.Float ? BitConverter.Int64BitsToDouble(fact.Payload)
        : 0;

    internal int? EntityOf(EntityRef entityRef)
    {
        var row = Memory.RefIndex.Find(entityRef.ToString());
        return row >= 0 && Memory.Refs[row].Revision <= Revision ? Memory.Refs[row].Entity : null;
    }
}
