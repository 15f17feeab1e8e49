using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Finds what waits for somebody at a moment.</summary>
public static class Matters
{
    private const int DaysAhead = 14;
    private const int DaysBack = 180;

    /// <summary>The fields that say by when something is to be decided, and the states in which it no longer is.</summary>
    private static readonly string[] DecisionFields = ["pivot-on", "revisit-on", "gate-on"];

    private static readonly string[] SayingBy = ["next-word", .. DecisionFields];

    private static readonly string[] Over =
    [
        "realised",
        "abandoned",
        "superseded",
        "reversed",
        "revisited",
        "consumed",
        "retired",
    ];

    /// <summary>All that waits, the most consequential first.</summary>
    /// <param name="reading">The moment.</param>
    /// <param name="since">What went stale before this is told no more.</param>
    /// <param name="area">Whose; null for everybody's.</param>
    /// <param name="zone">Where days begin.</param>
    /// <remarks>Cost: one pass over all entities of kinds that can go stale or say by when, some hundreds of nanoseconds each.</remarks>
    public static ImmutableArray<Matter> Of(Reading reading, Instant since, Area? area, DateTimeZone zone)
    {
        var today = reading.Valid.InZone(zone).Date;
        var trust = new Trust(reading);
        var things = area is null ? Candidates(reading) : area.Held.Select(held => held.Thing);
        var held = area?.Held.Select(held => held.Thing.Order).ToHashSet();
        return
        [
            .. Waiting(things, today, since, trust)
                .Concat(AskedLater(reading, today, zone).Where(matter => held?.Contains(matter.Entity.Order) != false))
                .OrderByDescending(matter => matter.Weight)
                .ThenBy(matter => matter.Entity.Order),
        ];
    }

    private static IEnumerable<Entity> Candidates(Reading reading) =>
        reading.Model.Settings.IsEnforced
            ? reading.Model.Kinds.Values.Where(CanMatter).SelectMany(kind => reading.WithLabel(kind.Symbol))
            : reading.Entities();

    private static bool CanMatter(Kind kind) =>
        kind.HalfLifeInDays > 0 || SayingBy.Any(kind.Fields.ContainsKey) || kind.Fields.ContainsKey("keeps-for");

    // Most things have nothing that waits: what they are and whether they are over is only asked of the others. bench/adoption: home.
    private static List<Matter> Waiting(IEnumerable<Entity> things, LocalDate today, Instant since, Trust trust)
    {
        List<Matter> found = [];
        foreach (var thing in things)
        {
            var before = found.Count;
            Add(found, thing, today, since, trust);
            if (found.Count > before && IsOver(thing))
                found.RemoveRange(before, found.Count - before);
        }

        return found;
    }

    private static void Add(List<Matter> found, Entity thing, LocalDate today, Instant since, Trust trust)
    {
        if (thing["next-word"] is Value.Date { Day: var promised } && IsNear(promised, today, ahead: 0))
            found.Add(new Matter.Promise(thing, 3 * HeftOf(thing), promised));
        foreach (var field in DecisionFields)
        {
            if (thing[field] is Value.Date { Day: var by } && IsNear(by, today, DaysAhead))
                found.Add(new Matter.Decision(thing, 4 * HeftOf(thing), field, by));
        }

        if (WentStale(thing, since, trust) is { } look)
            found.Add(new Matter.Stale(thing, HeftOf(thing), look));
    }

    private static bool IsOver(Entity thing) =>
        (thing["status"].AsText is { } status && Over.Contains(status)) || thing.Labels.Any(MetaKinds.Describes);

    private static IEnumerable<Matter> AskedLater(Reading reading, LocalDate today, DateTimeZone zone) =>
        Practice
            .AskedLater.Of(reading, zone, _ => { })
            .Where(asked => !asked.IsThere && IsNear(asked.Due, today, ahead: 0))
            .Select(asked => new Matter.Later(asked.Thing, 2 * HeftOf(asked.Thing), asked));

    private static bool IsNear(LocalDate day, LocalDate today, int ahead) =>
        day >= today.PlusDays(-DaysBack) && day < today.PlusDays(ahead + (ahead > 0 ? 1 : 0));

    // Stale now, and not yet at the moment since which we look: else it would be told every week.
    private static LastLook? WentStale(Entity thing, Instant since, Trust trust)
    {
        if (trust.HalfLifeOf(thing) is not { } halfLife || trust.LookAt(thing) is not { } look)
            return null;
        var wentStale = look.At + Duration.FromDays(halfLife);
        return wentStale <= thing.Reading.Valid && wentStale > since ? look : null;
    }

    private static double HeftOf(Entity thing) =>
        1 + Math.Log2(1 + thing.Relations(Direction.In).Count() + thing.Relations(Direction.Out).Count());
}
