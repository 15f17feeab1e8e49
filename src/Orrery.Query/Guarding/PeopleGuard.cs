using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Whom no figures are worked out of, unless of several together. Which kinds and names these are is data of another room.</summary>
/// <param name="Kinds">The kinds of people; where a workspace defines none of them nothing is guarded.</param>
/// <param name="Names">Fields, and columns of procedures, that hold the name of somebody who did something.</param>
/// <param name="Belonging">Relation types that say where somebody belongs, not what somebody does.</param>
/// <param name="Fewest">Of how many people a figure may be given at least, by the settings of a workspace.</param>
public sealed record PeopleGuard(
    ImmutableArray<string> Kinds,
    ImmutableArray<string> Names,
    ImmutableArray<string> Belonging,
    Func<Model, int> Fewest
)
{
    /// <summary>Nobody is guarded.</summary>
    public static readonly PeopleGuard None = new([], [], [], _ => 1);
}
