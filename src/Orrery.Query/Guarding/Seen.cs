namespace Orrery.Query;

/// <summary>What a variable may stand for.</summary>
internal enum SeenAs
{
    /// <summary>No person.</summary>
    Other,

    /// <summary>Where somebody belongs: a team, a role.</summary>
    Home,

    /// <summary>A person, by its label.</summary>
    Person,

    /// <summary>A thing of any kind: it shows only while rows are found.</summary>
    Anything,

    /// <summary>The name of somebody, or something else that was read off a person.</summary>
    Named,
}

/// <summary>What is known of a variable.</summary>
/// <param name="As">What it may stand for.</param>
/// <param name="IsDeed">Whether it is there because of what some people do.</param>
internal sealed record Seen(SeenAs As, bool IsDeed)
{
    public static readonly Seen Other = new(SeenAs.Other, false);
}
