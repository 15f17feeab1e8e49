using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>Three sources of one system that speak of the same things and state the same fields of them, some days apart: teams with people, plans with teams and people.</summary>
internal static class SomeStatements
{
    public const int Days = 10;

    public static ImmutableArray<Statement> Of(int seed)
    {
        var chance = new Random(seed);
        return
        [
            .. SomeDays(chance).Select(day => Teams(day, chance)),
            .. SomeDays(chance).Select(day => Plans(day, chance)),
            .. SomeDays(chance).Select(day => Staff(day, chance)),
        ];
    }

    public static Instant Day(int day) => Instant.FromUtc(2024, 1, 2, 0, 0) + Duration.FromDays(day);

    private static List<int> SomeDays(Random chance) =>
        [.. Enumerable.Range(0, Days).Where(_ => chance.Next(2) == 0).DefaultIfEmpty(3)];

    private static Statement Teams(int day, Random chance)
    {
        var teams = Some(4, chance);
        var people = Some(4, chance);
        return State(
            "system/teams",
            day,
            [
                .. teams.Select(team => Entity("team", team, chance, "title", "purpose")),
                .. people.Select(person => Entity("person", person, chance, "title")),
                // Stated twice: the first stands.
                .. teams.Take(1).Select(team => Entity("team", team, chance, "title", "purpose")),
            ],
            [
                .. from team in teams
                from person in people
                where chance.Next(2) == 0
                select Relation("member", $"person/{person}", "team", team, "", chance),
                .. people.Take(1).SelectMany(person => Twice("member", $"person/{person}", teams, chance)),
            ]
        );
    }

    private static Statement Plans(int day, Random chance)
    {
        var plans = Some(4, chance);
        var authors = Some(4, chance);
        return State(
            "system/plans",
            day,
            [
                .. plans.Select(plan => Entity("plan", plan, chance, "title", "stage")),
                .. authors.Select(person => Entity("person", person, chance, "title")),
            ],
            [
                .. from plan in plans
                from team in Some(4, chance)
                select Relation("owned-by", $"plan/{plan}", "team", team, chance.Next(2) == 0 ? "" : "second", chance),
                .. from plan in plans
                from person in authors
                where chance.Next(3) == 0
                select Relation("author", $"plan/{plan}", "person", person, "", chance),
            ]
        );
    }

    // States what the other two state as well: people and their titles, teams, who is a member.
    private static Statement Staff(int day, Random chance)
    {
        var people = Some(4, chance);
        var teams = Some(3, chance);
        return State(
            "system/staff",
            day,
            [
                .. people.Select(person => Entity("person", person, chance, "title", "office")),
                .. teams.Select(team => Entity("team", team, chance, "purpose")),
            ],
            [
                .. from person in people
                from team in teams
                where chance.Next(2) == 0
                select Relation("member", $"person/{person}", "team", team, "", chance),
            ]
        );
    }

    private static Statement State(
        string source,
        int day,
        ImmutableArray<StatedEntity> entities,
        ImmutableArray<StatedRelation> relations
    ) => new("system", source, $"{day}.yaml", Day(day), $"digest of {source} {day}", entities, relations);

    private static IEnumerable<StatedRelation> Twice(string type, string from, int[] teams, Random chance) =>
        teams.Take(1).SelectMany(team => Enumerable.Range(0, 2).Select(_ => Relation(type, from, "team", team, "", chance)));

    private static StatedEntity Entity(string kind, int number, Random chance, params string[] fields) =>
        new($"{kind}/{number}", kind, $"{kind}-{number}", Fields(chance, fields));

    private static StatedRelation Relation(string type, string from, string kind, int number, string qualifier, Random chance) =>
        new(type, from, $"{kind}/{number}", new(kind, $"{kind}-{number}"), qualifier, Fields(chance, "role"));

    // Each field stated or not, so that a later reading also takes some away.
    private static ImmutableSortedDictionary<string, Value> Fields(Random chance, params string[] fields) =>
        Properties.Of([.. fields.Where(_ => chance.Next(4) > 0).Select(field => (field, Value.Of($"{field} {chance.Next(3)}")))]);

    private static int[] Some(int most, Random chance) => [.. Enumerable.Range(1, most).Where(_ => chance.Next(3) > 0)];
}
