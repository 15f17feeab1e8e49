using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A thing as the orrery draws it.</summary>
/// <param name="Entity">The thing.</param>
/// <param name="Distance">How far in time it is from the instant read.</param>
/// <param name="Left">What is left of the trust in it, 0 to 1; null when its kind does not age.</param>
/// <param name="Group">The title of the nearest focus area or team; null when none is near.</param>
/// <param name="Share">Money put in, relative to where most is put in; null where none is.</param>
/// <param name="Between">For practice: the two categories it joins most; else null.</param>
public sealed record Body(
    Entity Entity,
    Distance Distance,
    double? Left,
    string? Group,
    double? Share,
    (string One, string Other)? Between
);

/// <summary>A distance in time, and what it is counted from.</summary>
/// <param name="Days">At least 0; null when it is not known.</param>
/// <param name="From">What it is counted from.</param>
public sealed record Distance(double? Days, CountedFrom From);

/// <summary>What a distance is counted from.</summary>
public enum CountedFrom
{
    /// <summary>Nothing is known.</summary>
    Nothing,

    /// <summary>The day it is due, which is still to come.</summary>
    Due,

    /// <summary>The day it was due.</summary>
    Overdue,

    /// <summary>No date, but a horizon.</summary>
    Horizon,

    /// <summary>When somebody last looked at it.</summary>
    LastLook,

    /// <summary>When what its source says of it last changed.</summary>
    LastChange,

    /// <summary>When it last got or tended a relation, or was looked at.</summary>
    Tending,
}
