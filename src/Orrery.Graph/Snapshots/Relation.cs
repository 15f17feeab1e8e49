using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>A relation as one reading sees it. It can itself be the end of relations.</summary>
public sealed class Relation : IEquatable<Relation>
{
    private readonly int _start;
    private readonly int _end;
    private readonly int _type;

    internal Relation(Reading reading, int number)
    {
        (Reading, Number) = (reading, number);
        ref var row = ref reading.Memory.Relations[number];
        (_start, _end, _type) = (row.Start, row.End, row.Type);
    }

    /// <summary>For one whose row need not be fetched from memory.</summary>
    internal Relation(Reading reading, int number, int start, int end, int type) =>
        (Reading, Number, _start, _end, _type) = (reading, number, start, end, type);

    internal int Number { get; }

    /// <summary>The reading it is seen by.</summary>
    public Reading Reading { get; }

    /// <summary>What never changes about it.</summary>
    public Id Id => new(Reading.Memory.Relations[Number].Id);

    /// <summary>Its type's symbol.</summary>
    public string Type => Reading.Memory.Types[_type];

    /// <summary>The id of its start.</summary>
    public Id FromId => IdOf(_start);

    /// <summary>The id of its end.</summary>
    public Id ToId => IdOf(_end);

    /// <summary>The entity it starts at, or null when it starts at a relation.</summary>
    public Entity? From => _start is >= 0 and var node ? new(Reading, node) : null;

    /// <summary>The entity it ends at, or null when it ends at a relation.</summary>
    public Entity? To => _end is >= 0 and var node ? new(Reading, node) : null;

    /// <summary>The relation it starts at, or null when it starts at an entity.</summary>
    public Relation? FromRelation => _start is < 0 and var node ? new(Reading, ~node) : null;

    /// <summary>The relation it ends at, or null when it ends at an entity.</summary>
    public Relation? ToRelation => _end is < 0 and var node ? new(Reading, ~node) : null;

    /// <summary>Whether it can be seen at this reading.</summary>
    public bool Exists => Reading.Memory.IsLive(~Number, Reading.Revision, Reading.At);

    /// <summary>When it itself holds, as known at this revision, whatever its ends do.</summary>
    public ImmutableArray<Validity> Lives =>
        [.. Reading.Memory.Lives(~Number, Reading.Revision).Select(s => Ticks.ToValidity(s.From, s.To))];

    /// <summary>The value of a field now; nothing when it has none.</summary>
    public Value this[string field] => Reading.ValueOf(~Number, Reading.Memory.Fields.Find(field));

    /// <summary>All fields that have a value now.</summary>
    public ImmutableSortedDictionary<string, Value> Fields => FieldReading.Fields(Reading, ~Number);

    /// <summary>A field's value with its provenance; null when it has none now.</summary>
    public FieldFact? Fact(string field) => FieldReading.Fact(Reading, ~Number, field);

    /// <summary>All values a field has over valid time, as known at this revision.</summary>
    public ImmutableArray<FieldFact> Timeline(string field) => FieldReading.Timeline(Reading, ~Number, field);

    /// <summary>The relations that start at (or end at) this relation.</summary>
    public IEnumerable<Relation> Relations(Direction direction) => Neighbours.Of(Reading, ~Number, direction, -1);

    /// <summary>When it was first recorded.</summary>
    public Revision Since => new(Reading.Memory.Relations[Number].Revision);

    /// <summary>Everything recorded about it up to this revision, whenever it holds: oldest revision first.</summary>
    /// <remarks>Told from the graph, without the journal. What points at it is not among it.</remarks>
    public ImmutableArray<RecordedEvent> Recorded() => Recollection.OfRelation(Reading, Number);

    private Id IdOf(int node) => new(node >= 0 ? Reading.Memory.Entities[node].Id : Reading.Memory.Relations[~node].Id);

    /// <inheritdoc/>
    public bool Equals(Relation? other) => other is not null && Number == other.Number && ReferenceEquals(Reading, other.Reading);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Relation);

    /// <inheritdoc/>
    public override int GetHashCode() => Number;

    /// <summary>Type and id.</summary>
    public override string ToString() => $"{Type} {Id}";
}
