using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.IntegrationTests.Import;

/// <summary>An enforced graph that statements were imported into, one change set each.</summary>
internal static class ImportedGraph
{
    private static readonly Instant Recorded = Instant.FromUtc(2026, 11, 1, 0, 0);

    public static GraphSnapshot Of(IEnumerable<Statement> statements)
    {
        var snapshot = Fresh();
        foreach (var statement in statements)
        {
            snapshot = Record(snapshot, statement, Accepted(snapshot, GraphRules.Reconcile(snapshot, statement).Commands));
        }

        return snapshot;
    }

    /// <summary>The same, with no note left of what was read.</summary>
    public static GraphSnapshot WithoutReadings(IEnumerable<Statement> statements)
    {
        var (noting, forgetting) = (Fresh(), Fresh());
        foreach (var statement in statements)
        {
            var events = Accepted(noting, GraphRules.Reconcile(noting, statement).Commands);
            noting = Record(noting, statement, events);
            forgetting = Record(forgetting, statement, [.. events.Where(e => e is not GraphEvent.SourceRead)]);
        }

        return forgetting;
    }

    /// <summary>An enforced workspace with the pack of this source.</summary>
    private static GraphSnapshot Fresh()
    {
        var rules = new GraphCommand.CreateEntity(
            Id.Named("this"),
            [MetaKinds.Workspace],
            "this",
            Properties.Of(("mode", Value.Of("enforced"))),
            Validity.Always
        );
        var empty = GraphSnapshot.Empty();
        var events = Accepted(empty, [rules, .. PackShelf.Open(["kubernetes"]).ToCommands()]);
        return empty.Apply(new(empty.At.Next, Recorded, new("tests", Origin.Product), events));
    }

    public static ImmutableArray<GraphEvent> Accepted(GraphSnapshot snapshot, IEnumerable<GraphCommand> commands) =>
        GraphRules.Decide(snapshot, commands) switch
        {
            Decision.Accepted accepted => accepted.Events,
            Decision.Refused refused => throw new FaultException(refused.Fault),
            _ => throw new InvalidOperationException(),
        };

    public static GraphSnapshot Record(GraphSnapshot snapshot, Statement statement, ImmutableArray<GraphEvent> events)
    {
        var cause = new Cause("import", Origin.Import, Source: statement.Source);
        var next = snapshot.Apply(new(snapshot.At.Next, Recorded + Duration.FromSeconds(snapshot.At.Value), cause, events));
        if (next.Unfrozen > 20_000)
            next.Freeze()();
        return next;
    }
}
