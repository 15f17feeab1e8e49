namespace Orrery.Import;

/// <summary>Something that a file says and the import does not carry over as it stands.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, from 1; 0 when it concerns no line.</param>
/// <param name="Record">Foreign id of the record it belongs to; empty where there is none.</param>
/// <param name="Path">Where in the document, with <c>[*]</c> for any item, e.g. <c>sigs[*].meetings[*].tz</c>.</param>
/// <param name="Value">The offending value, cut after <see cref="LongestValue"/> characters.</param>
/// <param name="Why">What is wrong with it, or what was made of it.</param>
public sealed record Loss(LossKind Kind, string File, int Line, string Record, string Path, string Value, string Why)
{
    /// <summary>How much of a value is kept.</summary>
    public const int LongestValue = 200;

    /// <summary>The value, cut where it is too long for a report.</summary>
    public static string Cut(string value) => value.Length <= LongestValue ? value : $"{value.AsSpan(0, LongestValue)}...";
}

/// <summary>What happened to something that is not carried over as it stands. Names are part of the report's data form.</summary>
public enum LossKind
{
    /// <summary>The mapping does not read it.</summary>
    Unmapped,

    /// <summary>It could not be read; kept as text where the mapping says where.</summary>
    Rejected,

    /// <summary>It says that there is nothing (<c>TBD</c>, <c>n/a</c>).</summary>
    Placeholder,

    /// <summary>It was read with an assumption, or a part of it was left out.</summary>
    Coerced,

    /// <summary>It is said twice.</summary>
    Doubled,

    /// <summary>It names something that nobody states.</summary>
    Unresolved,

    /// <summary>It names something that was stated once and is not any more.</summary>
    Retired,

    /// <summary>It breaks a rule of the workspace and is left out.</summary>
    Refused,
}
