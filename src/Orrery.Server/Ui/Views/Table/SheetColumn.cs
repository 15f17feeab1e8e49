namespace Orrery.Server;

/// <summary>A column of a table.</summary>
/// <param name="Cell">The number of its value among those of a row.</param>
/// <param name="Title">On the screen.</param>
/// <param name="IsAmount">Whether it holds numbers or money and nothing else.</param>
public sealed record SheetColumn(int Cell, string Title, bool IsAmount)
{
    /// <summary>What others call it, for whoever points at it, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>The address that sorts by it, or the other way round; null when it cannot be sorted.</summary>
    public string? SortAddress { get; init; }

    /// <summary>What the table's form says to sort by it, or the other way round; null where each head has an address.</summary>
    public string? SortChoice { get; init; }

    /// <summary>How it is sorted now, as <c>aria-sort</c> says it; null when it is not.</summary>
    public string? Sorted { get; init; }

    /// <summary>The field that says what its value in a row is called, or null.</summary>
    public Func<ShownRow, FieldDefinition?> FieldOf { get; init; } = _ => null;

    /// <summary>The address of the form that edits its value in a row; null where it cannot be edited.</summary>
    public Func<ShownRow, string?> EditOf { get; init; } = _ => null;
}
