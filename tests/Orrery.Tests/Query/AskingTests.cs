using Orrery.Graph;
using Orrery.Query;
using Orrery.Tests.Graph;

namespace Orrery.Tests.Query;

/// <summary>Questions in an enforced workspace: its words, its two times, its limits.</summary>
public sealed class AskingTests
{
    private readonly Questions _questions = new(QueryLimits.Usual with { Looks = 2_000_000 }, StandardProcedures.All);

    [Theory]
    [InlineData("MATCH (p:Person) RETURN count(*)", "3")]
    [InlineData("MATCH (p:person) RETURN count(*)", "3")]
    [InlineData("MATCH (i:Intent) RETURN count(*)", "3")]
    [InlineData("MATCH (p {ref: 'person:ada'}) RETURN p.ref", "person:ada")]
    [InlineData("MATCH (p) WHERE p.ref = 'person:ada' RETURN p.kind", "person")]
    [InlineData("MATCH (p) WHERE ref(p) = 'person:nobody' RETURN p", "")]
    [InlineData("MATCH (p)-[:PAIRS_WITH]->(q) RETURN q.ref", "person:grace")]
    [InlineData("MATCH (p)-[r:`pairs-with`]->(q) RETURN type(r)", "pairs-with")]
    [InlineData("MATCH (g:Gauge) RETURN g.a_number", "7")]
    [InlineData("MATCH (g:Gauge) RETURN labels(g)[0]", "gauge")]
    public void Names_are_those_of_the_model_however_they_are_written(string text, string answer) =>
        Assert.Equal(answer, Ask(Small(), text));

    [Theory]
    [InlineData("MATCH (g:Gauge) RETURN g.`a-number`", "7")]
    [InlineData("VALID AT '2027-06-01' MATCH (g:Gauge) RETURN g.`a-number`", "9")]
    [InlineData("VALID AT date('2027-06-01') MATCH (g:Gauge) RETURN g.`a-number`", "9")]
    [InlineData("VALID AT '2025-01-01' MATCH (p:Person) RETURN count(*)", "0")]
    [InlineData("VALID AT ANY MATCH (p:Person) RETURN count(*)", "3")]
    [InlineData("KNOWN AT 2 MATCH (g:Gauge) RETURN g.`a-number`", "null")]
    [InlineData("MATCH (g:Gauge) CALL timeline(g, 'a-number') YIELD value RETURN value", "7; 9")]
    [InlineData(
        "CALL changes('2025-01-01', '2027-06-01') YIELD change, thing WHERE change = 'came' AND thing.ref = 'person:ada' RETURN count(*)",
        "1"
    )]
    [InlineData(
        "CALL changes('2026-06-01', '2027-06-01') YIELD change, thing, field, was, now RETURN thing.ref, field, was, now",
        "gauge:dial, a-number, 7, 9"
    )]
    [InlineData("MATCH (g:Gauge) CALL history(g) YIELD event, value WITH event, value WHERE event = 'set' RETURN value", "7; 9")]
    [InlineData("MATCH (g:Gauge) RETURN validFrom(g), validTo(g)", "2026-03-01T00:00:00Z, null")]
    [InlineData("CALL search('ada', 5) YIELD entity RETURN entity.ref", "")]
    public void Time_is_asked_for_in_the_text(string text, string answer) => Assert.Equal(answer, Ask(Small(), text));

    [Theory]
    [InlineData("VALID AT '2027-01-01T02:00Z'", "9")]
    [InlineData("VALID AT '2026-12-31T23:30Z'", "7")]
    [InlineData("VALID AT '2027-01-01'", "7")]
    [InlineData("VALID AT date('2027-01-01')", "7")]
    [InlineData("VALID AT '2027-01-01T01:00'", "9")]
    [InlineData("VALID AT '2027-01-01T00:59'", "7")]
    [InlineData("VALID AT localdatetime('2027-01-01T01:00')", "9")]
    [InlineData("VALID AT '2027-01-01T01:00+01:00'", "9")]
    public void A_day_begins_at_midnight_where_the_workspace_is(string prefix, string answer)
    {
        var company = Small();
        company.Do(Company.Set("this", "time-zone", Value.Of("Europe/Berlin"), Validity.Always));

        Assert.Equal(answer, Ask(company, $"{prefix} MATCH (g:Gauge) RETURN g.`a-number`"));
    }

    [Theory]
    [InlineData("KNOWN AT '2026-02-28'", "7")]
    [InlineData("KNOWN AT date('2026-02-28')", "7")]
    [InlineData("KNOWN AT '2026-03-01T00:00Z'", "7")]
    [InlineData("KNOWN AT '2026-02-28T23:59Z'", "")]
    [InlineData("KNOWN AT '2026-02-27'", "")]
    public void What_was_recorded_on_a_day_was_known_that_day(string prefix, string answer)
    {
        var company = Small();
        // Everything is recorded at midnight in London, which is in the evening of 28 February there.
        company.Do(Company.Set("this", "time-zone", Value.Of("America/New_York"), Validity.Always));

        Assert.Equal(answer, Ask(company, $"{prefix} MATCH (g:Gauge) RETURN g.`a-number`"));
    }

