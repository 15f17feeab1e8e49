using Orrery.Query;
using Orrery.Tests.Practice;

namespace Orrery.Tests.Query.Building;

/// <summary>Built questions against queries written by hand, on Harbor Mutual.</summary>
public sealed class BuiltTextTests
{
    private static readonly Questions Asked = new(QueryLimits.Usual, StandardProcedures.All);

    private static BuiltStep Step(string type, Toward toward, string kind, params Condition[] conditions) =>
        new(0, new(type, toward, WayLength.Directly), new(kind, [.. conditions]));

    private static Condition Is(string field, string value) =>
        new(FieldPath.Of(field), new FieldTest.Compares(FieldComparison.Is, Orrery.Graph.Value.Of(value)));

    private static Condition IsNot(string field, string value) =>
        new(FieldPath.Of(field), new FieldTest.Compares(FieldComparison.IsNot, Orrery.Graph.Value.Of(value)));

    [Fact]
    public void All_things_of_a_kind() =>
        AssertAnswers(
            BuiltQuestion.All("bet") with
            {
                Wanted = new Wanted.Things([], new(FieldPath.Of("title"), false)),
            },
            "MATCH (bet:Bet)\nRETURN bet ORDER BY bet.title",
            "MATCH (x) WHERE x.kind = 'bet' RETURN x ORDER BY x.title"
        );

    [Fact]
    public void Things_that_are_linked_are_counted_once_in_each_group() =>
        AssertAnswers(
            BuiltQuestion.All("bet") with
            {
                Start = new("bet", [IsNot("status", "abandoned")]),
                Steps = [Step("works-on", Toward.Start, "team")],
                Wanted = new Wanted.Groups(
                    new Measure.Number(),
                    [new Detail.Thing(1)],
                    new GroupOrder.ByDetail(0, Descending: false)
                ),
            },
            """
            MATCH (bet:Bet)<-[:WORKS_ON]-(team:Team) WHERE bet.status IS NULL OR bet.status <> 'abandoned'
            RETURN team, count(DISTINCT bet) AS number ORDER BY team.title
            """,
            """
            MATCH (t:Team)-[:WORKS_ON]->(b:Bet) WHERE coalesce(b.status, '') <> 'abandoned'
            WITH DISTINCT t, b RETURN t, count(*) ORDER BY t.title
            """
        );

    [Fact]
    public void A_missing_link_with_conditions() =>
        AssertAnswers(
            BuiltQuestion.All("bet") with
            {
                Absences =
                [
                    Step("works-on", Toward.Start, "team", Is("status", "active")),
                    Step("targets", Toward.End, "metric"),
                ],
                Wanted = new Wanted.Groups(new Measure.Number(), [], null),
            },
            """
            MATCH (bet:Bet) WHERE NOT EXISTS { MATCH (bet)<-[:WORKS_ON]-(team:Team) WHERE team.status = 'active' } AND NOT (bet)-[:TARGETS]->(:Metric)
            RETURN count(bet) AS number
            """,
            """
            MATCH (b:Bet) OPTIONAL MATCH (b)<-[:WORKS_ON]-(t:Team {status: 'active'}) OPTIONAL MATCH (b)-[:TARGETS]->(m:Metric)
            WITH b, count(t) + count(m) AS found WHERE found = 0 RETURN count(b)
            """
        );

    [Fact]
    public void Any_distance_and_money_added_up_once() =>
        AssertAnswers(
            BuiltQuestion.All("budget") with
            {
                Steps =
                [
                    Step("funds", Toward.End, "intent"),
                    new(1, new("contributes-to", Toward.End, WayLength.AnyDistance), new("focus-area", [])),
                ],
                Wanted = new Wanted.Groups(
                    new Measure.Total(FieldPath.Of("amount")),
                    [new Detail.Thing(2)],
                    new GroupOrder.ByMeasure(Descending: true)
                ),
            },
            """
            MATCH (budget:Budget)-[:FUNDS]->(intent:Intent)-[:CONTRIBUTES_TO*]->(focusArea:FocusArea)
            WITH DISTINCT focusArea, budget
            RETURN focusArea, sum(budget.amount) AS total ORDER BY total DESC
            """,
            """
            MATCH (f:FocusArea), (b:Budget) WHERE EXISTS { (b)-[:FUNDS]->()-[:CONTRIBUTES_TO*]->(f) }
            RETURN f, sum(b.amount) AS money ORDER BY money DESC
            """
        );

    [Fact]
    public void A_field_of_a_past_day_by_year() =>
        AssertAnswers(
            BuiltQuestion.All("decision") with
            {
                Start = new("decision", [new(FieldPath.Of("question"), new FieldTest.Contains("Claims"))]),
                Wanted = new Wanted.Groups(
                    new Measure.Number(),
                    [new Detail.Field(0, new("decided-on", FieldPart.Year))],
                    new GroupOrder.ByDetail(0, Descending: false)
                ),
                On = new NodaTime.LocalDate(2026, 6, 1),
            },
            """
            VALID AT '2026-06-01'
            MATCH (decision:Decision) WHERE toLower(decision.question) CONTAINS 'claims'
            RETURN decision.decided_on.year, count(decision) AS number ORDER BY decision.decided_on.year
            """,
            """
            VALID AT date('2026-06-01') MATCH (d:Decision) WHERE d.question =~ '(?i).*claims.*'
            WITH d.decided_on.year AS year, d RETURN year, count(*) ORDER BY year
            """
        );

