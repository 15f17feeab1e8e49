using NodaTime;

namespace Orrery.Practice;

/// <summary>When somebody last looked at a thing and left it as true.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who, or null when nobody is named.</param>
/// <param name="How">In which way.</param>
public sealed record LastLook(Instant At, string? By, LookedHow How);

/// <summary>The ways of looking at a thing.</summary>
public enum LookedHow
{
    /// <summary>Somebody said that it is still true.</summary>
    Confirmed,

    /// <summary>Somebody wrote something about it.</summary>
    Told,

    /// <summary>The source that states it was read again.</summary>
    Read,
}

/// <summary>How much of the trust in a thing is left (domain catalogue 2.6).</summary>
public enum Freshness
{
    /// <summary>Things of its kind do not age, or nothing is known of when it was looked at.</summary>
    Unknown,

    /// <summary>At least 0.7 is left.</summary>
    Fresh,

    /// <summary>At least half is left.</summary>
    Ageing,

    /// <summary>Less than half is left.</summary>
    Stale,
}
