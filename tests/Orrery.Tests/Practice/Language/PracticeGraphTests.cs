using NodaTime;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Practice;

/// <summary>The worked numbers of the domain catalogue that need things, asked in the query language.</summary>
public sealed class PracticeGraphTests
{
    private const string Ladder = """
        CREATE (h5:goal {title: 'grow', horizon: 'h5'}), (h4:goal {title: 'large departments', horizon: 'h4'}),
          (h3:bet {title: 'workflow', horizon: 'h3'}), (h2:bet {title: 'fewer errors', horizon: 'h2'}),
          (h1:`work-item` {title: 'autocomplete', horizon: 'h1'}), (h0:`work-item` {title: 'storage', horizon: 'h0'}),
          (h4)-[:`contributes-to`]->(h5), (h1)-[:`contributes-to`]->(h2), (h0)-[:`contributes-to`]->(h1)
        """;

    private static readonly Reading Whole = Drawn.Of($"{Ladder}, (h3)-[:`contributes-to`]->(h4), (h2)-[:`contributes-to`]->(h3)");

    [Fact]
    public void The_bookkeeping_ladder_has_no_gap()
    {
        Assert.Equal("", Drawn.Answer(Whole, "MATCH (n {title: 'storage'}) CALL practice.leaps(n) YIELD lower RETURN lower"));
        Assert.Equal(
            "'storage', -2, 'h0'; 'autocomplete', -1, 'h1'; 'fewer errors', 0, 'h2'; 'workflow', 1, 'h3'; 'large departments', 2, 'h4'; 'grow', 3, 'h5'",
            Drawn.Answer(
                Whole,
                "MATCH (n {title: 'fewer errors'}) CALL practice.trace(n) YIELD step, hops, horizon RETURN step.title, hops, horizon ORDER BY hops"
            )
        );
    }

    [Fact]
    public void Without_months_it_has_one_gap_from_weeks_to_quarters()
    {
        var broken = Drawn.Of(
            Ladder.Replace("(h3:bet {title: 'workflow', horizon: 'h3'}), ", "") + ", (h2)-[:`contributes-to`]->(h4)"
        );

        Assert.Equal(
            "fewer errors, large departments, 'h2', 'h4', 'gap'",
            Drawn.Answer(
                broken,
                "MATCH (n {title: 'storage'}) CALL practice.leaps(n) YIELD lower, upper, from, to, leap RETURN lower, upper, from, to, leap"
            )
        );
    }

    [Fact]
    public void A_leap_that_another_way_fills_is_a_skip()
    {
        var both = Drawn.In(
            Whole,
            "MATCH (a {title: 'fewer errors'}), (b {title: 'large departments'}) CREATE (a)-[:`contributes-to`]->(b)"
        );

        Assert.Equal(
            "fewer errors, large departments, 'skip'",
            Drawn.Answer(
                both,
                "MATCH (n {title: 'grow'}) CALL practice.leaps(n) YIELD lower, upper, leap RETURN lower, upper, leap"
            )
        );
    }

    [Fact]
    public void What_lies_nowhere_hides_no_gap()
    {
        var through = Drawn.Of(
            "CREATE (a:goal {title: 'far', horizon: 'h5'}), (b:goal {title: 'somewhere'}), (c:bet {title: 'near', horizon: 'h2'}), (c)-[:`contributes-to`]->(b)-[:`contributes-to`]->(a)"
        );

        Assert.Equal(
            "near, far, 'gap'",
            Drawn.Answer(through, "MATCH (n:Bet) CALL practice.leaps(n) YIELD lower, upper, leap RETURN lower, upper, leap")
        );
    }

