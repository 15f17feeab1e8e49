using Orrery.Graph;
using Orrery.Query;
using Orrery.Tests.Graph;

namespace Orrery.Tests.Query;

/// <summary>Queries that would take all time or memory: each ends with its answer or with the limit it reached. Limits are low here, so that none takes long.</summary>
/// <remarks>bench/hostile runs their like beside a reader on a real server.</remarks>
public sealed class HostileQueryTests
{
    private static readonly QueryLimits Low = new(1_000, 300_000, 24L << 20, TimeSpan.FromSeconds(20));

    private readonly Questions _questions = new(Low, StandardProcedures.All);

    [Theory]
    [InlineData("MATCH (a), (b), (c), (d), (e), (f) RETURN count(*)", "query.looks-limit")]
    [InlineData("MATCH (a), (b), (c) RETURN a, b, c", "query.rows-limit")]
    [InlineData("MATCH (a), (b), (c) RETURN a, b, c ORDER BY c.title, b.title, a.title", "query.rows-limit")]
    [InlineData("MATCH (a), (b), (c) RETURN a SKIP 5 LIMIT 2000", "query.rows-limit")]
    [InlineData("MATCH (a), (b), (c) RETURN a ORDER BY rand() SKIP 5 LIMIT 2000", "query.rows-limit")]
    [InlineData("MATCH (a), (b), (c), (d) WITH a ORDER BY a.title RETURN count(*)", "query.looks-limit")]
    [InlineData("MATCH (a)-[*]-(b) RETURN count(*)", "query.looks-limit")]
    [InlineData("MATCH p = (a)-[*..12]-(b) RETURN count(p)", "query.looks-limit")]
    [InlineData(
        "MATCH (a), (b), p = allShortestPaths((a)-[*]-(b)) WITH p MATCH (c), (d), (e) RETURN count(*)",
        "query.looks-limit"
    )]
    [InlineData("MATCH (a) WHERE EXISTS { MATCH (a)-[*]-(b)-[*]-(c) WHERE b.title = c.nothing } RETURN a", "query.looks-limit")]
    public void A_pattern_of_everything_with_everything(string text, string code) => Assert.Equal(code, Code(text));

    [Theory]
    [InlineData("RETURN range(1, 240000)", "query.memory-limit")]
    [InlineData("RETURN range(1, 100000000)", "query.value-too-large")]
    [InlineData("RETURN size([x IN range(1, 10000) | range(1, 9999)])", "query.memory-limit")]
    [InlineData("UNWIND range(1, 1000) AS x RETURN collect(range(1, 2000))", "query.memory-limit")]
    [InlineData("UNWIND range(1, 1000) AS x WITH x, range(1, 2000) AS l RETURN x, l ORDER BY x", "query.memory-limit")]
    [InlineData("UNWIND range(1, 900) AS x RETURN range(1, 2000)", "query.memory-limit")]
    [InlineData("UNWIND range(1, 1000) AS x WITH DISTINCT x, range(x, x + 2000) AS l RETURN count(*)", "query.memory-limit")]
    [InlineData(
        "UNWIND range(1, 9000) AS x RETURN collect([[x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x]])",
        "query.memory-limit"
    )]
    [InlineData(
        "UNWIND range(1, 9000) AS x RETURN collect({a: [x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x]})",
        "query.memory-limit"
    )]
    [InlineData("RETURN size([x IN range(1, 4000) | [[y IN range(1, 50) | x + y]]])", "query.memory-limit")]
    [InlineData("UNWIND range(1, 120000) AS x RETURN count(DISTINCT toString(x))", "query.memory-limit")]
    [InlineData("UNWIND range(1, 120000) AS x WITH DISTINCT toString(x) AS t RETURN count(t)", "query.memory-limit")]
    [InlineData("UNWIND range(1, 120000) AS x WITH toString(x) AS t, count(*) AS c RETURN count(t)", "query.memory-limit")]
    [InlineData("UNWIND range(1, 120000) AS x WITH toString(x) AS t ORDER BY t RETURN count(t)", "query.memory-limit")]
    [InlineData(
        "WITH reduce(s = 'a', x IN range(1, 16) | s + s) AS t RETURN size(reduce(l = [], x IN range(1, 400) | l + left(t, 60000)))",
        "query.memory-limit"
    )]
    [InlineData(
        "WITH reduce(s = 'a', x IN range(1, 16) | s + s) AS t RETURN size(reduce(l = [], x IN range(1, 400) | [left(t, 60000)] + l))",
        "query.memory-limit"
    )]
    [InlineData("RETURN reduce(l = [1], x IN range(1, 100000) | [l])", "query.value-too-deep")]
    [InlineData("RETURN reduce(l = [1], x IN range(1, 100000) | {a: l})", "query.value-too-deep")]
    [InlineData("RETURN reduce(l = [1], x IN range(1, 100000) | [y IN [1] | l])", "query.value-too-deep")]
    [InlineData("RETURN reduce(l = {a: 1}, x IN range(1, 100000) | {a: [] + l})", "query.value-too-deep")]
    [InlineData("RETURN reduce(s = 'a', x IN range(1, 100) | s + s)", "query.memory-limit")]
    [InlineData("RETURN reduce(l = [1], x IN range(1, 100) | l + l)", "query.memory-limit")]
    [InlineData("RETURN reduce(l = [], x IN range(1, 200) | l + [range(1, 9999)])", "query.memory-limit")]
    [InlineData("RETURN reduce(m = 0, x IN range(1, 400000) | m + x) + size(range(1, 100000))", "query.looks-limit")]
    [InlineData("UNWIND range(1, 140000) AS x WITH x ORDER BY x DESC RETURN count(*)", "query.looks-limit")]
    [InlineData(
        "UNWIND range(1, 300) AS x UNWIND range(1, 300) AS y RETURN collect(DISTINCT [x, y, x, y, x, y])",
        "query.memory-limit"
    )]
    public void A_value_that_grows_without_end(string text, string code) => Assert.Equal(code, Code(text));

