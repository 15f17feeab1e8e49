using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads threads of one reading.</summary>
internal sealed class ThreadReader(Reading reading, DateTimeZone zone)
{
    /// <summary>What leads from people to what they hold.</summary>
    private static readonly string[] Holding = ["owns", "works-on", "stewards"];

    /// <summary>States in which nothing more is meant.</summary>
    private static readonly string[] Ended =
    [
        "realised",
        "abandoned",
        "superseded",
        "implemented",
        "rejected",
        "withdrawn",
        "replaced",
        "done",
        "released",
    ];

    private readonly Placings _placings = new(reading, zone);
    private readonly Trust _trust = new(reading);
    private readonly Dictionary<int, Meant?> _meant = [];

    /// <summary>How many links hold intents in a container directly.</summary>
    public static int Links(Entity container) =>
        container.Reading.Model.CategoryOf(container.Kind) == "collaboration"
            ? Holding.Sum(type =>
                container
                    .Relations(Direction.Out, type)
                    .Count(held => held.To is { } to && container.Reading.Model.CategoryOf(to.Kind) == "intent")
            )
            : container.Relations(Direction.In).Count(relation => LeadsUp.Types.Contains(relation.Type));

    /// <summary>What a team or a group holds; nothing for anything else.</summary>
    public static IEnumerable<Entity> HeldBy(Entity container) =>
        container.Reading.Model.CategoryOf(container.Kind) == "collaboration"
            ? Holding.SelectMany(type => container.Relations(Direction.Out, type)).Select(held => held.To).OfType<Entity>()
            : [];

    public Entity? Find(Id id) => reading.Find(id);

    /// <summary>What is meant in a container: what leads up to it or to what it holds, and where that leads in the end.</summary>
    public ThreadMembers Members(Entity container)
    {
        IEnumerable<Entity> roots = CategoryOf(container) == "collaboration" ? HeldBy(container) : [container];
        Entity[] starts = [.. roots.DistinctBy(root => root.Id)];
        var below = starts.Length == 0 ? [] : reading.Walk(starts, LeadsUp.Types, Direction.In, int.MaxValue).Entities;
        var above =
            CategoryOf(container) == "intent"
                ? reading.Walk([container], LeadsUp.Types, Direction.Out, int.MaxValue).Entities.Skip(1)
                : [];
        return new(
            container,
            below
                .Concat(above)
                .DistinctBy(thing => thing.Order)
                .Where(thing => thing.Order != container.Order)
                .Select(MeantBy)
                .OfType<Meant>()
                .ToDictionary(intent => intent.Thing.Id)
        );
    }

    /// <summary>What a funding is of: what it says itself wins over the whole of what is set aside.</summary>
    public static Value.Money? Amount(Relation funding) =>
        funding["amount"] as Value.Money ?? funding.From?["amount"] as Value.Money;

    public static ImmutableArray<Value.Money> Money(ThreadMembers members) =>
        [
            .. members
                .All.SelectMany(thing => thing.Relations(Direction.In, "funds"))
                .DistinctBy(funding => funding.FromId)
                .Select(Amount)
                .OfType<Value.Money>()
                .GroupBy(money => money.Currency)
                .Select(same => new Value.Money(same.Sum(money => money.Amount), same.Key))
                .OrderByDescending(money => money.Amount),
        ];

    public ImmutableArray<Entity> Teams(ThreadMembers members) =>
        [
            .. members
                .All.SelectMany(thing => thing.Relations(Direction.In, "works-on"))
                .Select(work => work.From)
                .OfType<Entity>()
                .Where(who => !IsPerson(who))
                .GroupBy(who => who.Id)
                .OrderByDescending(work => work.Count())
                .Select(work => work.First()),
        ];

    /// <summary>Context that the container or its intents are joined to, whichever way.</summary>
    public ThreadPremises Premises(ThreadMembers members, ThreadReader? then)
    {
        var premises = reading.Around(members.All).Where(thing => CategoryOf(thing) == "context").ToArray();
        ImmutableArray<StalePremise> stale =
        [
            .. premises
                .Select(premise => (Premise: premise, Look: _trust.LookAt(premise)))
                .Where(looked => _trust.BandOf(looked.Premise, looked.Look) == Freshness.Stale)
                .Select(looked => new StalePremise(looked.Premise, (int)(reading.Valid - looked.Look!.At).TotalDays))
                .OrderByDescending(premise => premise.Days),
        ];
        return new(premises.Length, stale, then is null ? 0 : stale.Count(premise => then.WasFresh(premise.Entity.Id)));
    }

    public ImmutableArray<Entity> TendedBy(Entity container) =>
        [
            .. container
                .Relations(Direction.In, "tends")
                .Select(tending => tending.From)
                .OfType<Entity>()
                .Where(ritual => CategoryOf(ritual) == "practice"),
        ];

    private bool WasFresh(Id id) =>
        reading.Find(id) is { } premise && _trust.BandOf(premise, _trust.LookAt(premise)) != Freshness.Stale;

    // Null for what is no intent, and for one that has ended.
    private Meant? MeantBy(Entity thing) =>
        _meant.TryGetValue(thing.Order, out var known)
            ? known
            : _meant[thing.Order] = CategoryOf(thing) == "intent" && !HasEnded(thing) ? new(thing, _placings) : null;

    private static bool HasEnded(Entity thing) => thing["status"].AsText is { } state && Ended.Contains(state);

    private bool IsPerson(Entity who) => reading.Model.FindKind(who.Kind)?.IsA("person") == true;

    private string CategoryOf(Entity thing) => reading.Model.CategoryOf(thing.Kind);
}