    [Fact]
    public void The_surest_path_is_that_with_the_largest_product()
    {
        var paths = Drawn.Of(
            """
            CREATE (a:metric {title: 'a'}), (b:metric {title: 'b'}), (c:metric {title: 'c'}), (d:metric {title: 'd'}), (e:metric {title: 'e'}),
              (a)-[:drives {confidence: 0.8}]->(b)-[:drives {confidence: 0.6}]->(c)-[:drives {confidence: 0.9}]->(d),
              (a)-[:drives {confidence: 0.5}]->(e)-[:drives {confidence: 0.5}]->(d)
            """
        );

        Assert.Equal(
            "0.432, b > c, 0, [a > b, b > c, c > d]",
            Drawn.Answer(
                paths,
                "MATCH (a {title: 'a'}), (d {title: 'd'}) CALL practice.bestPath(a, d, ['DRIVES']) YIELD confidence, weakest, unsaid, links RETURN round(confidence, 6), weakest, unsaid, links"
            )
        );
        Assert.Equal(
            "0.25; 0.432",
            Drawn.Answer(
                paths,
                "MATCH p = ({title: 'a'})-[:DRIVES*]->({title: 'd'}) RETURN round(practice.pathConfidence(p).confidence, 6) AS c ORDER BY c"
            )
        );
        Assert.Equal(
            "",
            Drawn.Answer(
                paths,
                "MATCH (a {title: 'a'}), (d {title: 'd'}) CALL practice.bestPath(d, a, ['drives']) YIELD confidence RETURN confidence"
            )
        );
    }

    [Fact]
    public void Hops_to_value_count_what_drives_what_and_one_more()
    {
        var company = Drawn.Of(
            """
            CREATE (t:team {title: 'Mobile'}), (u:team {title: 'Lost'}), (b:bet {title: 'T1'}),
              (m1:metric {title: 'M1', role: 'business-outcome'}), (m2:metric {title: 'M2'}), (m3:metric {title: 'M3'}), (m5:metric {title: 'M5'}),
              (t)-[:`works-on`]->(b)-[:targets]->(m5)-[:drives]->(m3)-[:drives]->(m2)-[:drives]->(m1)
            """
        );

        Assert.Equal(
            "'Lost', null; 'Mobile', 4",
            Drawn.Answer(company, "MATCH (t:Team) RETURN t.title AS team, practice.hopsToValue(t) AS hops ORDER BY team")
        );
    }

    [Theory]
    [InlineData("(a)-[:`works-on`]->(w1)<-[:`works-on`]-(b), (b)-[:`works-on`]->(w2)<-[:`works-on`]-(c)", 4, 0.67)]
    [InlineData("(a)-[:`works-on`]->(w1), (b)-[:`works-on`]->(w2), (c)-[:`works-on`]->(w3)", 6, 1.0)]
    [InlineData("(a)-[:`works-on`]->(done)<-[:`works-on`]-(b)", 5, 0.83)]
    [InlineData("(a)-[:`works-on`]->(old)<-[:`works-on`]-(b)", 6, 1.0)]
    public void Effective_teams_are_groups_that_share_work(string work, int effective, double share)
    {
        var company = Drawn.Of(
            $$"""
            CREATE (t:team {title: 'six'}), (a:person {title: 'a'}), (b:person {title: 'b'}), (c:person {title: 'c'}),
              (d:person {title: 'd'}), (e:person {title: 'e'}), (f:person {title: 'f'}),
              (w1:`work-item` {status: 'in-action'}), (w2:`work-item` {status: 'in-action'}), (w3:`work-item` {status: 'in-action'}),
              (done:`work-item` {status: 'realised', `done-on`: date('2026-11-01')}), (old:`work-item` {status: 'realised', `done-on`: date('2026-09-01')}),
              (a)-[:member]->(t), (b)-[:member]->(t), (c)-[:member]->(t), (d)-[:member]->(t), (e)-[:member]->(t), (f)-[:member]->(t),
              {{work}}
            """
        );

        Assert.Equal($"{effective}", Drawn.Answer(company, "MATCH (t:Team) RETURN practice.effectiveTeams(t) AS n"));
        Assert.Equal(
            FormattableString.Invariant($"6, {effective}, {share:0.0#}"),
            Drawn.Answer(
                company,
                "CALL practice.teamShapes() YIELD members, effective, share RETURN members, effective, round(share, 2)"
            )
        );
    }

