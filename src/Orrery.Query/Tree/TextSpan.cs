namespace Orrery.Query;

/// <summary>A stretch of a query's text.</summary>
/// <param name="Start">Index of the first character, from 0.</param>
/// <param name="Length">In characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The index after the last character.</summary>
    public int End => Start + Length;

    /// <summary>From the beginning of this one to the end of another.</summary>
    public TextSpan To(TextSpan last) => new(Start, last.End - Start);
}