    [Fact]
    public void A_revision_that_is_not_written_yet_is_refused()
    {
        var company = Small();
        var newest = company.Snapshot.At.Value;

        Assert.Equal("7", Ask(company, $"KNOWN AT {newest} MATCH (g:Gauge) RETURN g.`a-number`"));
        Assert.Contains(
            $"Revision {newest + 1} is not known here",
            Ask(company, $"KNOWN AT {newest + 1} MATCH (g:Gauge) RETURN g.`a-number`"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("CALL changes('last week', '2027-06-01') YIELD change RETURN change")]
    [InlineData("CALL changes('2027-06-01', 'today') YIELD change RETURN change")]
    public void A_moment_that_is_none_is_refused_and_not_answered_with_nothing(string text) =>
        Assert.Contains("names no moment", Ask(Small(), text), StringComparison.Ordinal);

    [Theory]
    [InlineData("MATCH (b:Persom) RETURN b", "Did you mean person?")]
    [InlineData("MATCH (b)-[:PAIR_WITH]->() RETURN b", "Did you mean pairs-with?")]
    [InlineData("MATCH (b:Gauge) RETURN b.a_numbr", "Did you mean a-number?")]
    public void A_name_that_the_model_does_not_know_is_noted(string text, string advice)
    {
        var answer = Assert.IsType<QueryOutcome.Answered>(Run(Small(), text, TestContext.Current.CancellationToken)).Answer;

        Assert.Contains(advice, Assert.Single(answer.Warnings).Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MATCH (a), (b), (c), (d), (e) RETURN count(*)", "query.looks-limit")]
    [InlineData("UNWIND range(1, 3000000) AS a RETURN a", "query.rows-limit")]
    [InlineData("UNWIND range(1, 9000000) AS a RETURN collect(a)", "query.value-too-large")]
    [InlineData("MATCH (a)-[*]-(b), (c)-[*]-(d), (e)-[*]-(f) RETURN count(*)", "query.looks-limit")]
    [InlineData("RETURN reduce(n = 0, x IN range(1, 3000000) | n + x)", "query.looks-limit")]
    [InlineData("RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' =~ '(a|aa)+b'", null)]
    [InlineData("RETURN 10 ^ 400", null)]
    public void What_would_never_end_ends_with_its_limit(string text, string? code)
    {
        // By counting alone, however slow the machine is.
        Questions patient = new(
            QueryLimits.Usual with
            {
                Looks = 2_000_000,
                Time = TimeSpan.FromHours(1),
                LongAfter = TimeSpan.FromHours(1),
            },
            StandardProcedures.All
        );

        var outcome = Run(patient, Small(), text, TestContext.Current.CancellationToken);

        Assert.Equal(code, (outcome as QueryOutcome.Refused)?.Fault.Fault.Code);
    }

    [Fact]
    public void A_query_that_nobody_waits_for_ends()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() => Run(Small(), "MATCH (a), (b), (c), (d) RETURN count(*)", cancel.Token));
    }

    [Fact]
    public void What_is_masked_changes_no_answer_advice_or_order()
    {
        var company = Small();
        var hidden = company.Snapshot.Read(Company.Day, Company.Day, Mask.Hiding(company.Snapshot, [Company.IdOf("grace")]));

        Assert.Equal(
            "2",
            Text(
                _questions.Ask(
                    Question.Of("MATCH (p:Person) RETURN count(*)"),
                    hidden,
                    Nowhere,
                    TestContext.Current.CancellationToken
                )
            )
        );
        Assert.Equal(
            "",
            Text(
                _questions.Ask(
                    Question.Of("MATCH (p) WHERE p.ref = 'person:grace' RETURN p"),
                    hidden,
                    Nowhere,
                    TestContext.Current.CancellationToken
                )
            )
        );
        Assert.Equal(
            "0",
            Text(
                _questions.Ask(
                    Question.Of("MATCH (p:Person)-[:PAIRS_WITH*1..3]->(q) RETURN count(DISTINCT q)"),
                    hidden,
                    Nowhere,
                    TestContext.Current.CancellationToken
                )
            )
        );
    }

    [Fact]
    public void A_writing_query_proposes_commands_that_decide_accepts()
    {
        var company = Small();
        var outcome = Run(
            company,
            "MATCH (g:Gauge) SET g.a_number = g.a_number + 1 CREATE (p:Person {title: 'New'})-[:PAIRS_WITH]->(q:Person {title: 'Other'}) RETURN p.title",
            TestContext.Current.CancellationToken
        );

        var answer = Assert.IsType<QueryOutcome.Answered>(outcome).Answer;

        company.Do(answer.Changes!.Commands);
        Assert.Equal("8", Ask(company, "MATCH (g:Gauge) RETURN g.a_number"));
        Assert.Equal("New", Ask(company, "MATCH (p:Person)-[:PAIRS_WITH]->(q {title: 'Other'}) RETURN p.title"));
    }

    private static QuerySurroundings Nowhere { get; } = new(() => throw new InvalidOperationException("It only reads."), new(0));

    private static Company Small()
    {
        Company company = new();
        company.Do(
            Company.Relate("ada", "pairs-with", "grace"),
            Company.Set("dial", "a-number", Value.Of(7L)),
            Company.Set("dial", "a-number", Value.Of(9L), Validity.Since(Company.Date(2027)))
        );
        return company;
    }

    private QueryOutcome Run(Company company, string text, CancellationToken cancel) => Run(_questions, company, text, cancel);

    private static QueryOutcome Run(Questions questions, Company company, string text, CancellationToken cancel)
    {
        var made = 0;
        return questions.Ask(Question.Of(text), company.Read(), new(() => Id.Named("asked", $"{made++}"), new(0)), cancel);
    }

    private string Ask(Company company, string text) => Text(Run(company, text, TestContext.Current.CancellationToken));

    private static string Text(QueryOutcome outcome) =>
        outcome switch
        {
            QueryOutcome.Refused refused => refused.Fault.Fault.ToString(),
            QueryOutcome.Answered { Answer.Rows: var rows } => string.Join(
                "; ",
                rows.Select(row => string.Join(", ", row.Select(value => value.IsNothing ? "null" : ValueText.Of(value))))
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