    [Fact]
    public void Work_in_progress_is_of_teams()
    {
        var company = Drawn.Of(
            """
            CREATE (t:team {title: 'T'}), (p:person {title: 'P'}), (q:person {title: 'Q'}), (p)-[:member]->(t), (q)-[:member]->(t), (u:team {title: 'U', `wip-limit`: 3}),
              (t)-[:`works-on`]->(:bet {status: 'in-action'}), (t)-[:`works-on`]->(:bet {status: 'committed'}), (t)-[:`works-on`]->(:initiative {status: 'in-action'})
            """
        );

        Assert.Equal(
            "2, 1.0; 0, 3.0",
            Drawn.Answer(company, "MATCH (t:Team) RETURN practice.wip(t), practice.wipLimit(t) ORDER BY t.title")
        );
        Assert.Equal("practice.of-a-person", Drawn.Answer(company, "MATCH (p:Person) RETURN practice.wip(p)"));
    }

    [Fact]
    public void Focus_is_read_from_the_places_of_a_cycle()
    {
        var company = Drawn.Of(
            """
            CREATE (t:team {title: 'T'}), (spring:cycle {title: 'Spring'}), (summer:cycle {title: 'Summer'}),
              (a:`focus-slot` {lane: 'primary', share: 0.6})-[:`slot-of`]->(t), (a)-[:`in-cycle`]->(spring), (a)-[:`in-cycle`]->(summer),
              (b:`focus-slot` {lane: 'ad-hoc', share: 0.4})-[:`slot-of`]->(t), (b)-[:`in-cycle`]->(summer)
            """
        );

        Assert.Equal(
            "[], ['ad hoc not below 25 %'], ['not exactly one primary thing']",
            Drawn.Answer(
                company,
                "MATCH (t:Team) RETURN practice.focusCheck(t, 'Spring'), practice.focusCheck(t, 'Summer'), practice.focusCheck(t, 'Autumn')"
            )
        );
    }

    [Fact]
    public void If_a_team_stopped_what_only_it_keeps_would_be_left_alone()
    {
        var company = Drawn.Of(
            """
            CREATE (t:team {title: 'Claims'}), (o:team {title: 'Contact Center'}), (p:person {title: 'P'}),
              (t)-[:stewards]->(:capability {title: 'Triage'}), (t)-[:stewards]->(s:capability {title: 'Intake'}), (o)-[:stewards]->(s),
              (t)-[:`works-on`]->(b:bet {title: 'T2', status: 'in-action'}), (p)-[:`works-on`]->(b), (t)-[:`works-on`]->(:bet {title: 'old', status: 'realised'}),
              (o)-[:`compensates-for` {degree: 0.2}]->(t), (:team {title: 'Third'})-[:`compensates-for` {degree: 0.1}]->(t)
            """
        );

        Assert.Equal(
            "Triage, 'only steward', 0.2, Contact Center; T2, 'only team', 0.2, Contact Center",
            Drawn.Answer(
                company,
                "MATCH (t:Team {title: 'Claims'}) CALL practice.ifStopped(t) YIELD thing, because, compensation, by RETURN thing, because, compensation, by"
            )
        );
    }

