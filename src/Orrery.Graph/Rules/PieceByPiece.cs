using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Takes over a statement as far as the rules let it: what breaks one is told by the source's own names and left out.</summary>
internal static class PieceByPiece
{
    public static Takeover Run(GraphSnapshot snapshot, Statement statement, Strictness strictness)
    {
        var reconciliation = GraphRules.Reconcile(snapshot, statement);
        if (reconciliation.Fault is { } fault)
            return new(fault, reconciliation);
        if (strictness == Strictness.AllOrNothing)
            return new(Whole(snapshot, statement, reconciliation), reconciliation);
        // Nearly always everything fits.
        if (GraphRules.Decide(snapshot, reconciliation.Commands) is Decision.Accepted all)
            return new(all, reconciliation);
        var names = new StatedNames(statement);
        var (decision, refused) = Decide(snapshot, reconciliation.Commands);
        var rejected = reconciliation.Rejected.Concat(refused.Select(r => names.Rejection(r.Command, r.Fault))).Distinct();
        return new(decision, reconciliation with { Rejected = [.. rejected] });
    }

    private static Decision Whole(GraphSnapshot snapshot, Statement statement, Reconciliation reconciliation)
    {
        if (reconciliation.Rejected is [var first, ..])
            return At(statement, first);
        if (GraphRules.Decide(snapshot, reconciliation.Commands) is Decision.Accepted all)
            return all;
        var (_, refused) = Decide(snapshot, reconciliation.Commands);
        return At(statement, new StatedNames(statement).Rejection(refused[0].Command, refused[0].Fault));
    }

    private static Fault At(Statement statement, Rejection rejection) =>
        rejection.Fault with
        {
            Message = $"{statement.File}, {rejection.Record}, {rejection.Path}: {rejection.Fault.Message}",
        };

    private static (Decision Decision, List<(GraphCommand Command, Fault Fault)> Refused) Decide(
        GraphSnapshot snapshot,
        IEnumerable<GraphCommand> commands
    )
    {
        var draft = new Draft(snapshot, Mask.Nothing);
        List<(GraphCommand Command, Fault Fault)> refused = [];
        Dictionary<Id, Fault> unknown = [];
        foreach (var command in commands)
        {
            var before = draft.Count;
            if (GraphRules.Decide(draft, command) is not { } fault)
                continue;
            if (draft.Count != before)
                draft = draft.UpTo(before);
            if (
                fault.Code == StatedNames.RefTaken
                && command is GraphCommand.CreateEntity create
                && GraphRules.Decide(draft, create with { Key = null }) is null
            )
                refused.Add((command, fault));
            else
                Refuse(command, fault);
        }

        return (new Decision.Accepted(draft.Events()), refused);

        // What hangs on something refused is told by the reason for that, and its claim is not told at all.
        void Refuse(GraphCommand command, Fault fault)
        {
            var subject = GraphRules.SubjectOf(command);
            if (subject is { } known && unknown.ContainsKey(known) && !draft.Knows(known))
                return;
            var reason = command is GraphCommand.Relate relate
                ? unknown.GetValueOrDefault(relate.From) ?? unknown.GetValueOrDefault(relate.To) ?? fault
                : fault;
            if (subject is { } id && !draft.Knows(id))
                unknown[id] = reason;
            refused.Add((command, reason));
        }
    }
}

/// <summary>What taking over a statement comes to.</summary>
/// <param name="Decision">Events for what fits; a refusal where nothing is taken over.</param>
/// <param name="Reconciliation">What the statement changes, and all of it that was left out.</param>
public sealed record Takeover(Decision Decision, Reconciliation Reconciliation);