    [Theory]
    [InlineData("RETURN 10 ^ 100000")]
    [InlineData("RETURN 2 ^ 2 ^ 2 ^ 2 ^ 2 ^ 2 ^ 2")]
    [InlineData("RETURN duration({years: 9}) * 10")]
    [InlineData("RETURN toString(1e308) + toString(-1e308)")]
    [InlineData("RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+b'")]
    [InlineData("RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(.*a){12}b'")]
    public void A_short_text_that_costs_a_lot_elsewhere_is_answered(string text) => Assert.Null(Code(text));

    [Theory]
    [InlineData("UNWIND range(1, 90000) AS x RETURN -x ORDER BY -x LIMIT 3", "-90000,-89999,-89998")]
    [InlineData("UNWIND range(1, 150000) AS x RETURN x ORDER BY x SKIP 2 LIMIT 2", "3,4")]
    [InlineData("UNWIND range(1, 150000) AS x RETURN x % 7 AS y ORDER BY y DESC LIMIT 2", "6,6")]
    [InlineData("UNWIND range(1, 1000) AS x RETURN count(x) AS n ORDER BY n LIMIT 0", "")]
    [InlineData("UNWIND range(1, 1000) AS x WITH x ORDER BY x % 10, x LIMIT 3 RETURN x", "10,20,30")]
    [InlineData("UNWIND range(1, 1000) AS x RETURN x ORDER BY x SKIP 9223372036854775807 LIMIT 2000", "")]
    [InlineData("UNWIND range(1, 1000) AS x RETURN x ORDER BY x SKIP 9223372032559808511 LIMIT 4294967297", "")]
    public void The_first_of_many_keep_no_others(string text, string expected)
    {
        // Kept, the rows would take more than what is allowed beside the list.
        var questions = new Questions(Low with { Bytes = 8 << 20 }, []);

        var outcome = Ask(questions, Question.Of(text), TestContext.Current.CancellationToken);

        var answer = Assert.IsType<QueryOutcome.Answered>(outcome).Answer;
        Assert.Equal(expected, string.Join(',', answer.Rows.Select(row => ValueText.Of(row[0]))));
    }

    [Theory]
    [InlineData("RETURN 'a' =~ '(a)\\\\1'", "query.invalid-regular-expression")]
    [InlineData("RETURN 'a' =~ '(?=a)a'", "query.invalid-regular-expression")]
    [InlineData("RETURN 9223372036854775807 * 2", "query.integer-overflow")]
    [InlineData("RETURN 1 / 0", "query.division-by-zero")]
    [InlineData("RETURN range(1, 10, 0)", "query.number-out-of-range")]
    [InlineData("MATCH (a) /* WHERE a.title = 'x' RETURN a", "query.unexpected-syntax")]
    [InlineData("MATCH (a) WHERE a.title = 'x' // DELETE a", "query.invalid-clause-composition")]
    public void What_means_nothing_is_refused(string text, string code) => Assert.Equal(code, Code(text));

    [Theory]
    [InlineData("MATCH (a) WHERE a.title = '*/ DETACH DELETE a //' RETURN a")]
    [InlineData("MATCH (a) /* DETACH DELETE a */ RETURN a LIMIT 1")]
    [InlineData("MATCH (a) RETURN a.title AS `x` // SET a.title = 'gone'\nLIMIT 1")]
    [InlineData("RETURN 'it\\'s; MATCH (a) DETACH DELETE a'")]
    public void What_stands_in_a_text_or_a_comment_is_no_clause(string text)
    {
        var answer = Assert.IsType<QueryOutcome.Answered>(Ask(Question.Of(text))).Answer;

        Assert.Null(answer.Changes);
    }

