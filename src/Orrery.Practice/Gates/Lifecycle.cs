using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A lifecycle in force: what a workspace says that things of a kind go through.</summary>
/// <param name="Id">The entity that defines it.</param>
/// <param name="Definition">Its moves and gates.</param>
/// <param name="States">In order; things begin in the first.</param>
public sealed record Lifecycle(Id Id, LifecycleDefinition Definition, ImmutableArray<string> States)
{
    /// <summary>The field that holds the state.</summary>
    public string Field => Definition.Field;

    /// <summary>The states that may follow one; none for an end, and for a state it does not know.</summary>
    public ImmutableArray<string> After(string state) =>
        Definition.Moves.FirstOrDefault(move => move.From == state) is { } move ? move.To : [];

    /// <summary>
    /// The states that a thing comes through when it enters one: those between that stand before it, then itself.
    /// So whoever goes straight from a possibility to doing is asked what committing asks.
    /// </summary>
    /// <param name="from">Where it is; null where it has no state yet, which counts as the first.</param>
    /// <param name="to">What it enters.</param>
    public ImmutableArray<string> WayTo(string? from, string to)
    {
        var start = from is not null && States.Contains(from) ? from : States[0];
        var way = start == to ? null : Shortest(start, to) ?? (start == States[0] ? null : Shortest(States[0], to));
        return way is not { } found ? [to] : [.. found.Where(state => state == to || States.IndexOf(state) < States.IndexOf(to))];
    }

    // The states after the start, up to and with the end; null when no moves lead there.
    private ImmutableArray<string>? Shortest(string start, string to)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal) { [start] = "" };
        var waiting = new Queue<string>([start]);
        while (waiting.TryDequeue(out var at))
        {
            foreach (var next in After(at).Where(next => cameFrom.TryAdd(next, at)))
                waiting.Enqueue(next);
        }

        if (!cameFrom.ContainsKey(to))
            return null;
        Stack<string> way = [];
        for (var at = to; at != start; at = cameFrom[at])
            way.Push(at);
        return [.. way];
    }
}
