using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Bench;

/// <summary>The functions of the practice over all things of companies of growing size, made of blocks of ten: nanoseconds a thing should stay alike.</summary>
internal static class FunctionBench
{
    private const int Block = 10;
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 8, 0);

    private static readonly (string Name, string Query)[] Asked =
    [
        ("freshness", "MATCH (i:Insight) RETURN sum(practice.freshness(i)) AS n"),
        ("horizon", "MATCH (b:Bet) RETURN count(practice.horizon(b)) AS n"),
        ("hopsToValue", "MATCH (t:Team) RETURN sum(practice.hopsToValue(t)) AS n"),
        ("effectiveTeams", "CALL practice.teamShapes() YIELD effective RETURN sum(effective) AS n"),
        ("wip", "MATCH (t:Team) RETURN sum(practice.wip(t)) AS n"),
        ("trace", "MATCH (g:Goal) CALL practice.trace(g) YIELD step RETURN count(step) AS n"),
        ("leaps", "MATCH (g:Goal) CALL practice.leaps(g) YIELD lower RETURN count(lower) AS n"),
        ("ifStopped", "MATCH (t:Team) CALL practice.ifStopped(t) YIELD thing RETURN count(thing) AS n"),
        ("loops", "CALL practice.loops('drives', null) YIELD things RETURN count(things) AS n"),
        ("standstill", "CALL practice.standstill() YIELD metric RETURN count(metric) AS n"),
        ("similarity", "MATCH (g:Goal) RETURN sum(practice.similarity(g.title, 'The goal of the block')) AS n"),
    ];

    public static int Run(int things)
    {
        var reading = Company(things).Read(Now, Now, Mask.Nothing);
        var questions = new Questions(
            QueryLimits.Usual with
            {
                Looks = long.MaxValue,
                Time = TimeSpan.FromMinutes(2),
            },
            [.. StandardProcedures.All, .. PracticeLanguage.Procedures],
            PracticeLanguage.Functions,
            Guardrails.People
        );
        foreach (var (name, query) in Asked)
        {
            Ask(questions, reading, query);
            var began = Stopwatch.GetTimestamp();
            var answer = Ask(questions, reading, query);
            var took = Stopwatch.GetElapsedTime(began);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -16}{things, 10:N0} things{took.TotalMilliseconds, 10:N1} ms{took.TotalNanoseconds / things, 10:N0} ns a thing  {answer}"
                )
            );
        }

        return 0;
    }

    private static string Ask(Questions questions, Reading reading, string query) =>
        questions.Ask(
            Question.Of(query),
            reading,
            new(() => throw new InvalidOperationException(), new(0)),
            CancellationToken.None
        ) switch
        {
            QueryOutcome.Answered { Answer.Rows: [[var value]] } => ValueText.Of(value),
            QueryOutcome.Refused refused => throw new FaultException(refused.Fault.Fault),
            _ => throw new UnreachableException(),
        };

    private static GraphSnapshot Company(int things)
    {
        var snapshot = Record(
            GraphSnapshot.Empty(),
            [
                new GraphCommand.CreateEntity(
                    Id.Named("bench", "this"),
                    [MetaKinds.Workspace],
                    "this",
                    Properties.Of(("mode", Value.Of("enforced"))),
                    Validity.Always
                ),
                .. PackShelf.Open("teams", "value-models").ToCommands(),
            ]
        );
        foreach (var blocks in Enumerable.Range(0, things / Block).Chunk(2_000))
            snapshot = Record(snapshot, blocks.SelectMany(BlockOf));
        snapshot.Freeze()();
        return snapshot;
    }

    private static GraphSnapshot Record(GraphSnapshot snapshot, IEnumerable<GraphCommand> commands) =>
        GraphRules.Decide(snapshot, commands) switch
        {
            Decision.Accepted accepted => snapshot.Apply(
                new(snapshot.At.Next, Now, new("Bench", Origin.Product), accepted.Events)
            ),
            Decision.Refused refused => throw new FaultException(refused.Fault),
            _ => throw new UnreachableException(),
        };

    // A goal, two bets and a piece of work beneath it, a team of two, two metrics that drive each other and an outcome.
    private static IEnumerable<GraphCommand> BlockOf(int block)
    {
        yield return Thing(block, "goal", ("horizon", Value.Of("h5")), ("title", Value.Of($"The goal of block {block}")));
        yield return Thing(block, "bet", ("horizon", Value.Of("h4")), ("status", Value.Of("in-action")));
        yield return Thing(block, "work-item", ("horizon", Value.Of("h2")), ("status", Value.Of("in-action")));
        yield return Thing(block, "team");
        yield return Thing(block, "person");
        yield return Thing(block, "person", 1);
        yield return Thing(block, "metric");
        yield return Thing(block, "metric", 1);
        yield return Thing(block, "metric", 2, ("role", Value.Of("business-outcome")));
        yield return Thing(block, "insight", ("confirmed-at", Value.Of(Now - Duration.FromDays(block % 400))));
        foreach (
            var (from, type, to) in new[]
            {
                ("bet0", "contributes-to", "goal0"),
                ("work-item0", "contributes-to", "bet0"),
                ("team0", "works-on", "bet0"),
                ("person0", "member", "team0"),
                ("person1", "member", "team0"),
                ("person0", "works-on", "work-item0"),
                ("person1", "works-on", "work-item0"),
                ("bet0", "targets", "metric0"),
                ("metric0", "drives", "metric1"),
                ("metric1", "drives", "metric0"),
                ("metric1", "drives", "metric2"),
                ("team0", "stewards", "metric0"),
            }
        )
            yield return new GraphCommand.Relate(
                Id.Named("bench", $"{block}", from, type, to),
                type,
                IdOf(block, from),
                IdOf(block, to),
                Properties.None,
                Validity.Since(Now - Duration.FromDays(500))
            );
    }

    private static GraphCommand.CreateEntity Thing(int block, string kind, params ReadOnlySpan<(string, Value)> fields) =>
        Thing(block, kind, 0, fields);

    private static GraphCommand.CreateEntity Thing(
        int block,
        string kind,
        int number,
        params ReadOnlySpan<(string, Value)> fields
    ) => new(IdOf(block, $"{kind}{number}"), [kind], null, Properties.Of(fields), Validity.Since(Now - Duration.FromDays(500)));

    private static Id IdOf(int block, string name) => Id.Named("bench", $"{block}", name);
}
