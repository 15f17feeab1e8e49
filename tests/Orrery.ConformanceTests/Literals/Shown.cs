using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.ConformanceTests;

/// <summary>Answers as literals. Things are shown as they are in the first reading that has them, whatever time they exist at in the last.</summary>
internal sealed class Shown(params ImmutableArray<Reading> readings)
{
    public Literal Of(Value value) =>
        value switch
        {
            Value.List list => new Literal.List([.. list.Items.Select(Of)]),
            Value.Map map => OfMap(map.Entries),
            Value.Entity entity => Node(entity.Id),
            Value.Relation relation => Relationship(relation.Id),
            Value.Path path => Path(path.Steps),
            Value.Null or Value.Bool or Value.Integer or Value.Float or Value.Text => new Literal.Atom(value),
            _ => new Literal.Atom(Value.Of(TemporalText.Of(value))),
        };

    private Literal.Map OfMap(ImmutableSortedDictionary<string, Value> entries) =>
        new(entries.ToImmutableSortedDictionary(entry => entry.Key, entry => Of(entry.Value), StringComparer.Ordinal));

    private Literal.Node Node(Id id)
    {
        var entity =
            readings.Select(reading => reading.Find(id)).FirstOrDefault(found => found is not null)
            ?? readings[0].FindAnyTime(id)
            ?? throw new InvalidDataException($"The answer holds an entity {id} that is in no snapshot.");
        return new([.. entity.Labels], OfMap(entity.Fields));
    }

    private Literal.Relationship Relationship(Id id)
    {
        var relation = Find(id);
        return new(relation.Type, OfMap(relation.Fields));
    }

    private Relation Find(Id id) =>
        readings.Select(reading => reading.FindRelation(id)).FirstOrDefault(found => found is not null)
        ?? readings[0].FindRelationAnyTime(id)
        ?? throw new InvalidDataException($"The answer holds a relation {id} that is in no snapshot.");

    private Literal.Path Path(ImmutableArray<Id> steps)
    {
        var hops = ImmutableArray.CreateBuilder<Literal.Hop>();
        for (var i = 1; i < steps.Length; i += 2)
            hops.Add(new(Relationship(steps[i]), Find(steps[i]).FromId == steps[i - 1], Node(steps[i + 1])));
        return new(Node(steps[0]), hops.DrainToImmutable());
    }
}
