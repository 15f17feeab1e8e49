namespace Orrery.Server;

/// <summary>What became of a row between the moment compared with and the one looked at.</summary>
public enum RowMark
{
    /// <summary>It is as it was, or nothing is compared.</summary>
    Same,

    /// <summary>It was not there then.</summary>
    Came,

    /// <summary>It is there no more; its cells are as they were.</summary>
    Went,

    /// <summary>It was there with other values.</summary>
    Moved,
}