    [Fact]
    public void Loops_say_whether_they_feed_or_hold_themselves()
    {
        var company = Drawn.Of(
            """
            CREATE (a:metric {title: 'a'}), (b:metric {title: 'b'}), (c:metric {title: 'c'}), (d:metric {title: 'd'}),
              (a)-[:drives {sign: '+'}]->(b)-[:drives {sign: '+'}]->(c)-[:drives {sign: '-'}]->(a), (b)-[:drives {sign: '-'}]->(a), (c)-[:drives]->(d)-[:drives {sign: '+'}]->(c)
            """
        );

        Assert.Equal(
            "[a, b, c], 'balancing'; [a, b], 'balancing'; [c, d], null",
            Drawn.Answer(company, "CALL practice.loops('drives', null) YIELD things, polarity RETURN things, polarity")
        );
        Assert.Equal(
            "[d, c]",
            Drawn.Answer(company, "MATCH (d {title: 'd'}) CALL practice.loops('DRIVES', d) YIELD things RETURN things")
        );
    }

    [Fact]
    public void If_everything_stopped_metrics_would_lose_what_bets_were_to_bring_and_decay()
    {
        var company = Drawn.Of(
            """
            CREATE (m:metric {title: 'M', decay: 0.1}), (:metric {title: 'quiet'}),
              (:bet {status: 'in-action'})-[:targets {`from-value`: 9, `to-value`: 6, `by-when`: date('2027-01-01')}]->(m),
              (:bet {status: 'committed'})-[:targets {`from-value`: 6, `to-value`: 5}]->(m), (:bet {status: 'realised'})-[:targets {`from-value`: 20, `to-value`: 9}]->(m)
            """
        );

        Assert.Equal(
            "M, -4.0, '2027-01-01', 0.1, null",
            Drawn.Answer(
                company,
                "CALL practice.standstill() YIELD metric, lost, by, decay, afterAYear RETURN metric, lost, by, decay, afterAYear"
            )
        );
    }

    [Fact]
    public void What_was_learned_and_shipped_is_counted_by_its_own_days()
    {
        var company = Drawn.Of(
            """
            UNWIND range(1, 3) AS i CREATE (:learning {`learned-on`: date('2026-11-01')}) WITH collect(i) AS x
            UNWIND range(1, 12) AS i CREATE (:release {`released-on`: date('2026-11-02')}) WITH collect(i) AS x
            UNWIND range(1, 2) AS i CREATE (:experiment {result: 'refutes', `ends-on`: date('2026-11-03')}) WITH collect(i) AS x
            CREATE (:experiment {result: 'pending', `ends-on`: date('2026-11-03')}), (:`decision-review` {`held-on`: date('2026-11-04')}), (:learning {`learned-on`: date('2026-01-01')})
            """
        );

        Assert.Equal(
            "3, 1, 2, 12, 0.5",
            Drawn.Answer(
                company,
                "CALL practice.learnShip(date('2026-10-01'), date('2026-11-26')) YIELD learnings, reviews, results, releases, ratio RETURN learnings, reviews, results, releases, ratio"
            )
        );
    }

    [Fact]
    public void A_word_with_three_meanings_is_overloaded_by_two()
    {
        var company = Drawn.Of(
            """
            CREATE (:community {symbol: 'contact', title: 'Contact Center'}), (:community {symbol: 'law', title: 'Compliance'}), (:community {symbol: 'mobile', title: 'Mobile'})
            WITH 1 AS one MATCH (a:kind {symbol: 'bet'}), (b:kind {symbol: 'risk'}), (c:kind {symbol: 'work-item'})
            CREATE (:signifier {term: 'case', community: 'contact', of: ref(a)}), (:signifier {term: 'Case', community: 'law', of: ref(b)}), (:signifier {term: 'case', community: 'mobile', of: ref(c)}), (:signifier {term: 'story', community: 'mobile', of: ref(c)})
            """
        );

        Assert.Equal(
            "2, 0, 0",
            Drawn.Answer(company, "RETURN practice.overload('case'), practice.overload('story'), practice.overload('none')")
        );
    }

