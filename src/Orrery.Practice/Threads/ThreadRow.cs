using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>One thread: a container, and what is meant in it at each horizon.</summary>
/// <param name="Container">The focus area, team or whatever makes the rows.</param>
/// <param name="Cells">Seven, from hours to decades; each with the heaviest first.</param>
/// <param name="Unplaced">What no date and no horizon is said of.</param>
/// <param name="Premises">What is taken as true by it.</param>
/// <param name="Teams">Who works on it.</param>
/// <param name="Money">What is put in, by currency, largest first.</param>
/// <param name="TendedBy">Rituals that look after it.</param>
public sealed record ThreadRow(
    Entity Container,
    ImmutableArray<ImmutableArray<ThreadItem>> Cells,
    ImmutableArray<ThreadItem> Unplaced,
    ThreadPremises Premises,
    ImmutableArray<Entity> Teams,
    ImmutableArray<Value.Money> Money,
    ImmutableArray<Entity> TendedBy
)
{
    /// <summary>Whether nothing lies at a horizon although something lies nearer and something further: a missing middle.</summary>
    public bool IsGap(int horizon) => MissingMiddle.Is(horizon, IsEmpty);

    /// <summary>What lies nearest because it was due already; nobody said another horizon.</summary>
    public ImmutableArray<ThreadItem> Overdue => [.. Cells[0].Where(item => item.IsOverdue)];

    /// <summary>What lies at a horizon and is still to come there.</summary>
    public ImmutableArray<ThreadItem> At(int horizon) =>
        horizon == 0 ? [.. Cells[0].Where(item => !item.IsOverdue)] : Cells[horizon];

    // What went fills no middle.
    private bool IsEmpty(int horizon) => Cells[horizon].All(item => item.Change == ThreadChange.Went);
}

/// <summary>What a thread takes as true.</summary>
/// <param name="Count">How many things.</param>
/// <param name="Stale">Those that nobody has looked at for long, the longest first.</param>
/// <param name="WentStale">How many of these were still fresh at the moment compared with.</param>
public sealed record ThreadPremises(int Count, ImmutableArray<StalePremise> Stale, int WentStale);

/// <summary>A premise that nobody has looked at for long.</summary>
/// <param name="Entity">Which.</param>
/// <param name="Days">For how many days.</param>
public sealed record StalePremise(Entity Entity, int Days);
