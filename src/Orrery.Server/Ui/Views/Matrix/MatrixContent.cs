namespace Orrery.Server;

/// <summary>What the cells of a matrix say.</summary>
public enum MatrixContent
{
    /// <summary>How many there are.</summary>
    Count,

    /// <summary>Which they are.</summary>
    List,

    /// <summary>What a column of theirs comes to.</summary>
    Sum,

    /// <summary>Whether there are any.</summary>
    Presence,
}