    [Fact]
    public void Goals_that_target_one_metric_and_one_value_are_the_same()
    {
        var company = Drawn.Of(
            """
            CREATE (m:metric {title: 'M'}), (:goal {title: 'Cut it', target: 5})-[:targets]->(m), (:goal {title: 'Lower that'})-[:targets {`to-value`: 5}]->(m), (:goal {title: 'Cut this down'})
            """
        );

        Assert.Equal(
            "1.0; 0.71",
            Drawn.Answer(
                company,
                "MATCH (a:Goal {title: 'Cut it'}), (b:Goal) WHERE a <> b RETURN round(practice.similarity(a, b), 2) AS s ORDER BY s DESC"
            )
        );
    }

    [Fact]
    public void The_middle_of_a_line_of_teams_lies_between()
    {
        var company = Drawn.Of(
            """
            CREATE (a:team {title: 'a'}), (b:team {title: 'b'}), (c:team {title: 'c'}), (p:person {title: 'p'}),
              (a)-[:`interacts-with` {effort: 0.5}]->(b)-[:`interacts-with`]->(c), (a)-[:`interacts-with`]->(p)-[:`interacts-with`]->(c), (a)-[:`interacts-with` {stance: 'ideal', effort: 0.1}]->(c)
            """
        );

        Assert.Equal(
            "a, 0.0; b, 1.0; c, 0.0",
            Drawn.Answer(company, "CALL practice.betweenness() YIELD team, between RETURN team, between ORDER BY team.title")
        );
    }

    [Fact]
    public void Freshness_is_of_the_moment_asked_about_and_of_what_one_sees()
    {
        var company = Drawn.Of(
            "CREATE (i:insight {title: 'i', `confirmed-at`: datetime('2026-06-01T00:00Z'), `confirmed-by`: 'Ada'}), (s:insight {title: 's', `confirmed-at`: datetime('2026-11-25T00:00Z')})"
        );
        var later = company.Snapshot.Read(PackPlay.Now + Duration.FromDays(400), PackPlay.Now, Mask.Nothing);
        var hidden = company.Snapshot.Read(
            company.Valid,
            company.Now,
            Mask.Hiding(company.Snapshot, [.. company.OfKind("insight").Select(one => one.Id)])
        );
        const string Question = "MATCH (i:Insight) RETURN i.title, practice.freshnessBand(i) ORDER BY i.title";

        Assert.Equal("'i', 'fresh'; 's', 'fresh'", Drawn.Answer(company, Question));
        Assert.Equal("'i', 'stale'; 's', 'stale'", Drawn.Answer(later, Question));
        Assert.Equal("", Drawn.Answer(hidden, Question));
    }

    [Fact]
    public void Its_own_half_life_and_a_review_that_is_due_count()
    {
        var company = Drawn.Of(
            "CREATE (:insight {title: 'keeps', `keeps-for`: 10}), (:insight {title: 'due', `review-every`: 7})"
        );
        var later = company.Snapshot.Read(PackPlay.Now + Duration.FromDays(10), PackPlay.Now, Mask.Nothing);

        Assert.Equal(
            "'due', 180.0, 'stale'; 'keeps', 10.0, 'ageing'",
            Drawn.Answer(
                later,
                "MATCH (i:Insight) RETURN i.title, practice.halfLife(i), practice.freshnessBand(i) ORDER BY i.title"
            )
        );
    }

    [Fact]
    public void Looks_are_counted_where_much_is_visited()
    {
        var company = Drawn.Of(
            "UNWIND range(1, 60) AS i CREATE (:metric {title: toString(i)}) WITH count(*) AS c MATCH (a:metric), (b:metric) WHERE a <> b CREATE (a)-[:drives {sign: '+'}]->(b)"
        );
        var few = QueryLimits.Usual with { Looks = 50_000 };

        var refused = Assert.IsType<QueryOutcome.Refused>(
            Drawn.Ask(few, company, "CALL practice.loops('drives', null) YIELD things RETURN count(*)")
        );

        Assert.Equal(FaultKind.Limit, refused.Fault.Fault.Kind);
    }
}