    [Fact]
    public void A_text_in_a_parameter_stays_a_text()
    {
        var asked = new Question(
            "MATCH (a) WHERE a.title = $title RETURN a",
            Properties.Of(("title", Value.Of("' OR true RETURN a //")))
        );

        Assert.Empty(Assert.IsType<QueryOutcome.Answered>(Ask(asked)).Answer.Rows);
    }

    public static TheoryData<string, string> Misfits =>
        new()
        {
            { "MATCH (a) RETURN a LIMIT $p", "query.invalid-argument-type" },
            { "RETURN range(1, $p)", "query.invalid-argument-type" },
            { "RETURN $p + 1", "query.invalid-argument-type" },
            { "RETURN size([x IN $p | x])", "query.invalid-argument-value" },
            { "VALID AT $p MATCH (a) RETURN a", "query.invalid-argument-type" },
            { "KNOWN AT $p MATCH (a) RETURN a", "query.invalid-argument-type" },
            { "MATCH (a) WHERE $p RETURN a", "query.invalid-argument-type" },
            { "RETURN date($p)", "query.invalid-argument-value" },
        };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void A_parameter_of_the_wrong_type_is_refused(string text, string code) =>
        Assert.Equal(code, CodeOf(Ask(new(text, Properties.Of(("p", new Value.Map(Properties.Of(("a", Value.Of(1L))))))))));

    [Fact]
    public void A_megabyte_of_conditions_is_answered_or_refused_by_its_length()
    {
        Assert.Null(Code(Conditions(15_000)));
        Assert.Equal("query.text-too-long", Code(Conditions(60_000)));

        static string Conditions(int many) =>
            $"MATCH (a) WHERE {string.Concat(Enumerable.Repeat("a.title = 'x' OR ", many))}false RETURN a";
    }

    [Theory]
    [InlineData("MATCH (a), (b), (c) CREATE (a)-[:KNOWS]->(b)", "query.changes-limit")]
    [InlineData("UNWIND range(1, 2000) AS x MERGE (a {number: x})", "query.changes-limit")]
    [InlineData("MATCH (a), (b), (c) SET a.title = 'x'", "query.changes-limit")]
    public void Changes_without_end_are_refused_before_any_is_made(string text, string code) => Assert.Equal(code, Code(text));

    [Fact]
    public void Looking_for_a_long_text_in_a_longer_one_is_refused()
    {
        var roomy = new Questions(QueryLimits.Usual, []);
        var text =
            "WITH reduce(s = 'a', x IN range(1, 22) | s + s) AS t WITH t, left(t, 1000000) AS l RETURN t CONTAINS l + 'b' + l";

        Assert.Equal("query.value-too-large", CodeOf(Ask(roomy, Question.Of(text), CancellationToken.None)));
    }

