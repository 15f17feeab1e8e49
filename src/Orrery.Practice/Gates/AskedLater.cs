using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What a lifecycle asks of a thing some days after it entered a state (docs/gates.md).</summary>
/// <param name="Thing">The thing.</param>
/// <param name="State">The state it is in.</param>
/// <param name="Title">What is asked, in words.</param>
/// <param name="Since">The day it entered the state.</param>
/// <param name="Due">The day from which it is asked.</param>
/// <param name="IsThere">Whether it was found, or there is a reason to do without.</param>
public sealed record AskedLater(Entity Thing, string State, string Title, LocalDate Since, LocalDate Due, bool IsThere)
{
    /// <summary>All lines of all things that are in such a state now; of those that always were in it nobody knows since when, and nothing is asked.</summary>
    /// <param name="reading">The moment.</param>
    /// <param name="zone">Where days begin.</param>
    /// <param name="count">Counts what is visited.</param>
    /// <remarks>Cost: one look at each thing of a kind whose lifecycle asks something later.</remarks>
    public static IEnumerable<AskedLater> Of(Reading reading, DateTimeZone zone, Action<int> count)
    {
        var (lifecycles, now) = (Lifecycles.Of(reading), new Ahead(reading, Ahead.By([])));
        return reading
            .Model.Kinds.Values.OrderBy(kind => kind.Symbol, StringComparer.Ordinal)
            .Select(kind => (kind.Symbol, Lifecycle: lifecycles.For(kind.Symbol)))
            .Where(kind => kind.Lifecycle?.Definition.Gates.Any(gate => gate.AfterDays is not null) == true)
            .SelectMany(
                kind => reading.WithLabel(kind.Symbol).Where(thing => thing.Kind == kind.Symbol),
                (kind, thing) => (kind, thing)
            )
            .SelectMany(one => Of(one.thing, one.kind.Lifecycle!, now, zone, count));
    }

    private static IEnumerable<AskedLater> Of(Entity thing, Lifecycle lifecycle, Ahead now, DateTimeZone zone, Action<int> count)
    {
        count(1);
        if (thing.Fact(lifecycle.Field) is not { Value: Value.Text { Characters: var state }, Since: { } entered })
            yield break;
        var since = entered.InZone(zone).Date;
        foreach (var (line, found) in Checklist.Later(now, thing.Id, lifecycle, state))
            yield return new(thing, state, line.Title, since, since.PlusDays(line.AfterDays!.Value), found);
    }
}
