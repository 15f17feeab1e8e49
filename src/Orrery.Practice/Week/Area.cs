using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What somebody looks after: what they or their teams own, steward, tend or work on, and what touches it.</summary>
public sealed class Area
{
    private static readonly string[] Holding = ["owns", "stewards", "sponsors", "works-on", "tends"];

    private readonly Dictionary<Id, Holding> _held;
    private readonly Dictionary<Id, Entity> _near = [];

    private Area(Entity person, ImmutableArray<Entity> teams, Dictionary<Id, Holding> held)
    {
        (Person, Teams, _held) = (person, teams, held);
        foreach (var thing in held.Values.Select(one => one.Thing))
        {
            foreach (var neighbour in Around(thing))
            {
                if (!held.ContainsKey(neighbour.Id) && neighbour.Id != person.Id)
                    _near.TryAdd(neighbour.Id, thing);
            }
        }
    }

    /// <summary>Whose area it is.</summary>
    public Entity Person { get; }

    /// <summary>The teams they are a member of.</summary>
    public ImmutableArray<Entity> Teams { get; }

    /// <summary>What they hold, their own first.</summary>
    public IEnumerable<Holding> Held => _held.Values;

    /// <summary>The area of a person.</summary>
    /// <remarks>Cost: their relations, those of their teams and those of all they hold.</remarks>
    public static Area Of(Entity person)
    {
        ImmutableArray<Entity> teams =
        [
            .. person.Relations(Direction.Out, "member").Select(member => member.To).OfType<Entity>().DistinctBy(team => team.Id),
        ];
        Dictionary<Id, Holding> held = [];
        foreach (var holder in teams.Prepend(person))
        {
            foreach (var (thing, type) in HeldBy(holder))
                held.TryAdd(thing.Id, new(thing, holder, type));
        }

        foreach (var team in teams)
            held.TryAdd(team.Id, new(team, person, "member"));
        return new(person, teams, held);
    }

    /// <summary>How they hold a thing, or null.</summary>
    public Holding? Find(Id id) => _held.GetValueOrDefault(id);

    /// <summary>What they hold that touches a thing, or null.</summary>
    public Entity? Beside(Id id) => _near.GetValueOrDefault(id);

    private static IEnumerable<(Entity Thing, string Type)> HeldBy(Entity holder) =>
        Holding
            .SelectMany(type => holder.Relations(Direction.Out, type))
            .Where(relation => relation.To is not null)
            .Select(relation => (relation.To!, relation.Type));

    private static IEnumerable<Entity> Around(Entity thing) =>
        thing
            .Relations(Direction.Out)
            .Select(relation => relation.To)
            .Concat(thing.Relations(Direction.In).Select(relation => relation.From))
            .OfType<Entity>();
}

/// <summary>Why a thing is in somebody's area.</summary>
/// <param name="Thing">What is held.</param>
/// <param name="Holder">Who holds it: the person, or one of their teams.</param>
/// <param name="Type">By which type of relation, read from the holder.</param>
public sealed record Holding(Entity Thing, Entity Holder, string Type);
