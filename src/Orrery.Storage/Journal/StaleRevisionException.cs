using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Somebody appended since the caller looked: catch up, decide again, retry.</summary>
public sealed class StaleRevisionException(BranchId branch, Revision expected, Revision head)
    : Exception($"Branch {branch} is at revision {head}, not {expected}.")
{
    /// <summary>What the caller had seen.</summary>
    public Revision Expected { get; } = expected;

    /// <summary>Where the branch is.</summary>
    public Revision Head { get; } = head;
}
