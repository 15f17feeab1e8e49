using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>
/// Which kinds are awake: those shown from day one, those made here, and those that something needs. The others sleep: they are in
/// the model, are understood everywhere and can be chosen on purpose, but stand behind the rest, so that a pack of twenty kinds is
/// not in the way of the three that are used.
/// </summary>
public static class Waking
{
    private const string UntilNeeded = "extended";

    /// <summary>Whether a kind is awake. The first thing of it wakes it, for good; so does who chooses on its page that it is shown from day one.</summary>
    /// <param name="reading">Who looks when.</param>
    /// <param name="kind">The kind.</param>
    public static bool IsAwake(Reading reading, Kind kind) =>
        reading.Find(kind.Id)?["tier"].AsText != UntilNeeded || reading.EverWithLabel(kind.Symbol).Any();

    /// <summary>The kinds that are awake among some, and those that sleep, each in the order they came.</summary>
    public static (ImmutableArray<Kind> Awake, ImmutableArray<Kind> Asleep) Parted(Reading reading, IEnumerable<Kind> kinds)
    {
        var parts = kinds.ToLookup(kind => IsAwake(reading, kind));
        return ([.. parts[true]], [.. parts[false]]);
    }
}
