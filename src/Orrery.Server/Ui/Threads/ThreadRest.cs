using System.Collections.Immutable;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Where all of a crowded cell is.</summary>
/// <param name="Id">What it is called on a page.</param>
/// <param name="Address">A page of its own.</param>
public sealed record ThreadRest(string Id, string Address);

/// <summary>All that lies in one cell of the threads.</summary>
/// <param name="Threads">The threads.</param>
/// <param name="Row">Whose cell.</param>
/// <param name="Cell">Which: a horizon, <c>overdue</c> or <c>unplaced</c>.</param>
public sealed record ThreadCellView(ThreadsView Threads, ThreadRow Row, string Cell)
{
    public const string Overdue = "overdue";
    public const string Unplaced = "unplaced";

    /// <summary>What lies there; nothing where there is no such cell.</summary>
    public ImmutableArray<ThreadItem> Items =>
        Cell switch
        {
            Overdue => Row.Overdue,
            Unplaced => Row.Unplaced,
            _ when Array.IndexOf(Orbits.Names, Cell) is >= 0 and var horizon => Row.At(horizon),
            _ => [],
        };
}
