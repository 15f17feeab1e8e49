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
    /// <remarks>Cost: one look at each thing of a kind of which its lifecycle asks something later; its history only where its state is one that asks.</remarks>
    public static IEnumerable<AskedLater> Of(Reading reading, DateTimeZone zone, Action<int> count)
    {
        var (lifecycles, now) = (Lifecycles.Of(reading), new Ahead(reading, Ahead.By([])));
        return reading
            .Model.Kinds.Values.OrderBy(kind => kind.Symbol, StringComparer.Ordinal)
            .Select(kind => (kind.Symbol, Lifecycle: lifecycles.For(kind.Symbol), States: lifecycles.AskingLater(kind)))
            .Where(kind => kind.States.Count > 0)
            .SelectMany(
                kind => reading.WithLabel(kind.Symbol).Where(thing => thing.Kind == kind.Symbol),
                (kind, thing) => (kind, thing)
            )
            .Where(one => Asks(one.thing, one.kind.Lifecycle!.Field, one.kind.States, count))
            .SelectMany(one => Of(one.thing, one.kind.Lifecycle!, now, zone));
    }

    private static bool Asks(Entity thing, string field, IReadOnlySet<string> states, Action<int> count)
    {
        count(1);
        return thing[field].AsText is { } state && states.Contains(state);
    }

    private static IEnumerable<AskedLater> Of(Entity thing, Lifecycle lifecycle, Ahead now, DateTimeZone zone)
    {
        if (thing.Fact(lifecycle.Field) is not { Value: Value.Text { Characters: var state }, Since: { } entered })
            yield break;
        var since = entered.InZone(zone).Date;
        foreach (var (line, found) in Checklist.Later(now, thing.Id, lifecycle, state))
            yield return new(thing, state, line.Title, since, since.PlusDays(line.AfterDays!.Value), found);
    }
}