    [Fact]
    public void Going_through_long_lists_again_and_again_is_cancelled()
    {
        var roomy = new Questions(QueryLimits.Usual, []);
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            Ask(
                roomy,
                Question.Of("WITH range(1, 200000) AS l UNWIND range(1, 3000) AS x RETURN count(CASE WHEN -1 IN l THEN 1 END)"),
                cancel.Token
            )
        );
    }

    [Fact]
    public void Putting_rows_in_order_ends_when_nobody_waits()
    {
        using var cancel = new CancellationTokenSource();
        var rows = 0;
        var stops = new Procedure(
            "rows",
            "Rows, after which nobody waits.",
            [],
            [StandardProcedures.Field("row", ProcedureType.Integer)],
            (_, _) => Rows()
        );

        IEnumerable<System.Collections.Immutable.ImmutableArray<Value>> Rows()
        {
            for (; rows < 60_000; rows++)
                yield return [Value.Of((long)(rows * 7919L % 60_013))];
            cancel.Cancel();
        }

        var questions = new Questions(QueryLimits.Usual with { Looks = long.MaxValue }, [stops]);

        Assert.Throws<OperationCanceledException>(() =>
            Ask(questions, Question.Of("CALL rows() YIELD row RETURN row ORDER BY row"), cancel.Token)
        );
    }

    [Theory]
    [InlineData("MATCH (a)", "-->()", "", "query.too-many-steps")]
    [InlineData("MATCH (a)", ", (b)-->(c)", "", "query.too-many-steps")]
    [InlineData("", "MATCH (a) ", "", "query.too-many-steps")]
    [InlineData("", "OPTIONAL MATCH (a) ", "", "query.too-many-steps")]
    [InlineData("WITH 1 AS x ", "WITH x ", "", "query.too-many-steps")]
    [InlineData("RETURN 1 AS x ", "UNION RETURN 1 AS x ", "", "query.too-many-steps")]
    [InlineData("MATCH (a) WHERE ", "(a)-->() OR ", "false", "query.too-many-steps")]
    [InlineData("RETURN 1 AS x", ", 1 + 1", "", "query.too-many-steps")]
    [InlineData("RETURN 1", " + 1", "", "query.nesting-too-deep")]
    [InlineData("RETURN ", "NOT ", "true", "query.nesting-too-deep")]
    public void A_long_chain_ends_before_it_is_planned(string first, string link, string last, string code) =>
        Assert.Equal(code, Code($"{first}{string.Concat(Enumerable.Repeat(link, 10_000))}{last}"));

    [Theory]
    [InlineData("MATCH (a0)", ", (a{0})-->(a{1})", " RETURN count(*)", 400)]
    [InlineData("MATCH (a)", "-->()", " RETURN count(*)", 900)]
    [InlineData("", "MATCH (a) ", "RETURN count(*)", 900)]
    [InlineData("WITH 1 AS x ", "WITH x ", "RETURN x", 900)]
    [InlineData("RETURN 1 AS x ", "UNION RETURN 1 AS x ", "", 900)]
    public void A_chain_within_its_limits_is_planned(string first, string link, string last, int many)
    {
        var links = Enumerable.Range(0, many).Select(i => string.Format(null, link, i, i + 1));

        var code = Code($"EXPLAIN {first}{string.Concat(links)}{last}");

        Assert.Null(code);
    }

    [Theory]
    [InlineData("EXISTS {{ MATCH (a)-->(b{0}) WHERE ", " }}", 28)]
    [InlineData("0 < COUNT {{ MATCH (b{0}) WHERE ", " }}", 24)]
    [InlineData("0 < size([(a)-->(b{0}) WHERE ", " | 1])", 30)]
    public void Braces_in_braces_are_read_once_each(string open, string close, int many)
    {
        var levels = Enumerable.Range(0, many);

        var code = Code(
            $"EXPLAIN MATCH (a) WHERE {string.Concat(levels.Select(i => string.Format(null, open, i)))}true{string.Concat(levels.Select(i => string.Format(null, close, i)))} RETURN a"
        );

        Assert.Null(code);
    }

    // Expanded, they would have more items than there are atoms.
    [Theory]
    [InlineData("[l, l]", "l = l")]
    [InlineData("{a: l, b: l}", "DISTINCT l")]
    [InlineData("[x IN [1, 2] | l]", "[l] < [l, l]")]
    [InlineData("l + [l]", "l IN [l]")]
    public void A_list_that_holds_another_twice_counts_as_if_it_were_written_out(string next, string asked) =>
        Assert.Equal(
            "query.memory-limit",
            Code($"WITH [1] AS l {string.Concat(Enumerable.Repeat($"WITH {next} AS l ", 80))}RETURN {asked}")
        );

    [Fact]
    public void Plans_are_kept_for_so_many_characters()
    {
        var questions = new Questions(QueryLimits.Usual, []);

        foreach (var i in Enumerable.Range(0, 200))
            Ask(questions, Question.Of($"RETURN '{new string('x', 15_000)}' + {i}"), TestContext.Current.CancellationToken);
        Ask(questions, Question.Of($"RETURN '{new string('x', 900_000)}'"), TestContext.Current.CancellationToken);

        Assert.InRange(questions.KeptCharacters, 15_000, 1_000_000);
    }

    private string? Code(string text) => CodeOf(Ask(Question.Of(text)));

    private static string? CodeOf(QueryOutcome outcome) => (outcome as QueryOutcome.Refused)?.Fault.Fault.Code;

    private QueryOutcome Ask(Question question) => Ask(_questions, question, TestContext.Current.CancellationToken);

    private static QueryOutcome Ask(Questions questions, Question question, CancellationToken cancel) =>
        questions.Ask(question, Crowd.Value, new(() => throw new InvalidOperationException("It only reads."), new(0)), cancel);

    // Twenty-four people, each of whom works with all others: dense enough for paths without end.
    private static readonly Lazy<Reading> Crowd = new(() =>
    {
        Company company = new();
        var people = Enumerable.Range(0, 24).Select(i => $"crowd{i}").ToArray();
        company.Do([.. people.Select(name => Company.Make("person", name))]);
        company.Do([
            .. people.SelectMany(a =>
                people.Where(b => string.CompareOrdinal(a, b) < 0).Select(b => Company.Relate(a, "interacts-with", b))
            ),
        ]);
        return company.Read();
    });
}
