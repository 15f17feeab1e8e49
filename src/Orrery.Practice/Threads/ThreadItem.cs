using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>An intent in a thread.</summary>
/// <param name="Entity">The intent; of the earlier reading when it is gone.</param>
/// <param name="Due">When it is due, or null.</param>
/// <param name="IsOverdue">Whether that is over.</param>
/// <param name="IsPossibility">Whether nobody is committed to it yet.</param>
/// <param name="Weight">From 0, nothing is put in, to 1, as much as in the heaviest of the map.</param>
/// <param name="Change">What became of it since the moment compared with.</param>
/// <param name="Was">The horizon it had then, when it moved; else null.</param>
public sealed record ThreadItem(
    Entity Entity,
    Instant? Due,
    bool IsOverdue,
    bool IsPossibility,
    double Weight,
    ThreadChange Change,
    int? Was
);

/// <summary>What became of an intent.</summary>
public enum ThreadChange
{
    /// <summary>Nothing that shows here.</summary>
    None,

    /// <summary>It is new in its thread.</summary>
    Came,

    /// <summary>It ended or left the thread.</summary>
    Went,

    /// <summary>It lies at another horizon.</summary>
    Moved,
}
