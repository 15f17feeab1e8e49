namespace Orrery.Server;

/// <summary>A column that could be added to a view.</summary>
/// <param name="Title">On the screen.</param>
/// <param name="Address">The view with it.</param>
public sealed record ColumnChoice(string Title, string Address);
