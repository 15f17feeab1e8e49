using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Everything the orrery draws at a moment. Pure.</summary>
/// <param name="Bodies">Things of the four categories, then practice, each in order of first recording.</param>
/// <param name="Relations">Those between two bodies: places in <paramref name="Bodies"/>, and the relation.</param>
/// <param name="Holders">Who holds them, whether drawn or not.</param>
public sealed record Sky(
    ImmutableArray<Body> Bodies,
    ImmutableArray<(int From, int To, Relation Relation)> Relations,
    Holders Holders
)
{
    private static readonly string[] Sectors = ["context", "intent", "collaboration", "investment"];

    /// <summary>The sky of a reading.</summary>
    /// <param name="reading">The moment.</param>
    /// <param name="people">Whether people are drawn; they are not counted or sized.</param>
    /// <param name="zone">Where days begin.</param>
    public static Sky Of(Reading reading, People people, DateTimeZone zone)
    {
        var entities = reading.Entities().Where(entity => IsDrawn(entity, people)).ToArray();
        var links = Link.AllOf(reading);
        var neighbours = NeighboursOf(links);
        var groups = Groups.Of(reading, neighbours);
        var money = MoneyIn(entities, links);
        var most = money.Count == 0 ? 0 : money.Values.Max();
        var trust = new Trust(reading);
        var distances = new Distances(reading, trust, zone);
        Body BodyOf(Entity entity)
        {
            var look = trust.LookAt(entity);
            return new(
                entity,
                distances.Of(entity, look),
                trust.LeftOf(entity, look),
                groups.TryGetValue(entity.Order, out var group) && !group.Equals(entity) ? group.Title : null,
                money.TryGetValue(entity.Order, out var amount) && most > 0 ? amount / most : null,
                IsPractice(entity) ? BetweenOf(entity, neighbours) : null
            );
        }

        ImmutableArray<Body> bodies =
        [
            .. entities.Where(entity => !IsPractice(entity)).Select(BodyOf),
            .. entities.Where(IsPractice).Select(BodyOf),
        ];
        return new(bodies, Between(bodies, links), Holders.Among(links));
    }

    /// <summary>Whether it sits on the axis between the sectors it joins.</summary>
    public static bool IsPractice(Entity entity) => !Sectors.Contains(entity.Reading.Model.CategoryOf(entity.Kind));

    private static bool IsDrawn(Entity entity, People people) =>
        entity.Reading.Model.FindKind(entity.Kind) is { } kind && (people == People.Shown || !kind.IsA("person"));

    private static Dictionary<int, List<Entity>> NeighboursOf(Link[] links)
    {
        Dictionary<int, List<Entity>> neighbours = [];
        void Add(Entity from, Entity to)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(neighbours, from.Order, out _);
            (list ??= []).Add(to);
        }

        foreach (var (_, from, to) in links)
        {
            Add(from, to);
            Add(to, from);
        }

        return neighbours;
    }

    // What funds carry to a thing; for the money itself, its amount.
    private static Dictionary<int, double> MoneyIn(Entity[] entities, Link[] links)
    {
        Dictionary<int, double> money = [];
        foreach (var entity in entities)
        {
            if (entity["amount"] is Value.Money amount)
                money[entity.Order] = (double)amount.Amount;
        }

        foreach (var (relation, _, to) in links)
        {
            if (relation.Type == "funds" && relation["amount"] is Value.Money amount)
                money[to.Order] = money.GetValueOrDefault(to.Order) + (double)amount.Amount;
        }

        return money;
    }

    private static (string, string)? BetweenOf(Entity entity, Dictionary<int, List<Entity>> neighbours) =>
        neighbours
            .GetValueOrDefault(entity.Order, [])
            .Select(neighbour => entity.Reading.Model.CategoryOf(neighbour.Kind))
            .Where(category => Sectors.Contains(category))
            .CountBy(category => category)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => Array.IndexOf(Sectors, count.Key))
            .Select(count => count.Key)
            .Take(2)
            .ToArray() switch
        {
            [var one, var other] => (one, other),
            [var only] => (only, only),
            _ => null,
        };

    private static ImmutableArray<(int, int, Relation)> Between(ImmutableArray<Body> bodies, Link[] links)
    {
        Dictionary<int, int> places = new(bodies.Length);
        for (var place = 0; place < bodies.Length; place++)
            places.Add(bodies[place].Entity.Order, place);
        var between = ImmutableArray.CreateBuilder<(int, int, Relation)>();
        foreach (var (relation, from, to) in links)
        {
            if (places.TryGetValue(from.Order, out var one) && places.TryGetValue(to.Order, out var other))
                between.Add((one, other, relation));
        }

        return between.DrainToImmutable();
    }
}

/// <summary>Whether people are drawn.</summary>
public enum People
{
    /// <summary>They are left out.</summary>
    LeftOut,

    /// <summary>They are drawn, all alike.</summary>
    Shown,
}
