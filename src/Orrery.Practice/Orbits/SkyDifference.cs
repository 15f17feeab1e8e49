using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>What a map of one moment has that another has not.</summary>
/// <param name="Came">There now, not then.</param>
/// <param name="Went">There then, not now.</param>
/// <param name="Moved">There both times, on another orbit: as it was and as it is.</param>
public sealed record SkyDifference(
    ImmutableArray<Body> Came,
    ImmutableArray<Body> Went,
    ImmutableArray<(Body Was, Body Is)> Moved
)
{
    /// <summary>From what was drawn then to what is drawn now.</summary>
    /// <param name="then">Bodies of the moment compared with.</param>
    /// <param name="now">Bodies of the moment shown.</param>
    /// <param name="orbitOf">On which orbit a distance lies.</param>
    public static SkyDifference Of(ImmutableArray<Body> then, ImmutableArray<Body> now, Func<Distance, int> orbitOf)
    {
        var before = then.ToDictionary(body => body.Entity.Id);
        var after = now.Select(body => body.Entity.Id).ToHashSet();
        return new(
            [.. now.Where(body => !before.ContainsKey(body.Entity.Id))],
            [.. then.Where(body => !after.Contains(body.Entity.Id))],
            [
                .. now.Where(body =>
                        before.TryGetValue(body.Entity.Id, out var was) && orbitOf(was.Distance) != orbitOf(body.Distance)
                    )
                    .Select(body => (before[body.Entity.Id], body)),
            ]
        );
    }
}
