using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Something that would be left alone if a team stopped (domain catalogue 2.6).</summary>
/// <param name="Thing">What.</param>
/// <param name="Because">Why.</param>
public sealed record LeftAlone(Entity Thing, OnlyOne Because);

/// <summary>In what way a team is the only one.</summary>
public enum OnlyOne
{
    /// <summary>Nobody else keeps it true and healthy.</summary>
    Steward,

    /// <summary>No other team works on it.</summary>
    Team,
}

/// <summary>What would happen if a team stopped.</summary>
/// <param name="Things">What would be left alone.</param>
/// <param name="Compensation">How much of the team somebody else could take over, from 0 to 1; 0 where nobody says so.</param>
/// <param name="By">Who could take over most of it; null for nobody.</param>
public sealed record IfStopped(ImmutableArray<LeftAlone> Things, double Compensation, Entity? By)
{
    /// <summary>Asks it of a team.</summary>
    /// <param name="team">Which.</param>
    /// <param name="count">Counts what is visited.</param>
    public static IfStopped Of(Entity team, Action<int> count)
    {
        var stand = team.Relations(Direction.In, "compensates-for")
            .Where(relation => relation.From is not null)
            .Select(relation => (By: relation.From, Degree: Kinds.NumberOf(relation["degree"]) ?? 0))
            .OrderByDescending(one => one.Degree)
            .ThenBy(one => one.By!.Order)
            .FirstOrDefault();
        return new(
            [
                .. AloneIn(team, "stewards", count).Select(thing => new LeftAlone(thing, OnlyOne.Steward)),
                .. AloneIn(team, "works-on", count).Where(Kinds.IsOpen).Select(thing => new LeftAlone(thing, OnlyOne.Team)),
            ],
            stand.Degree,
            stand.By
        );
    }

    // People beside the team do not keep it going when the team stops: only other groups count.
    private static IEnumerable<Entity> AloneIn(Entity team, string type, Action<int> count) =>
        team.Relations(Direction.Out, type)
            .Select(relation => relation.To)
            .OfType<Entity>()
            .DistinctBy(thing => thing.Order)
            .Where(thing =>
            {
                var others = thing.Relations(Direction.In, type).Select(relation => relation.From).OfType<Entity>().ToArray();
                count(1 + others.Length);
                return others.All(other => other.Order == team.Order || (type == "works-on" && Kinds.Is(other, "person")));
            });
}
