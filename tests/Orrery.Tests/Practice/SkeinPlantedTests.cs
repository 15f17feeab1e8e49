using Orrery.Graph;

namespace Orrery.Tests.Practice;

/// <summary>The problems that Skein is to show (domain catalogue 3.2), asked of the data as it is today.</summary>
public sealed class SkeinPlantedTests
{
    private static PlayedStory Skein => DemoCompanies.Skein.Value;

    [Fact]
    public void One_goal_aims_at_MAU_which_no_model_holds() =>
        Assert.Equal(
            ["MAU up by a quarter | MAU"],
            Skein.Ask(
                """
                MATCH (g:Goal)-[:TARGETS]->(m:Metric)
                WHERE g.status = 'in-action' AND NOT (m)-[:MEMBER_OF_MODEL]->()
                RETURN g.title, m.title
                """
            )
        );

    [Fact]
    public void MAU_is_called_a_north_star_and_says_nothing_of_people() =>
        Assert.Equal(
            ["MAU"],
            Skein.Ask("MATCH (m:Metric {role: 'north-star'}) WHERE m.human_centred = false AND m.idea IS NULL RETURN m.title")
        );

    [Fact]
    public void No_open_bet_moves_consumption() =>
        Assert.Equal(
            ["Consumption of learnings"],
            Skein.Ask(
                """
                MATCH (m:Metric {role: 'input'})
                WHERE NOT EXISTS { MATCH (b:Bet)-[:TARGETS]->(m) WHERE b.status IN ['committed', 'in-action'] }
                RETURN m.title
                """
            )
        );

    [Fact]
    public void The_arrow_from_consumption_has_no_reason_and_no_figure_and_no_other_lacks_one() =>
        Assert.Equal(
            ["Consumption of learnings | Weekly learning users"],
            Skein.Ask(
                """
                MATCH (a:Metric)-[d:DRIVES]->(b:Metric)
                WHERE d.rationale IS NULL OR d.confidence IS NULL
                RETURN a.title, b.title
                """
            )
        );

    [Fact]
    public void The_loop_closes_from_usability_to_usability() =>
        Assert.NotEmpty(
            Skein.Ask(
                """
                MATCH (u:Metric {ref: 'metric:data-usability'})-[:DRIVES]->(:Metric {ref: 'metric:insight-quality'})
                  -[:DRIVES]->(:Metric {ref: 'metric:decision-quality'})-[:DRIVES]->(:Metric {ref: 'metric:outcomes'})
                  -[:DRIVES]->(:Metric {ref: 'metric:ability-to-measure'})-[:DRIVES]->(:Metric {ref: 'metric:visibility-of-outcomes'})
                  -[:DRIVES]->(:Metric {ref: 'metric:investment-in-usability'})-[:DRIVES]->(u)
                RETURN u.title
                """
            )
        );

    [Fact]
    public void The_language_finds_loops_through_usability_and_all_reinforce_themselves() =>
        Assert.Equal(
            ["reinforcing"],
            Skein.Ask(
                """
                MATCH (u:Metric {ref: 'metric:data-usability'})
                CALL practice.loops('drives', u) YIELD things, polarity
                RETURN DISTINCT polarity
                """
            )
        );

    [Fact]
    public void All_arrows_of_the_loop_say_that_more_leads_to_more() =>
        Assert.Equal(
            ["23 | +"],
            Skein.Ask(
                """
                MATCH (a:Metric)-[:MEMBER_OF_MODEL]->(:ValueModel {ref: 'value-model:literacy-loop'})
                MATCH (a)-[d:DRIVES]->(:Metric)
                RETURN count(d), min(d.sign)
                """
            )
        );

    [Fact]
    public void Literacy_feeds_only_itself_and_nobody_looks_after_it() =>
        Assert.Equal(
            ["Data literacy"],
            Skein.Ask(
                """
                MATCH (m:Metric)-[:MEMBER_OF_MODEL]->(:ValueModel {ref: 'value-model:literacy-loop'})
                WHERE (m)-[:DRIVES]->(m) AND NOT EXISTS { MATCH (m)-[:DRIVES]->(o:Metric) WHERE o <> m } AND NOT (m)<-[:STEWARDS]-()
                RETURN m.title
                """
            )
        );

    [Fact]
    public void Bets_of_three_levels_sit_on_value_arrows_on_input_arrows_and_on_inputs()
    {
        Assert.Equal(
            ["Houses that learn together stay | Weekly learning users | Customers who stay the year"],
            Skein.Ask("MATCH (b:Bet {level: 'l0'})-[:TARGETS]->(d:Relation) RETURN b.title, startNode(d).title, endNode(d).title")
        );
        Assert.Equal(
            ["Activated organisations", "Broadcasted learnings", "Consumption of learnings"],
            Skein.Ask(
                "MATCH (b:Bet {level: 'l1'})-[:TARGETS]->(d:Relation) RETURN startNode(d).title ORDER BY startNode(d).title"
            )
        );
        Assert.Equal(
            [
                "Admin onboarding | Activated organisations",
                "Notebook templates | Broadcasted learnings",
                "Weekly digest | Consumption of learnings",
            ],
            Skein.Ask(
                """
                MATCH (b:Bet {level: 'l2'})-[:TARGETS]->(m:Metric)
                WHERE b.ref IN ['bet:admin-onboarding', 'bet:notebook-templates', 'bet:weekly-digest']
                RETURN b.title, m.title
                ORDER BY b.title
                """
            )
        );
    }

    [Fact]
    public void Key_results_are_forecast_by_bets() =>
        Assert.True(Skein.Ask("MATCH (b:Bet)-[f:FORECASTS]->(k:KeyResult) WHERE f.range IS NOT NULL RETURN b.title").Length >= 4);

    [Fact]
    public void Asking_alone_counts_against_the_idea() =>
        Assert.Equal(["Solo query share | down"], Skein.Ask("MATCH (m:Metric {role: 'guardrail'}) RETURN m.title, m.direction"));

    [Fact]
    public void Every_other_open_bet_is_whole() =>
        Assert.Empty(
            Skein.Ask(
                """
                MATCH (b:Bet)
                WHERE b.status IN ['committed', 'in-action']
                  AND (b.positives IS NULL OR b.watch_outs IS NULL OR b.pivot_on IS NULL OR NOT (b)<-[:WORKS_ON]-() OR NOT (b)-[:CONTRIBUTES_TO]->())
                RETURN b.title
                """
            )
        );
}
