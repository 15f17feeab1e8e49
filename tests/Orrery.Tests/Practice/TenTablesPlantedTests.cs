using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Practice;

/// <summary>The problems that Ten Tables is to show (domain catalogue 3.3), asked of the data as it is today. Teams and work are looked at, never persons.</summary>
public sealed class TenTablesPlantedTests
{
    private static PlayedStory TenTables => DemoCompanies.TenTables.Value;

    [Fact]
    public void Ten_teams_of_six()
    {
        var teams = TenTables.Today.OfKind("team").ToList();

        Assert.Equal(10, teams.Count);
        Assert.All(teams, team => Assert.Equal(6, Members(team).Count));
        Assert.Equal(60, TenTables.Today.OfKind("person").Count());
    }

    [Fact]
    public void There_are_fifty_effective_teams_in_ten()
    {
        var groups = TenTables.Today.OfKind("team").ToDictionary(team => team.Title, Groups);

        Assert.Equal(50, groups.Values.Sum());
        Assert.Equal(["Kitchen Door", "Waiting List"], groups.Where(g => g.Value == 1).Select(g => g.Key).Order());
        Assert.All(groups.Where(g => g.Value != 1), g => Assert.Equal(6, g.Value));
    }

    [Fact]
    public void The_language_finds_the_same_fifty() =>
        Assert.Equal(["10 | 50"], TenTables.Ask("CALL practice.teamShapes() YIELD effective RETURN count(*), sum(effective)"));

    [Fact]
    public void Nothing_is_done_by_two_in_eight_teams() =>
        Assert.Equal(
            ["Connections", "Deposits", "Figures", "Floor Plan", "Guest App", "Host Stand", "Messages", "Table Finder"],
            TenTables.Ask(
                """
                MATCH (t:Team)
                WHERE NOT EXISTS { MATCH (t)-[:WORKS_ON]->(w:WorkItem {status: 'in-action'}), (a:Person)-[:WORKS_ON]->(w)<-[:WORKS_ON]-(b:Person) WHERE a <> b }
                RETURN t.title
                ORDER BY t.title
                """
            )
        );

    [Fact]
    public void More_is_open_than_agreed_where_everybody_has_a_list() =>
        Assert.Equal(
            8,
            TenTables
                .Ask(
                    """
                    MATCH (t:Team)-[:WORKS_ON]->(w:WorkItem {status: 'in-action'})
                    WITH t, count(w) AS open
                    WHERE open > t.wip_limit
                    RETURN t.title, open
                    """
                )
                .Length
        );

    [Fact]
    public void Nobody_says_what_data_mean() =>
        Assert.Equal(["Says what it means"], TenTables.Ask("MATCH (h:Hat) WHERE NOT (h)<-[:HOLDS_HAT]-() RETURN h.title"));

    [Fact]
    public void Five_teams_need_the_hat_of_one_who_draws() =>
        Assert.Equal(
            ["Draws the screens | Fumiko Hara | Deposits, Floor Plan, Guest App, Host Stand, Table Finder"],
            TenTables
                .Ask(
                    """
                    MATCH (who:Person)-[:HOLDS_HAT]->(h:Hat)<-[:DEPENDS_ON]-(t:Team)
                    WITH h, who, t
                    ORDER BY t.title
                    RETURN h.title, who.title, collect(t.title)
                    """
                )
                .Select(row => row.Replace("[", "").Replace("]", ""))
        );

    [Fact]
    public void Fifteen_risks_come_of_groups_of_one() =>
        Assert.Equal(
            ["15"],
            TenTables.Ask("MATCH (r:Risk)-[:ABOUT]->(:Insight {ref: 'insight:fifty-ways-alone'}) RETURN count(r)")
        );

    [Fact]
    public void No_view_and_no_question_counts_or_ranks_people()
    {
        var pack = Orrery.Practice.PackShelf.Take("ten-tables");
        var texts = pack
            .Views.Select(v => v.Definition.Query)
            .Concat(Orrery.Practice.QuestionShelf.Of("ten-tables").Select(q => q.Text))
            .ToList();

        Assert.All(texts, text => Assert.DoesNotMatch(@"count\((DISTINCT )?(who|p|person|a|b)\b", text));
        Assert.All(texts, text => Assert.DoesNotMatch(@"RETURN (who|p|person|a|b)\b", text));
    }

    /// <summary>Groups of members who shared something open in the last six weeks; whoever shared nothing is a group of one.</summary>
    private static int Groups(Entity team)
    {
        var members = Members(team);
        var leader = members.ToDictionary(id => id, id => id);
        Id Root(Id id) => leader[id] == id ? id : Root(leader[id]);
        foreach (var item in team.Relations(Direction.Out, "works-on").Select(r => r.To!).Where(WasOpenLately))
        {
            var hands = item.Relations(Direction.In, "works-on").Select(r => r.From!.Id).Where(leader.ContainsKey).ToList();
            foreach (var hand in hands.Skip(1))
                leader[Root(hand)] = Root(hands[0]);
        }

        return members.Count(id => leader[id] == id);
    }

    private static HashSet<Id> Members(Entity team) =>
        [.. team.Relations(Direction.In, "member").Select(r => r.From!).Where(p => p.Kind == "person").Select(p => p.Id)];

    private static bool WasOpenLately(Entity item) =>
        item.Kind == "work-item"
        && (
            item["status"].AsText == "in-action"
            || (item["done-on"] is Value.Date done && Period.DaysBetween(done.Day, PlayedStory.Now.InUtc().Date) <= 42)
        );
}
