using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The persons of a workspace by what they are called: their title, their handle, the key of their ref; capitals do not matter.</summary>
public sealed class Persons
{
    private static readonly ConditionalWeakTable<GraphSnapshot, Persons> Known = [];

    private readonly ImmutableHashSet<string> _kinds;
    private readonly Dictionary<string, List<Id>> _called = new(StringComparer.OrdinalIgnoreCase);

    private Persons(GraphSnapshot snapshot)
    {
        _kinds = [.. snapshot.Model.WithDescendants("person")];
        var reading = snapshot.Read(snapshot.Recorded, snapshot.Recorded, Mask.Nothing);
        foreach (var person in _kinds.SelectMany(reading.EverWithLabel).DistinctBy(person => person.Order))
        {
            foreach (var name in EveryNameOf(person))
                Add(name, person.Id);
        }
    }

    /// <summary>The person that is called so at a moment, the one recorded first where several are; null when there is none.</summary>
    /// <remarks>Cost: once a snapshot about a microsecond for each person there ever was; then a look.</remarks>
    public static Entity? Named(Reading reading, string name)
    {
        var persons = Known.GetValue(reading.Snapshot, snapshot => new(snapshot));
        var key = EntityRef.KeyFor(name);
        return persons
            .Called(name)
            .Concat(persons.Called(key))
            .Select(reading.Find)
            .OfType<Entity>()
            .Where(person => persons._kinds.Overlaps(person.Labels) && IsCalled(person, name, key))
            .MinBy(person => person.Order);
    }

    private void Add(string name, Id person)
    {
        if (!_called.TryGetValue(name, out var called))
            _called.Add(name, called = []);
        called.Add(person);
    }

    private List<Id> Called(string name) => _called.GetValueOrDefault(name) ?? [];

    private static IEnumerable<string> EveryNameOf(Entity person) =>
        person
            .Timeline("title")
            .Concat(person.Timeline("handle"))
            .Select(fact => fact.Value.AsText)
            .Append(person.Ref?.Key)
            .OfType<string>()
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private static bool IsCalled(Entity person, string name, string key) =>
        Same(person.Title, name) || Same(person["handle"].AsText, name) || Same(person.Ref?.Key, key);

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
