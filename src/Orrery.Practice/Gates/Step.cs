using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A thing that enters a state of its lifecycle.</summary>
/// <param name="Thing">Its id.</param>
/// <param name="Name">What a message calls it.</param>
/// <param name="Lifecycle">What it goes through.</param>
/// <param name="From">Where it is; null when it has no state yet.</param>
/// <param name="To">The state it enters.</param>
/// <param name="Demands">What that asks for, in order; lines that are asked only some days later are not among them.</param>
public sealed record Step(Id Thing, string Name, Lifecycle Lifecycle, string? From, string To, ImmutableArray<Demand> Demands)
{
    /// <summary>Whether the lifecycle knows that the one may follow the other. A thing may begin anywhere.</summary>
    public bool IsKnown => From is null || !Lifecycle.States.Contains(From) || Lifecycle.After(From).Contains(To);

    /// <summary>What stands in the way.</summary>
    public IEnumerable<Demand> Missing => Demands.Where(demand => demand.IsOpen);

    /// <summary>What a thing would be asked for, were it to enter a state at the instant of a reading.</summary>
    /// <returns>Null when its kind goes through no lifecycle, or through one without that state.</returns>
    public static Step? Of(Reading reading, Id thing, string to)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var now = new Ahead(reading, Ahead.By([]));
        return Lifecycles.Of(reading).For(now.KindOf(thing)) is { } lifecycle && lifecycle.States.Contains(to)
            ? Checklist.Step(now, thing, lifecycle, now.ValueOf(thing, lifecycle.Field).AsText, to)
            : null;
    }
}
