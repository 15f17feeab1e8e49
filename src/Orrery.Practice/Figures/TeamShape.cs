using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A team as it works: how many groups of people that share work it is made of (domain catalogue 2.6).</summary>
/// <param name="Team">The team.</param>
/// <param name="Members">How many people.</param>
/// <param name="Effective">How many groups; a person without work counts as one.</param>
public sealed record TeamShape(Entity Team, int Members, int Effective)
{
    /// <summary>Groups for each member: 1 where everybody works alone; 0 without members.</summary>
    public double Share => Members == 0 ? 0 : (double)Effective / Members;

    /// <summary>The shape of a team.</summary>
    /// <param name="team">Which.</param>
    /// <param name="days">Work that was done within so many days, or is under way, counts as shared.</param>
    /// <param name="count">Counts what is visited.</param>
    public static TeamShape Of(Entity team, double days, Action<int> count)
    {
        var members = team.Relations(Direction.In, "member")
            .Select(member => member.From)
            .OfType<Entity>()
            .Where(member => Kinds.Is(member, "person"))
            .DistinctBy(member => member.Order)
            .ToArray();
        Dictionary<int, List<int>> shared = [];
        foreach (var member in members)
        {
            count(1);
            foreach (var work in member.Relations(Direction.Out, "works-on"))
            {
                count(1);
                if (work.To is not { } item || !Kinds.Is(item, "work-item") || !WasUnderWay(item, days))
                    continue;
                if (!shared.TryGetValue(item.Order, out var who))
                    shared.Add(item.Order, who = []);
                who.Add(member.Order);
            }
        }

        return new(team, members.Length, EffectiveTeams.Count(members.Select(member => member.Order), shared.Values));
    }

    private static bool WasUnderWay(Entity item, double days) =>
        item["status"].AsText == "in-action"
        || (
            item["done-on"] is Value.Date { Day: var done }
            && done.AtMidnight().InUtc().ToInstant() is var end
            && end <= item.Reading.Valid
            && (item.Reading.Valid - end).TotalDays <= days
        );
}
