namespace Orrery.Server;

/// <summary>The rows of a table can be chosen: one by one, or all of the answer.</summary>
/// <param name="All">The question whose things are all of them.</param>
/// <param name="Count">How many rows that is.</param>
public sealed record SheetChoosing(AskedText All, long Count);
