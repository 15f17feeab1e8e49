using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Practice.Adoption;

namespace Orrery.Tests.Practice.Gates;

/// <summary>The core pack with one bet, a goal and a team, and what commands would come to at its gates.</summary>
internal static class GateDesk
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 9, 0);
    public static readonly Instant Earlier = Now - Duration.FromDays(100);
    public static readonly Id Bet = Id.Named("gate", "bet");
    public static readonly Id Goal = Id.Named("gate", "goal");
    public static readonly Id Team = Id.Named("gate", "team");

    /// <summary>A bet that is only possible, a goal and a team, all since long ago.</summary>
    public static readonly GraphSnapshot Start = ModelState.Record(
        GraphSnapshot.Empty(),
        [
            .. PackShelf.Open(["core", "change", "funding"]).ToCommands(),
            Thing(Bet, "bet", ("status", Value.Of("possibility"))),
            Thing(Goal, "goal"),
            Thing(Team, "team"),
        ]
    );

    public static GraphCommand Thing(Id id, string kind, params (string, Value)[] fields) =>
        new GraphCommand.CreateEntity(
            id,
            [kind],
            $"{kind}-1",
            Properties.Of([("title", Value.Of($"The {kind}")), .. fields]),
            Validity.Since(Earlier)
        );

    public static GraphCommand Set(string field, Value value) => Set(Bet, field, value, Validity.Since(Now));

    public static GraphCommand Set(Id thing, string field, Value value, Validity during) =>
        new GraphCommand.SetField(thing, field, value, during);

    public static GraphCommand Enter(string state) => Set("status", Value.Of(state));

    public static GraphCommand Joins(string type, Id from, Id to) =>
        new GraphCommand.Relate(Id.Named("gate", type, $"{from}", $"{to}"), type, from, to, Properties.None, Validity.Since(Now));

    /// <summary>All that committing the bet asks for.</summary>
    public static ImmutableArray<GraphCommand> Answers { get; } =
    [
        Joins("contributes-to", Bet, Goal),
        Set("positives", Value.Of([Value.Of("people stay")])),
        Set("watch-outs", Value.Of([Value.Of("calls go up")])),
        Set("pivot-on", Value.Of(new LocalDate(2027, 2, 1))),
        Joins("works-on", Team, Bet),
    ];

    public static Fault? Check(GraphSnapshot before, IEnumerable<GraphCommand> commands, string? why = null) =>
        GateLaw.Check(before, Events(before, commands), Now, why, Mask.Nothing);

    public static ImmutableArray<GraphEvent> Events(GraphSnapshot before, IEnumerable<GraphCommand> commands) =>
        GraphRules.Decide(before, commands) switch
        {
            Decision.Accepted accepted => accepted.Events,
            Decision.Refused refused => throw new FaultException(refused.Fault),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static GraphSnapshot After(GraphSnapshot before, params IEnumerable<GraphCommand> commands) =>
        ModelState.Record(before, [.. commands]);

    public static Step StepNow(GraphSnapshot snapshot, Id thing, string to) =>
        Step.Of(snapshot.Read(Now, Now, Mask.Nothing), thing, to)!;
}
