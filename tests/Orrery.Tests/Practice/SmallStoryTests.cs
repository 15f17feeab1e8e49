using System.Collections.Concurrent;
using Orrery.Tests.House;

namespace Orrery.Tests.Practice;

/// <summary>The smaller worked examples of the catalogue (3.4 to 3.10), told in cases/stories; what is planted in each, asked of the data.</summary>
public sealed class SmallStoryTests
{
    private static readonly ConcurrentDictionary<string, PlayedStory> Played = new(StringComparer.Ordinal);

    public static TheoryData<string> Names =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Checkout.Root, "cases", "stories"))
                .Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rules_accept_every_step(string name) => Rule.HasNoBreaches(Of(name).Refusals);

    [Fact]
    public void Six_teams_of_five_stages_share_one_logic() =>
        Assert.Equal(
            ["growth-return | 6 | 5"],
            Of("six-teams").Ask("MATCH (u:FundingUnit)-[:FUNDS]->(t:Team) RETURN u.logic, count(t), count(DISTINCT t.stage)")
        );

    [Fact]
    public void The_platform_has_no_input_of_its_own() =>
        Assert.Equal(
            ["Internal platform"],
            Of("six-teams")
                .Ask("MATCH (t:Team {archetype: 'focused-multiple-hops'}) WHERE NOT (t)-[:STEWARDS]->(:Metric) RETURN t.title")
        );

    [Fact]
    public void Catch_all_is_paid_without_a_theory() =>
        Assert.Equal(
            ["Catch-all"],
            Of("six-teams").Ask("MATCH (u:FundingUnit)-[:FUNDS]->(t:Team) WHERE NOT (u)-[:JUSTIFIED_BY]->() RETURN t.title")
        );

    [Fact]
    public void Catch_all_spreads_over_six_things_three_of_them_shared_and_reaches_no_value() =>
        Assert.Equal(
            ["6 | 3 | 0"],
            Of("six-teams")
                .Ask(
                    """
                    MATCH (t:Team {title: 'Catch-all'})-[:WORKS_ON]->(g:Goal)
                    WITH t, g, CASE WHEN EXISTS { MATCH (o:Team)-[:WORKS_ON]->(g) WHERE o <> t } THEN 1 ELSE 0 END AS shared, CASE WHEN EXISTS { MATCH (g)-[:TARGETS]->(:Metric) } THEN 1 ELSE 0 END AS valued
                    RETURN count(g), sum(shared), sum(valued)
                    """
                )
        );

    [Fact]
    public void Phase_two_is_spent_before_its_gate() =>
        Assert.Equal(
            ["Phase two"],
            Of("six-teams").Ask("MATCH (t:FundingTranche {status: 'planned'}) WHERE t.spent.amount > 0 RETURN t.title")
        );

    [Fact]
    public void The_ladder_has_six_steps_and_no_gap() =>
        Assert.Equal(["h0, h1, h2, h3, h4, h5"], Of("bookkeeping-ladder").Ask(Ladder).Select(Plain));

    [Fact]
    public void Without_the_step_of_months_a_rung_is_skipped() =>
        Assert.Equal(["h0, h1, h2, h4, h5"], Of("bookkeeping-ladder-with-a-gap").Ask(Ladder).Select(Plain));

    [Theory]
    [InlineData("bookkeeping-ladder", "")]
    [InlineData("bookkeeping-ladder-with-a-gap", "h2 | h4")]
    public void The_language_finds_the_gap_and_no_other(string story, string gap) =>
        Assert.Equal(
            gap.Length == 0 ? [] : [gap],
            Of(story)
                .Ask(
                    """
                    MATCH (f:FocusArea)
                    CALL practice.leaps(f) YIELD from, to, leap
                    WHERE leap = 'gap'
                    RETURN from, to
                    """
                )
        );

    [Fact]
    public void Confidence_rises_along_the_way_and_trouble_is_a_band_of_three()
    {
        var way = Of("curbside-pickup")
            .Ask("MATCH (s:Signal {valence: 'positive'}) RETURN s.title, s.predicts ORDER BY s.journey_position");

        Assert.Equal(13, way.Length);
        Assert.Equal(
            way,
            Of("curbside-pickup").Ask("MATCH (s:Signal {valence: 'positive'}) RETURN s.title, s.predicts ORDER BY s.predicts")
        );
        Assert.StartsWith("Volunteers for a case study", way[^1]);
        Assert.Equal(["3"], Of("curbside-pickup").Ask("MATCH (s:Signal {valence: 'trouble'}) RETURN count(s)"));
    }

    [Fact]
    public void One_person_reviews_from_a_week_to_a_year_and_came_back_with_something_else()
    {
        Assert.Equal(["5"], Of("one-person").Ask("MATCH (r:Ritual) RETURN count(r)"));
        Assert.Equal(
            ["a needle | a chart and no needle"],
            Of("one-person").Ask("MATCH (d:DayNote) WHERE d.went_for <> d.came_back_with RETURN d.went_for, d.came_back_with")
        );
    }

    [Fact]
    public void Three_middle_levels_are_labels_that_nobody_tends() =>
        Assert.Equal(
            ["A weekly running habit", "Better physical health", "Cardiovascular endurance"],
            Of("health-goal")
                .Ask(
                    """
                    MATCH (below:Intent)-[:CONTRIBUTES_TO]->(g:Goal)-[:CONTRIBUTES_TO]->(above:Intent)
                    WHERE NOT (g)<-[:TENDS]-() AND NOT (g)-[:TARGETS]->() AND NOT (g)<-[:AFFECTS]-()
                    RETURN g.title
                    ORDER BY g.title
                    """
                )
        );

    [Fact]
    public void Only_the_bottom_and_its_indicator_are_tended() =>
        Assert.Equal(
            ["Resting heart rate", "Three runs of five kilometres"],
            Of("health-goal").Ask("MATCH (:Ritual)-[:TENDS]->(x) RETURN x.title ORDER BY x.title")
        );

    [Fact]
    public void One_ask_goes_to_everybody_and_one_to_those_it_concerns() =>
        Assert.Equal(
            ["focused-blast | Payments", "unfiltered-blast | Everybody"],
            Of("information-flows")
                .Ask("MATCH (a:FocusedAsk)-[:ASKS]->(x) RETURN a.flow_pattern, x.title ORDER BY a.flow_pattern")
        );

    [Fact]
    public void The_decision_saw_the_fact_through_three_papers() =>
        Assert.Equal(
            ["No measures for frost | 3"],
            Of("information-flows")
                .Ask(
                    """
                    MATCH path = (d:Decision)-[:CONSIDERED]->(:Artifact)-[:REPRESENTS*1..5]->(i:Insight)
                    RETURN d.title, length(path) - 1
                    """
                )
        );

    [Fact]
    public void A_flat_review_sees_all_initiatives_alike() =>
        Assert.Equal(
            ["Two hundred initiatives in an hour | all initiatives"],
            Of("information-flows").Ask("MATCH (r:Ritual {flow_pattern: 'flat-review'}) RETURN r.title, r.scope")
        );

    [Theory]
    [InlineData("enterprise", "c, d, i")]
    [InlineData("product-led", "g, i")]
    [InlineData("trio", "c, g")]
    public void Leeway_ends_where_the_catalogue_says(string department, string ends) =>
        Assert.Equal(
            [ends],
            Of("mandates")
                .Ask(
                    $"MATCH (r:Role)-[:PART_OF]->(:Department {{ref: 'department:{department}'}}) WITH r ORDER BY r.mandate_to RETURN collect(r.mandate_to)"
                )
                .Select(Plain)
        );

    [Fact]
    public void The_enterprise_has_a_wall_and_the_product_led_overlap()
    {
        const string Overlaps = """
            MATCH (a:Role)-[:PART_OF]->(d:Department)<-[:PART_OF]-(b:Role)
            WHERE a.mandate_from < b.mandate_from AND b.mandate_from <= a.mandate_to
            RETURN DISTINCT d.title
            ORDER BY d.title
            """;

        Assert.Equal(["Product-led", "Trio team"], Of("mandates").Ask(Overlaps));
    }

    private const string Ladder = """
        MATCH path = (x:WorkItem {horizon: 'h0'})-[:CONTRIBUTES_TO*]->(f:FocusArea)
        RETURN [n IN nodes(path) | n.horizon]
        """;

    private static string Plain(string list) => list.Trim('[', ']').Replace("'", "").Replace("\"", "");

    private static PlayedStory Of(string name) =>
        Played.GetOrAdd(name, one => PlayedStory.Told($"{one}.yaml", Checkout.Read($"cases/stories/{one}.yaml")));
}
