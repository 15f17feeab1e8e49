using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Graph;

/// <summary>An entity as one reading sees it. Two are equal when they are the same entity of the same reading.</summary>
public sealed class Entity : IEquatable<Entity>
{
    internal Entity(Reading reading, int node) => (Reading, Node) = (reading, node);

    internal int Node { get; }

    /// <summary>The reading it is seen by.</summary>
    public Reading Reading { get; }

    /// <summary>What never changes about it.</summary>
    public Id Id => new(Reading.Memory.Entities[Node].Id);

    /// <summary>Its ref at this revision, or null when it was given none.</summary>
    public EntityRef? Ref
    {
        get
        {
            var memory = Reading.Memory;
            var row = memory.Entities[Node].Ref;
            while (row >= 0 && memory.Refs[row].Revision > Reading.Revision)
                row = memory.Refs[row].Earlier;
            return
                row >= 0
                && memory.Refs[row].Text >= 0
                && EntityRef.TryParse(memory.Heap.GetText(memory.Refs[row].Text), out var entityRef)
                ? entityRef
                : null;
        }
    }

    /// <summary>Its labels now, by name.</summary>
    public ImmutableArray<string> Labels => Reading.Memory.LabelSets.NamesOf(Reading.LabelsOf(Node));

    /// <summary>Its kind's symbol: its one label in an enforced workspace, the first by name in an open one, empty for none.</summary>
    public string Kind => Labels is [var first, ..] ? first : "";

    /// <summary>Its title as it is shown, at most a few hundred characters (the field <c>title</c> has all of it); the key of its ref while it has none, or its id.</summary>
    public string Title => Reading.TitleOf(Node) is { } title ? ValueText.Shorten(title) : Ref?.Key ?? Id.ToString();

    /// <summary>Whether it exists at this reading; false only for one found at any time.</summary>
    public bool Exists => Reading.Memory.IsLive(Node, Reading.Revision, Reading.At);

    /// <summary>When it exists, as known at this revision: stretches in order.</summary>
    public ImmutableArray<Validity> Lives =>
        [.. Reading.Memory.Lives(Node, Reading.Revision).Select(s => Ticks.ToValidity(s.From, s.To))];

    /// <summary>The value of a field now; nothing when it has none.</summary>
    public Value this[string field] => Reading.ValueOf(Node, Reading.Memory.Fields.Find(field));

    /// <summary>All fields that have a value now, by name.</summary>
    public ImmutableSortedDictionary<string, Value> Fields => FieldReading.Fields(Reading, Node);

    /// <summary>The same as a plain list, in no order that means anything: for who only passes over them.</summary>
    public ImmutableArray<FieldValue> Values => FieldReading.Values(Reading, Node);

    /// <summary>A field's value together with when it holds, when we learned it and from whom; null when it has none now.</summary>
    public FieldFact? Fact(string field) => FieldReading.Fact(Reading, Node, field);

    /// <summary>All values a field has over valid time, as known at this revision.</summary>
    public ImmutableArray<FieldFact> Timeline(string field) => FieldReading.Timeline(Reading, Node, field);

    /// <summary>The observations of a series field known at this revision, up to the instant read, in order of time.</summary>
    public ImmutableArray<Observation> Series(string field) => FieldReading.Series(Reading, Node, field);

    /// <summary>Its relations now, one way: the relation, and the thing at its other end.</summary>
    /// <param name="direction">Out: those that start here.</param>
    public IEnumerable<Relation> Relations(Direction direction) => Neighbours.Of(Reading, Node, direction, -1);

    /// <summary>Its relations of one type now, one way.</summary>
    public IEnumerable<Relation> Relations(Direction direction, string type) =>
        Reading.Memory.Types.Find(type) is >= 0 and var number ? Neighbours.Of(Reading, Node, direction, number) : [];

    /// <summary>When it was first recorded.</summary>
    public Revision Since => new(Reading.Memory.RevisionOf(Node));

    /// <summary>Its place in the order of first recording: it never changes, whoever comes or goes.</summary>
    public int Order => Node;

    /// <summary>When something was last said about it itself, at or before the instant read; null when nothing was.</summary>
    /// <remarks>When it was recorded; or from when it holds, where a source stated it or it was recorded only after the instant read.</remarks>
    public Told? LastTold => Recollection.LastTold(Reading, Node);

    /// <summary>Everything recorded about it and its relations up to this revision, whenever it holds: oldest revision first.</summary>
    /// <remarks>Told from the graph, without the journal. Cost: its facts and those of its relations.</remarks>
    public ImmutableArray<RecordedEvent> Recorded() => Recollection.Of(Reading, Node);

    /// <inheritdoc/>
    public bool Equals(Entity? other) => other is not null && Node == other.Node && ReferenceEquals(Reading, other.Reading);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Entity);

    /// <inheritdoc/>
    public override int GetHashCode() => Node;

    /// <summary>The ref, or the id.</summary>
    public override string ToString() => Ref?.ToString() ?? Id.ToString();
}

/// <summary>A field's value over a stretch of time, with its provenance.</summary>
/// <param name="Field">The field's symbol.</param>
/// <param name="Value">The value.</param>
/// <param name="During">When it holds.</param>
/// <param name="Revision">Where it was asserted; <see cref="GraphSnapshot.CauseOf"/> tells by whom.</param>
public sealed record FieldFact(string Field, Value Value, Validity During, Revision Revision)
{
    /// <summary>The day it came to hold, or null when it always did.</summary>
    public Instant? Since => During.From == Instant.MinValue ? null : During.From;
}

/// <summary>A field and its value.</summary>
/// <param name="Field">The field's symbol.</param>
/// <param name="Value">Its value; never nothing.</param>
public readonly record struct FieldValue(string Field, Value Value);