    [Theory]
    [InlineData("MATCH (t:Team)-[w:WORKS_ON]->(b:Bet {status: 'in-action'}) RETURN DISTINCT b, t")]
    [InlineData("MATCH (b:Bet) WHERE b.status <> 'option' RETURN b.status, count(*) AS n ORDER BY n DESC LIMIT 3")]
    [InlineData("MATCH (b:Bet) WHERE NOT (:Team)-[:WORKS_ON]->(b) RETURN DISTINCT b ORDER BY b.title DESC")]
    [InlineData("MATCH (t:Team)-[:WORKS_ON]->(b:Bet) WITH DISTINCT t AS team, b RETURN team, count(b) ORDER BY team.title")]
    [InlineData(
        "MATCH (b:Bet), (b)<-[:WORKS_ON]-(t) WHERE t.status IN ['active'] OR t:Team RETURN b",
        "no choice for this condition"
    )]
    [InlineData("MATCH (b:Bet)<-[:WORKS_ON]-(t:Team) RETURN b, t", "RETURN DISTINCT")]
    [InlineData("MATCH (b:Bet)<-[:WORKS_ON]-(t:Team) RETURN t, count(*)", "count(DISTINCT")]
    [InlineData("MATCH (b:Bet)<-[:FUNDS]-(a:Budget) RETURN sum(a.amount)", "WITH DISTINCT")]
    [InlineData("MATCH (b:Bet) RETURN b.title", "first column")]
    [InlineData("MATCH (b:Bet) OPTIONAL MATCH (b)<--(t) RETURN b, t", "optional part")]
    [InlineData("MATCH (b:Bet)-->(t) RETURN b", "several types")]
    [InlineData("MATCH (b:Bet)-[:TARGETS*2..3]->(t) RETURN b", "how many links")]
    [InlineData("MATCH (b:Bet)-[:TARGETS]->(m)<-[:TARGETS]-(g:Goal)-[:CONTRIBUTES_TO]->(b) RETURN DISTINCT b", "come back")]
    [InlineData("MATCH (b:Bet), (t:Team) RETURN b", "Nothing links")]
    [InlineData("MATCH (b:Bet) WHERE b.title CONTAINS 'Claim' RETURN b", "capital letters")]
    [InlineData("MATCH (b:Bet) WHERE b.status = $status RETURN b", "written out")]
    [InlineData("MATCH (b:Bte) RETURN b", "no kind 'Bte'")]
    [InlineData("MATCH (b:Bet) WHERE b.statsu = 'a' RETURN b", "no field 'statsu'")]
    [InlineData("VALID AT ANY MATCH (b:Bet) RETURN b", "any time")]
    [InlineData("KNOWN AT 3 MATCH (b:Bet) RETURN b", "as it was known")]
    [InlineData("EXPLAIN MATCH (b:Bet) RETURN b", "how its answer is found")]
    [InlineData("MATCH (b:Bet) RETURN b UNION MATCH (b:Goal) RETURN b", "UNION")]
    [InlineData("MATCH (b:Bet) SET b.title = 'x' RETURN b", "proposes changes")]
    [InlineData("MATCH (b:Bet) RETURN b SKIP 3", "leaves out")]
    [InlineData("MATCH (b:Bet) RETURN count(*), count(*) + 1", "fields of things only")]
    [InlineData("MATCH (p:Person) RETURN count(p)", "never counted")]
    [InlineData("MATCH (b:Bet)<-[:WORKS_ON]-(p:Person) RETURN p, count(DISTINCT b)", "never counted")]
    [InlineData("CALL kinds()", "procedure")]
    [InlineData("MATCH (b:Bet", "")]
    public void A_text_is_opened_with_the_same_answer_or_says_why_not(string text, string? why = null)
    {
        var outcome = BuiltText.Read(text, HarborMutual.Today);

        if (why is not null)
        {
            var fault = Assert.IsType<BuiltOutcome.Refused>(outcome).Fault.Fault;
            Assert.Contains(why, $"{fault.Message} {fault.Remedy}", StringComparison.Ordinal);
            return;
        }

        var built = BuiltText.Write(Assert.IsType<BuiltOutcome.Built>(outcome).Question, HarborMutual.Today.Model);
        Assert.Equal(Rows(text), Rows(built));
    }

    private static void AssertAnswers(BuiltQuestion question, string text, string byHand)
    {
        var written = BuiltText.Write(question, HarborMutual.Today.Model);

        Assert.Equal(text, written);
        Assert.Equal(Rows(byHand), Rows(written));
        Assert.NotEmpty(Rows(written));
    }

    // Columns may stand in another order; the same values are on each line.
    private static string[] Rows(string text)
    {
        var outcome = Asked.Ask(
            Question.Of(text),
            HarborMutual.Today,
            new(() => throw new InvalidOperationException("A question creates nothing."), new(0)),
            TestContext.Current.CancellationToken
        );
        var answer = Assert.IsType<QueryOutcome.Answered>(outcome).Answer;
        return
        [
            .. answer.Rows.Select(row =>
                string.Join(
                    ", ",
                    row.Select(value => AnswerWords.Of(value, HarborMutual.Today, isForPeople: false))
                        .Order(StringComparer.Ordinal)
                )
            ),
        ];
    }
}
