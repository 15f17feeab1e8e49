namespace Orrery.Import;

/// <summary>How much of a file is read before it is refused. Every limit answers with a fault, never a hang.</summary>
/// <param name="FileBytes">Longest file.</param>
/// <param name="TextCharacters">Longest value; a longer one is dropped and reported, the rest of the file is read.</param>
/// <param name="Nodes">Most values, lists and maps of one file, aliases counted as if written out.</param>
/// <param name="Depth">Deepest nesting.</param>
public sealed record ImportLimits(long FileBytes, int TextCharacters, int Nodes, int Depth)
{
    /// <summary>64 MiB, a million characters, four million nodes, 64 levels.</summary>
    public static readonly ImportLimits Usual = new(64L << 20, 1_000_000, 4_000_000, 64);
}
