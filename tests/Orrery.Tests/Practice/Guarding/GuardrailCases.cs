using Orrery.Graph;
using Orrery.Query;
using Orrery.Tests.Import;

namespace Orrery.Tests.Practice;

/// <summary>What an evader tries is refused, and what honest people ask is answered: cases/guardrails.</summary>
public sealed class GuardrailCases
{
    // A team of three and one of six, of whom everybody works on something.
    private static readonly Lazy<Orrery.Graph.Reading> Company = new(() =>
        Drawn.In(
            Drawn.Of(
                """
                CREATE (s:team {title: 'small'}), (l:team {title: 'large'}), (b:bet {title: 'B', status: 'in-action'}), (c:capability {title: 'C'}), (g:goal {title: 'G'}),
                  (s)-[:`works-on`]->(b)-[:`contributes-to`]->(g), (:insight {title: 'I', `confirmed-by`: 'Ada', `confirmed-at`: datetime('2026-11-01T00:00Z')}), (:insight {title: 'J'}),
                  (a:person {title: 'Ada', discipline: 'design'}), (a)-[:member]->(s), (a)-[:`works-on`]->(b), (a)-[:stewards]->(c),
                  (:person {title: 'Bo', discipline: 'design'})-[:member]->(s), (:person {title: 'Cy', discipline: 'writing'})-[:member]->(s)
                """
            ),
            "MATCH (l:Team {title: 'large'}), (b:Bet) UNWIND range(1, 6) AS i CREATE (p:person {title: 'P' + toString(i), discipline: 'code'}), (p)-[:member]->(l), (p)-[:`works-on`]->(b)"
        )
    );

    [Theory]
    [InlineData("refused")]
    [InlineData("answered")]
    public void Queries_are_answered_or_not_as_written(string subject)
    {
        var wrong = CaseFile
            .Read($"guardrails/{subject}.cases")
            .Select(line => (line.Input, line.Output, Answer: Said(line.Input)))
            .Where(line => line.Answer != line.Output)
            .Select(line => $"{line.Input}\n  is {line.Answer}\n  not {line.Output}")
            .ToList();

        Assert.True(wrong is [], string.Join('\n', wrong));
    }

    [Fact]
    public void A_workspace_says_itself_how_many_people_are_enough()
    {
        const string Question = "MATCH (t:Team)<-[:MEMBER]-(p:Person)-[:WORKS_ON]->(w) RETURN t.title, count(w) ORDER BY t.title";
        var three = Drawn.In(Company.Value, "MATCH (w:workspace) SET w.`minimum-group` = 1");

        Assert.Equal("'large', 6; 'small', 1", Drawn.Answer(three, Question));
        Assert.Equal("query.about-people", Drawn.Answer(Company.Value, Question));
    }

    [Fact]
    public void The_fault_says_why_and_what_to_ask_instead()
    {
        var refused = Assert.IsType<QueryOutcome.Refused>(
            Drawn.Ask(Company.Value, "MATCH (p:Person)-[:WORKS_ON]->(w) RETURN p.title, count(w)")
        );

        Assert.Equal(FaultKind.Denied, refused.Fault.Fault.Kind);
        Assert.Contains("single people", refused.Fault.Fault.Message, StringComparison.Ordinal);
        Assert.Contains("5 people or more", refused.Fault.Fault.Remedy, StringComparison.Ordinal);
        Assert.Contains("collect(w)", refused.Fault.Fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workspace_without_people_is_not_guarded()
    {
        var open = GraphSnapshot.Empty().Read(PackPlay.Now, PackPlay.Now, Mask.Nothing);

        Assert.Equal("", Drawn.Answer(open, "MATCH (p:Person)-[:WORKS_ON]->(w) RETURN p.title, count(w)"));
    }

    private static string Said(string query) =>
        Drawn.Ask(Company.Value, query) switch
        {
            QueryOutcome.Answered { Answer.Rows.Length: > 0 } => "some",
            QueryOutcome.Answered => "nothing",
            QueryOutcome.Refused refused => refused.Fault.Fault.Code,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
