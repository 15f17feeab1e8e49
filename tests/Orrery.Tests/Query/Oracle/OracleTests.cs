using NodaTime;
using Orrery.Graph;
using Orrery.Query;
using Orrery.Tests.Query.Oracle.Sql;

namespace Orrery.Tests.Query.Oracle;

/// <summary>What the oracle itself answers where people know the answer, and differences it found, pinned: the engine must say the same.</summary>
public sealed class OracleTests
{
    private static readonly Instant Now = Instant.FromUtc(2024, 1, 1, 0, 0);

    /// <summary>a:A -R-> b:B -R-> c:C, a loop S at a, and a T from c to the first R.</summary>
    private static Reading Chain()
    {
        GraphCommand[] commands =
        [
            Node("a", "A", 1),
            Node("b", "B", 2),
            Node("c", "C", 3),
            Relate("ab", "R", "a", "b"),
            Relate("bc", "R", "b", "c"),
            Relate("aa", "S", "a", "a"),
            Relate("on", "T", "c", "ab"),
        ];
        return Read(commands);
    }

    private static Reading Ring() =>
        Read([
            Node("a", "A", 1),
            Node("b", "B", 2),
            Node("c", "C", 3),
            Relate("ab", "R", "a", "b"),
            Relate("ab again", "R", "a", "b"),
            Relate("bc", "R", "b", "c"),
            Relate("ca", "R", "c", "a"),
        ]);

    private static Reading Read(GraphCommand[] commands)
    {
        var events = Assert.IsType<Decision.Accepted>(GraphRules.Decide(GraphSnapshot.Empty(), commands)).Events;
        var snapshot = GraphSnapshot.Empty().Apply(new(new(1), Now, new("test", Origin.Product), events));
        return snapshot.Read(Now, Now, Mask.Nothing);
    }

    [Theory]
    [InlineData("MATCH (n:Relation) SET n:B", "query.invalid-argument-value")]
    [InlineData("MATCH (n) REMOVE n:Relation", "query.invalid-argument-value")]
    [InlineData("MATCH (n) REMOVE n:B SET n:Relation DETACH DELETE n", null)]
    [InlineData("MATCH (n:Relation) REMOVE n:B", null)]
    public void A_relation_that_stands_as_a_node_keeps_its_one_label(string text, string? code)
    {
        var outcome = new Questions(QueryLimits.Usual, []).Ask(
            Question.Of(text),
            Chain(),
            new(() => throw new InvalidOperationException("Nothing is made."), new Random(0)),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(code, (outcome as QueryOutcome.Refused)?.Fault.Fault.Code);
    }

    [Theory]
    [InlineData("MATCH (n) RETURN count(*) AS c", "4")]
    [InlineData("MATCH (n:Relation) RETURN n.size AS c", "null")]
    [InlineData("MATCH (n:A)--(n) RETURN count(*) AS c", "1")]
    [InlineData("MATCH (:A)-[r*1..3]->(:C) RETURN size(r) AS c", "2; 3")]
    [InlineData("MATCH (:C)<-[r*2]-(:A) RETURN [x IN r | startNode(x).size] AS c", "[2, 1]")]
    [InlineData("MATCH (n) WHERE n.size > 1 OR n.size IS NULL RETURN sum(n.size) AS c", "5")]
    [InlineData("OPTIONAL MATCH (n:D) RETURN n AS c", "null")]
    [InlineData("MATCH (n:A) WHERE EXISTS { (n)-->(:B) } RETURN n.size AS c", "1")]
    [InlineData("MATCH (x:C) MATCH (n)-[r*2]->(x) WHERE n:A RETURN [x IN r | startNode(x).size] AS c", "[1, 2]")]
    [InlineData("MATCH (x)<-[r:R*2]-(n:A) RETURN [x IN r | startNode(x).size] AS c", "[2, 1]")]
    [InlineData("MATCH p = (x)<-[:R*2]-(n:A) RETURN [x IN relationships(p) | startNode(x).size] AS c", "[2, 1]")]
    [InlineData("OPTIONAL MATCH (n:D) MATCH (n), (:Relation) RETURN count(*) AS c", "0")]
    public void Engine_and_oracle_answer_what_people_know(string text, string answer) => AssertAnswer(Chain(), text, answer);

    /// <summary>a:A -R-> b:B -R-> c:C -R-> a, and a second R from a to b.</summary>
    [Theory]
    [InlineData("MATCH p = shortestPath((n:A)-[:R*]->(n)) RETURN length(p) AS c", "3")]
    [InlineData("MATCH p = allShortestPaths((n:A)-[:R*]->(n)) RETURN length(p) AS c", "3; 3")]
    [InlineData("MATCH p = shortestPath((n:C)-[:R*]-(n)) RETURN length(p) AS c", "3")]
    [InlineData("MATCH p = allShortestPaths((n:C)-[:R*]-(n)) RETURN length(p) AS c", "3; 3; 3; 3")]
    [InlineData("MATCH p = allShortestPaths((n:A)-[:R*]-(n)) RETURN length(p) AS c", "2; 2")]
    [InlineData("MATCH p = allShortestPaths((:C)<-[:R*]-(:A)) RETURN length(p) AS c", "2; 2")]
    [InlineData("MATCH p = allShortestPaths((n:A)-[:R*0..]-(n)) RETURN length(p) AS c", "0")]
    [InlineData("MATCH p = shortestPath((:A)-[r]->(:B)) RETURN type(r) AS c", "'R'")]
    public void Shortest_paths_take_no_relation_twice(string text, string answer) => AssertAnswer(Ring(), text, answer);

    private static void AssertAnswer(Reading reading, string text, string answer)
    {
        var outcome = new Questions(QueryLimits.Usual, []).Ask(
            Question.Of(text),
            reading,
            new(() => throw new InvalidOperationException("It only reads."), new Random(0)),
            CancellationToken.None
        );

        var oracle = OracleEvaluator.Answer(text, new(reading), Properties.None).Rows;
        Assert.Equal(answer, string.Join("; ", RowText.Of(oracle, isOrdered: false, gathers: false)));
        var rows = Assert.IsType<QueryOutcome.Answered>(outcome).Answer.Rows;
        Assert.Equal(answer, string.Join("; ", RowText.Of(rows, isOrdered: false, gathers: false)));
        using var tables = new SqlTables();
        tables.Fill(new(reading));
        if (SqlQuery.TryTranslate(text, Properties.None, out var question, out _))
            Assert.Equal(answer, string.Join("; ", RowText.Of(tables.Ask(question), isOrdered: false, gathers: false)));
    }

    private static GraphCommand.CreateEntity Node(string name, string label, long size) =>
        new(IdOf(name), [label], null, Properties.Of(("size", Value.Of(size))), Validity.Always);

    private static GraphCommand.Relate Relate(string name, string type, string from, string to) =>
        new(IdOf(name), type, IdOf(from), IdOf(to), Properties.None, Validity.Always);

    private static Id IdOf(string name) => Id.Named("oracle-tests", name);
}
