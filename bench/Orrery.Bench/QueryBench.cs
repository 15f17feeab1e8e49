using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Bench;

/// <summary>The harness's questions as query text with a cached plan: intervals, a mask that hides a few, and limits on.</summary>
internal static class QueryBench
{
    private static readonly QuerySurroundings Surroundings = new(() => throw new InvalidOperationException(), new(1));

    public static int Run(string size, string folder)
    {
        var harness = new HarnessGraph(folder);
        var snapshot = Load(harness, folder);
        var hidden = Enumerable.Range(0, 1_000).Select(i => Id.Named("nobody", $"{i}"));
        var mask = Mask.Hiding(snapshot, hidden);
        Results results = new("orrery-query", size);
        Results warming = new("warming up", "-", Path.GetTempFileName());
        var now = snapshot.Read(HarnessGraph.Now, HarnessGraph.Now, mask);
        var past = snapshot.Read(Instant.FromUtc(2024, 1, 1, 0, 0), HarnessGraph.Now, mask);
        var questions = new Questions(QueryLimits.Usual with { Looks = long.MaxValue }, StandardProcedures.All);
        for (var round = 0; round < 3; round++)
            Ask(round < 2 ? warming : results, harness, questions, now, "");
        Ask(warming, harness, questions, past, "@past ");
        Ask(results, harness, questions, past, "@past ");
        Planning(results, now);
        return 0;
    }

    private static GraphSnapshot Load(HarnessGraph harness, string folder)
    {
        var file = Path.Combine(folder, "orrery.snapshot");
        if (File.Exists(file))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
            return GraphSnapshot.Load(stream, personal => personal);
        }

        var snapshot = GraphSnapshot.Empty();
        foreach (var change in harness.Changes())
            snapshot = snapshot.Apply(change);
        snapshot.Freeze()();
        return snapshot;
    }

    private static void Ask(Results results, HarnessGraph harness, Questions questions, Reading reading, string moment)
    {
        var up = Types(harness, ["PART_OF", "CONTRIBUTES_TO", "DEPENDS_ON", "MEASURED_BY", "INFLUENCES", "EVIDENCE_FOR"]);
        var roll = Types(harness, ["PART_OF", "CONTRIBUTES_TO"]);
        var points = harness.Numbers("Points");
        const string Neighbours =
            "MATCH (n) WHERE id(n) = $id OPTIONAL MATCH (n)-[r]-(m) RETURN n.title, n.amount, n.status, type(r), m.title, labels(m)";
        results.Each(
            $"{moment}Q1.point+neighbours",
            points.Length,
            5,
            i => Rows(questions, reading, Neighbours, points[i]),
            points.Length
        );
        var starts = harness.Numbers("Starts");
        for (var hops = 1; hops <= 6; hops++)
        {
            var text = $"MATCH (s) WHERE id(s) = $id MATCH (s)<-[:{up}*0..{hops}]-(t) RETURN count(DISTINCT t)";
            results.Each($"{moment}Q2.k{hops}", starts.Length, 20, i => Number(questions, reading, text, starts[i]), 1_000);
        }

        // Questions over everything, as often as it takes for the code to be compiled for good.
        var whole = Math.Clamp(20_000_000 / Math.Max(1, reading.Snapshot.EntityCount), 20, 1_000);
        var objectives = harness.Numbers("Objectives");
        var sum = $"MATCH (o) WHERE id(o) = $id MATCH (o)<-[:{roll}*0..]-(w:work) WITH DISTINCT w RETURN sum(w.amount)";
        results.Each(
            $"{moment}Q3.rollup",
            objectives.Length,
            20,
            i => Number(questions, reading, sum, objectives[i]),
            objectives.Length
        );
        var unserved = $"MATCH (w:work) WHERE w.amount > 0 AND NOT EXISTS {{ (w)-[:{roll}*0..4]->(:objective) }} RETURN count(w)";
        results.Each($"{moment}Q4.antijoin", whole, 20, _ => Number(questions, reading, unserved, 0), 5);
        results.Each(
            $"{moment}group and count",
            whole,
            20,
            _ => Rows(questions, reading, "MATCH (n) RETURN labels(n)[0], n.status, count(*)", 0),
            5
        );
        if (StandardProcedures.All.Any(procedure => procedure.Name == "search"))
            Search(results, harness, questions, reading, moment);
    }

    private static void Search(Results results, HarnessGraph harness, Questions questions, Reading reading, string moment)
    {
        var words = harness
            .Queries.GetProperty("Fts")
            .EnumerateArray()
            .Select(pair => string.Join(' ', pair.EnumerateArray().Select(word => word.GetString())))
            .ToArray();
        results.Each(
            $"{moment}Q5.fts",
            words.Length,
            20,
            i =>
                questions.Ask(
                    new(
                        "CALL search($words, 20) YIELD entity, score RETURN entity, entity.title, score",
                        Properties.Of(("words", Value.Of(words[i])))
                    ),
                    reading,
                    Surroundings,
                    CancellationToken.None
                )
                    is QueryOutcome.Answered answered
                    ? answered.Answer.Rows.Length
                    : -1,
            words.Length
        );
    }

    private static void Planning(Results results, Reading reading)
    {
        var fresh = 0;
        results.Each(
            "parse and plan, uncached",
            1_000,
            20,
            _ =>
            {
                // Another text each time: the plan is not known.
                var text =
                    $"EXPLAIN MATCH (b:work)-[:PART_OF]->(i:initiative)<-[r]-(t:team) WHERE b.status = 's1' AND t.title CONTAINS 'a' WITH i, count(b) AS works ORDER BY works DESC LIMIT {++fresh} RETURN i.title, works";
                return
                    new Questions(QueryLimits.Usual, []).Ask(Question.Of(text), reading, Surroundings, CancellationToken.None)
                    is QueryOutcome.Answered
                    ? 1
                    : -1;
            },
            1_000
        );
    }

    private static string Types(HarnessGraph harness, string[] suffixes) =>
        string.Join(
            '|',
            suffixes.Select(suffix => $"`{harness.TypeNames.Single(name => name.EndsWith(suffix, StringComparison.Ordinal))}`")
        );

    private static long Rows(Questions questions, Reading reading, string text, int entity) =>
        Answer(questions, reading, text, entity).Rows.Length;

    private static long Number(Questions questions, Reading reading, string text, int entity) =>
        Answer(questions, reading, text, entity).Rows is [[Value.Integer number]] ? number.Number : -1;

    private static Answer Answer(Questions questions, Reading reading, string text, int entity)
    {
        ImmutableSortedDictionary<string, Value> parameters = Properties.Of(
            ("id", Value.Of(HarnessGraph.EntityId(entity).ToString()))
        );
        return questions.Ask(new(text, parameters), reading, Surroundings, CancellationToken.None) switch
        {
            QueryOutcome.Answered answered => answered.Answer,
            QueryOutcome.Refused refused => throw new FaultException(refused.Fault.Fault),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
