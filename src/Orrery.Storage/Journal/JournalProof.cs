using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>What reading a whole branch proved.</summary>
/// <param name="Branch">Which.</param>
/// <param name="Head">The last revision that is sound.</param>
/// <param name="Segments">Sound segments.</param>
/// <param name="Events">Events in them.</param>
/// <param name="Chain">The chain hash at <paramref name="Head"/>.</param>
/// <param name="Faults">What is wrong, first damage first; empty when all is well.</param>
public sealed record JournalProof(
    BranchId Branch,
    Revision Head,
    long Segments,
    long Events,
    ReadOnlyMemory<byte> Chain,
    ImmutableArray<Fault> Faults
)
{
    /// <summary>Nothing is wrong.</summary>
    public bool IsSound => Faults.IsEmpty;
}
