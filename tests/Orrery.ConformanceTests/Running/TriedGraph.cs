using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Query;
using Orrery.Storage;

namespace Orrery.ConformanceTests;

/// <summary>An open workspace over a journal in memory, asked and changed the way every skin does it.</summary>
internal sealed class TriedGraph(Workspace workspace, SecondsClock clock) : IAsyncDisposable
{
    private static readonly Viewer Viewer = new("kit");
    private static readonly Cause Cause = new("kit", Origin.CommandLine);
    private readonly List<Procedure> _procedures = [];
    private Questions? _questions;
    private int _made;

    public static async Task<TriedGraph> OpenAsync(CancellationToken cancel)
    {
        var clock = new SecondsClock();
        var keys = new PersonalKeys(
            (_, _) => throw new InvalidOperationException("An open workspace has no personal fields."),
            personal => personal
        );
        var journal = new MemoryJournal(personal => personal);
        return new(await Workspace.OpenAsync("kit", journal, keys, GraphSnapshot.Empty(), clock, cancel), clock);
    }

    public void Add(Procedure procedure)
    {
        _procedures.Add(procedure);
        _questions = null;
    }

    /// <summary>Asks, and carries out what the query would change.</summary>
    /// <exception cref="ScenarioFailure">The engine contradicts itself, or the graph refuses what the query proposes.</exception>
    public async Task<Asked> AskAsync(Question question, CancellationToken cancel)
    {
        clock.Step();
        var before = workspace.Read(Viewer, When.Now);
        var outcome = Ask(question, before, cancel);
        CheckAgain(question, outcome, Ask(question, before, cancel));
        var changes = (outcome as QueryOutcome.Answered)?.Answer.Changes;
        if (changes is { Commands: not [] and var commands })
        {
            var done = await workspace.ExecuteAsync(new(commands, Cause), cancel);
            if (done is Outcome.Refused { Fault: var fault })
                throw new ScenarioFailure($"the graph refuses the changes: {fault.Code}", $"{question.Text}\n\n{fault}");
        }

        var asked = new Asked(question.Text, outcome, before, workspace.Read(Viewer, When.Now));
        if (asked.SideEffects != (changes?.Counts ?? GraphParts.NoChanges))
            throw new ScenarioFailure(
                "the engine counts other changes than there are",
                $"{question.Text}\n\nthere are  {asked.SideEffects}\nit counts  {changes?.Counts}"
            );
        return asked;
    }

    /// <exception cref="ScenarioFailure">The journal tells of another graph.</exception>
    public async Task CheckReplayAsync(CancellationToken cancel)
    {
        var live = workspace.Current;
        var replayed = GraphSnapshot.Empty();
        await foreach (var change in workspace.HistoryAsync(Revision.Start, live.At, cancel))
            replayed = replayed.Apply(change);
        var now = workspace.Now;
        if (SameGraph.FirstDifference(live, replayed, [SecondsClock.Start, now - Duration.FromSeconds(1), now]) is { } difference)
            throw new ScenarioFailure("replaying the journal gives another graph", difference);
    }

    public ValueTask DisposeAsync() => workspace.DisposeAsync();

    private QueryOutcome Ask(Question question, Reading reading, CancellationToken cancel)
    {
        _questions ??= new(QueryLimits.Usual, _procedures);
        return _questions.Ask(question, reading, new(() => Id.Named("kit", $"{_made++}"), new Random(1)), cancel);
    }

    // The second time comes from the plan cache. A query that writes makes other ids each time.
    private static void CheckAgain(Question question, QueryOutcome first, QueryOutcome second)
    {
        var isSame = (first, second) switch
        {
            (QueryOutcome.Refused one, QueryOutcome.Refused other) => one.Fault == other.Fault,
            (QueryOutcome.Answered { Answer.Changes: { } one }, QueryOutcome.Answered { Answer.Changes: { } other }) => one.Counts
                == other.Counts,
            (QueryOutcome.Answered { Answer: var one }, QueryOutcome.Answered { Answer: var other }) => one.Rows.Length
                == other.Rows.Length
                && one.Rows.Zip(other.Rows).All(rows => rows.First.SequenceEqual(rows.Second)),
            _ => false,
        };
        if (!isSame)
            throw new ScenarioFailure("asked again, it answers otherwise", $"{question.Text}\n\nfirst {first}\nagain {second}");
    }
}
