namespace Orrery.Bench;

/// <summary>A query that would take all time or memory of a careless engine.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Workspace">Which it is asked of.</param>
/// <param name="Text">The query.</param>
/// <param name="Parameters">As on the command line.</param>
internal sealed record HostileQuery(string Name, string Workspace, string Text, params string[] Parameters);

/// <summary>The hostile queries of bench/hostile.</summary>
internal static class HostileQueries
{
    public const string Company = "harbor-mutual";
    public const string Dense = "dense";

    /// <summary>What the dense workspace is made of: 20,000 things, and 200 of which each knows all others.</summary>
    public static readonly string[] Making =
    [
        "UNWIND range(1, 20000) AS i CREATE (:Thing {title: 'thing ' + i, number: i})",
        "UNWIND range(1, 200) AS i CREATE (:Knot {title: 'knot ' + i, number: i})",
        "MATCH (a:Knot), (b:Knot) WHERE a.number < b.number CREATE (a)-[:KNOWS]->(b)",
    ];

    public static readonly HostileQuery[] All =
    [
        new("everything with everything", Company, "MATCH (a), (b), (c), (d) RETURN count(*)"),
        new("everything with everything, in order", Dense, "MATCH (a), (b) RETURN a.title, b.title ORDER BY b.title DESC"),
        new("everything with everything, grouped", Dense, "MATCH (a), (b) RETURN a.number + b.number AS sum, count(*)"),
        new("paths without end", Dense, "MATCH (a:Knot)-[*]-(b:Knot) RETURN count(*)"),
        new("paths without end, collected", Dense, "MATCH p = (a:Knot)-[*]-(b:Knot) RETURN collect(p)"),
        new("all shortest paths", Dense, "MATCH p = allShortestPaths((a:Knot)-[*]-(b:Knot)) RETURN count(p)"),
        new("subqueries of everything", Dense, "MATCH (a) WHERE COUNT { MATCH (b), (c) WHERE b.number = c.number } > 0 RETURN a"),
        new("10,000 brackets", Company, $"RETURN {new string('(', 10_000)}1{new string(')', 10_000)}"),
        new(
            "as many conditions as are read",
            Company,
            $"MATCH (a) WHERE {string.Concat(Enumerable.Repeat("a.title = 'x' OR ", 15_400))}false RETURN a"
        ),
        new("the longest list that is read", Company, $"RETURN size([{string.Join(',', Enumerable.Range(0, 45_000))}])"),
        new("as many hops as fit", Company, $"MATCH (a){string.Concat(Enumerable.Repeat("-->()", 52_000))} RETURN count(*)"),
        new("two megabytes", Company, $"RETURN '{new string('x', 2 << 20)}'"),
        new("a list of lists", Company, "RETURN size([x IN range(1, 1000000) | range(1, 10000)])"),
        new(
            "lists hidden in lists",
            Company,
            $"UNWIND range(1, 3000000) AS x RETURN size(collect({{a: [{string.Join(',', Enumerable.Repeat("x + 1", 30))}]}}))"
        ),
        new("a list in itself", Company, "RETURN reduce(l = [1], x IN range(1, 300000) | [l])"),
        new("a long list", Company, "WITH range(1, 250000) AS l RETURN size(l)"),
        new("a long list collected", Company, "UNWIND range(1, 4000000) AS x RETURN size(collect(toString(x)))"),
        new("many texts in order", Company, "UNWIND range(1, 9000000) AS x WITH toString(x) AS t ORDER BY t RETURN count(t)"),
        new("many texts told apart", Company, "UNWIND range(1, 9000000) AS x RETURN count(DISTINCT toString(x))"),
        new("many texts grouped", Company, "UNWIND range(1, 9000000) AS x WITH toString(x) AS t, count(*) AS c RETURN count(t)"),
        new("many lists gathered", Company, "UNWIND range(1, 9000000) AS x WITH x, collect(x) AS l RETURN count(l)"),
        new(
            "many things gathered once",
            Dense,
            "MATCH (a), (b) WITH a.number * 20000 + b.number AS k, count(DISTINCT b) AS c RETURN count(c)"
        ),
        new("a list that doubles", Company, "RETURN size(reduce(l = [1], x IN range(1, 100) | l + l))"),
        new("a text that doubles", Company, "RETURN size(reduce(s = 'a', x IN range(1, 100) | s + s))"),
        new(
            "a long list gone through for ever",
            Company,
            "WITH range(1, 250000) AS l UNWIND range(1, 1000000) AS x RETURN count(CASE WHEN -1 IN l THEN 1 END)"
        ),
        new(
            "a long loop",
            Company,
            "RETURN reduce(s = 0, x IN range(1, 9000000) | s + reduce(t = 0, y IN range(1, 1000) | t + y))"
        ),
        new("exponents", Company, "UNWIND range(1, 1000000) AS x RETURN max(x ^ x ^ x ^ x)"),
        new(
            "an evil pattern",
            Company,
            "MATCH (a), (b) WHERE reduce(s = a.title, x IN range(1, 12) | s + s) =~ '(.*a){20}b(.|a|aa)+c' RETURN count(*)"
        ),
        new(
            "a text looked for in a text",
            Company,
            "WITH reduce(s = 'a', x IN range(1, 23) | s + s) AS t WITH t, left(t, 4000000) AS l RETURN t CONTAINS l + 'b' + l"
        ),
        new("a clause hidden by a comment", Company, "MATCH (a) /* RETURN a */ , (b), (c), (d) // LIMIT 1\nRETURN count(*) // '"),
        new("a parameter of the wrong type", Company, "MATCH (a), (b) WHERE a.title = $p RETURN a LIMIT $p", "p={a: [1, 2]}"),
        new("random numbers in order", Dense, "UNWIND range(1, 8000000) AS x RETURN x ORDER BY rand() LIMIT 1000001"),
        new("changes without end", Dense, "MATCH (a), (b) CREATE (a)-[:KNOWS]->(b)"),
    ];
}
