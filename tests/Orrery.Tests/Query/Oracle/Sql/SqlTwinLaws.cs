using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Orrery.Graph;
using Orrery.Query;
using Orrery.Testing;

namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>The engine answers as SQLite does when the query is said again in SQL over the graph that is visible.</summary>
public sealed class SqlTwinLaws
{
    private const int LooksPerGraph = 2;
    private const int QueriesPerGraph = 4;
    private const int LargestForEndless = 4;

    // What is translated may grow and not shrink.
    private const double LeastShare = 0.99;

    private static int Graphs => Environment.GetEnvironmentVariable("ORRERY_LONG") is null ? 40 : 2_500;

    [Fact]
    public void An_answer_is_what_SQL_gives()
    {
        using var tables = new SqlTables();
        var tally = new Tally();

        Prop.ForAll(SomeRounds.ToArbitrary(), round => Hold(round, tables, tally))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Graphs));

        TestContext.Current.TestOutputHelper?.WriteLine(tally.ToString());
        Figures.Log("oracle", tally.ToString());
        Assert.True(tally.Share >= LeastShare, tally.ToString());
    }

    private static Gen<(int Seed, int Size)> SomeRounds =>
        Gen.Choose(0, 7).SelectMany(size => Gen.Choose(1, int.MaxValue).Select(seed => (seed, size)));

    private static void Hold((int Seed, int Size) round, SqlTables tables, Tally tally)
    {
        var chance = new Chance(round.Seed);
        var graph = SomeGraph.Of(chance, round.Size);
        var questions = new Questions(QueryLimits.Usual, []);
        GeneratedQuery[] queries =
        [
            .. Enumerable.Range(0, QueriesPerGraph).Select(_ => SomeQuery.Of(chance)),
            SomeQuery.Search(chance, round.Size <= LargestForEndless),
        ];
        for (var i = 0; i < LooksPerGraph; i++)
        {
            var look = graph.Look();
            var when = i == 0 ? OracleWhen.Of(chance, graph, look) : OracleWhen.None;
            tables.Fill(i == 0 ? when.Show(graph.Naive, look) : new(look.Reading));
            foreach (var query in queries)
                Compare($"{round}", query with { Text = when.Text + query.Text }, questions, look.Reading, tables, tally);
        }
    }

    private static void Compare(
        string round,
        GeneratedQuery query,
        Questions questions,
        Reading reading,
        SqlTables tables,
        Tally tally
    )
    {
        if (!SqlQuery.TryTranslate(query.Text, SomeQuery.Parameters, out var question, out var reason))
        {
            tally.Count(reason);
            return;
        }

        tally.Count(null);
        var context = $"{round}\n{query.Text}\nat {reading.Valid}, revision {reading.Snapshot.At}\n{question.Text}";
        var wanted = RowText.Of(Answer(tables, question, context), query.IsOrdered, query.Gathers);
        var outcome = questions.Ask(
            new(query.Text, SomeQuery.Parameters),
            reading,
            new(() => throw new InvalidOperationException("A query that only reads makes no ids."), new Random(0)),
            CancellationToken.None
        );
        var rows = Assert.IsType<QueryOutcome.Answered>(outcome).Answer.Rows;
        var found = RowText.Of(rows, query.IsOrdered, query.Gathers);
        Assert.True(
            wanted.SequenceEqual(found),
            $"{context}\nexpected {wanted.Length}\n  {string.Join("\n  ", wanted)}\nfound {found.Length}\n  {string.Join("\n  ", found)}"
        );
    }

    private static ImmutableArray<ImmutableArray<Value>> Answer(SqlTables tables, SqlQuestion question, string context)
    {
        try
        {
            return tables.Ask(question);
        }
        catch (SqliteException wrong)
        {
            Assert.Fail($"{context}\n{wrong.Message}");
            return [];
        }
    }
}
