using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;
using static Orrery.Practice.PracticeLanguage;

namespace Orrery.Practice;

/// <summary>Procedures about teams.</summary>
internal static class TeamProcedures
{
    // Ways of no length at all would make every way as short as any other.
    private const double Shortest = 0.001;

    public static ImmutableArray<Procedure> All { get; } =
    [
        new(
            "practice.teamShapes",
            "Every team: how many members, of how many groups that share work it is made, and groups for each member. Teams of one or none are left out.",
            [],
            [
                In("team", ProcedureType.Node),
                In("members", ProcedureType.Integer),
                In("effective", ProcedureType.Integer),
                In("share", ProcedureType.Float),
            ],
            (looking, _) =>
                looking
                    .Reading.OfKind("team")
                    .Select(team => TeamFunctions.ShapeOf(team, looking))
                    .Where(shape => shape.Members > 1)
                    .Select(shape =>
                        ImmutableArray.Create(
                            Told.Thing(shape.Team),
                            Value.Of((long)shape.Members),
                            Value.Of((long)shape.Effective),
                            Value.Of(shape.Share)
                        )
                    )
        ),
        new(
            "practice.betweenness",
            "How many pairs of teams are joined, on the shortest way of interactions, through each: where waiting piles up. By the effort of interactions as they really are; people are left out.",
            [],
            [In("team", ProcedureType.Node), In("between", ProcedureType.Float)],
            (looking, _) => BetweennessOf(looking)
        ),
        new(
            "practice.ifStopped",
            "What would be left alone if a team stopped, why, how much of the team somebody else could take over, and who.",
            [In("team", ProcedureType.Node)],
            [
                In("thing", ProcedureType.Node),
                In("because", ProcedureType.String),
                In("compensation", ProcedureType.Float),
                In("by", ProcedureType.Node),
            ],
            (looking, given) => Stopped(looking, given[0])
        ),
    ];

    private static IEnumerable<ImmutableArray<Value>> BetweennessOf(Looking looking)
    {
        var effort = PracticeSettings.Of(looking.Reading.Model).Number("effort-when-unsaid");
        Dictionary<int, int> numbers = [];
        List<Entity> teams = [];
        List<(int, int, double)> links = [];
        foreach (var team in looking.Reading.Entities().Where(IsGroup))
        {
            looking.Count(1);
            foreach (var relation in team.Relations(Direction.Out, "interacts-with").Where(IsReal))
            {
                if (relation.To is not { } other || !IsGroup(other))
                    continue;
                var length = Math.Max(Shortest, Kinds.NumberOf(relation["effort"]) ?? effort);
                links.Add((NumberOf(team), NumberOf(other), length));
            }
        }

        var between = Betweenness.Of(teams.Count, links, looking.Count);
        return teams.Select((team, at) => ImmutableArray.Create(Told.Thing(team), Value.Of(between[at])));

        int NumberOf(Entity team)
        {
            if (!numbers.TryGetValue(team.Order, out var number))
            {
                numbers.Add(team.Order, number = teams.Count);
                teams.Add(team);
            }

            return number;
        }
    }

    private static bool IsGroup(Entity thing) =>
        thing.Reading.Model.CategoryOf(thing.Kind) == "collaboration" && !Kinds.Is(thing, "person");

    private static bool IsReal(Relation relation) => relation["stance"].AsText is null or "real";

    private static IEnumerable<ImmutableArray<Value>> Stopped(Looking looking, Value given)
    {
        if (given is Value.Null)
            return [];
        var team = Given.Thing(given, looking, "team");
        if (Kinds.Is(team, "person"))
            throw new FaultException(PracticeFaults.OfAPerson("practice.ifStopped"));
        var stopped = IfStopped.Of(team, looking.Count);
        return stopped.Things.Select(left =>
            ImmutableArray.Create(
                Told.Thing(left.Thing),
                Value.Of(left.Because == OnlyOne.Steward ? "only steward" : "only team"),
                Value.Of(stopped.Compensation),
                Told.Thing(stopped.By)
            )
        );
    }
}
