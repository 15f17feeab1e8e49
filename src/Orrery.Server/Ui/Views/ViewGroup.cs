using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A value of a column, under which rows are put together: a column of a board, a row of a matrix.</summary>
/// <param name="Value">The value; nothing for rows that say nothing.</param>
/// <param name="Key">In addresses and ids of elements.</param>
/// <param name="Title">On the screen.</param>
/// <param name="Thing">The entity that it is, or null.</param>
public sealed record ViewGroup(Value Value, string Key, string Title, Entity? Thing);
