using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Where a row and a column cross, or the total of one.</summary>
/// <param name="Items">What is there at the moment looked at, each once, in the order of the answer.</param>
/// <param name="Came">Those of them that were not there at the moment compared with.</param>
/// <param name="Went">What was there then and is no more.</param>
/// <param name="Sum">What the summed column comes to.</param>
/// <param name="Then">What it came to at the moment compared with.</param>
public sealed record MatrixCell(
    IReadOnlyList<Value> Items,
    ImmutableArray<Value> Came,
    ImmutableArray<Value> Went,
    Amounts Sum,
    Amounts Then
)
{
    public static readonly MatrixCell Empty = new([], [], [], Amounts.None, Amounts.None);

    /// <summary>Nothing is there, nor was.</summary>
    public bool IsEmpty => Items.Count == 0 && Went.IsEmpty;
}
