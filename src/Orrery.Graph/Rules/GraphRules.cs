using System.Collections.Immutable;
using System.Diagnostics;

namespace Orrery.Graph;

/// <summary>The rules of the graph. Pure: no clock, no disk, no randomness.</summary>
public static class GraphRules
{
    /// <summary>Says what commands would do together: all of them, or none.</summary>
    /// <param name="snapshot">What they are decided against: the newest snapshot of the branch.</param>
    /// <param name="commands">In order; a later one may speak of what an earlier one makes known.</param>
    /// <returns>Events (none where everything is as wished already), or the first fault.</returns>
    /// <remarks>Linear in the commands; an acyclic relation also walks what it could close a loop with.</remarks>
    public static Decision Decide(GraphSnapshot snapshot, IEnumerable<GraphCommand> commands) =>
        Decide(snapshot, commands, Mask.Nothing);

    /// <summary>The same for somebody who may not see everything: what is hidden is as unknown as what never was, and no fault names it.</summary>
    /// <param name="snapshot">What they are decided against: the newest snapshot of the branch.</param>
    /// <param name="commands">In order.</param>
    /// <param name="mask">What the asker may not see.</param>
    public static Decision Decide(GraphSnapshot snapshot, IEnumerable<GraphCommand> commands, Mask mask)
    {
        var draft = new Draft(snapshot, mask);
        return (commands is IReadOnlyList<GraphCommand> many ? DecideMany(draft, many) : DecideEach(draft, commands)) is { } fault
            ? fault
            : new Decision.Accepted(draft.Events());
    }

    private static Fault? DecideMany(Draft draft, IReadOnlyList<GraphCommand> commands)
    {
        for (var i = 0; i < commands.Count; i++)
        {
            if (i % Mentions.AtOnce == 0)
                draft.Memory.LookAhead(commands, i);
            if (Decide(draft, commands[i]) is { } fault)
                return fault;
        }

        return null;
    }

    private static Fault? DecideEach(Draft draft, IEnumerable<GraphCommand> commands)
    {
        foreach (var command in commands)
        {
            if (Decide(draft, command) is { } fault)
                return fault;
        }

        return null;
    }

    internal static Fault? Decide(Draft draft, GraphCommand command) =>
        command switch
        {
            GraphCommand.CreateEntity c => EntityRules.Create(draft, c),
            GraphCommand.SetField c => FieldRules.Set(draft, c),
            GraphCommand.Relate c => RelationRules.Relate(draft, c),
            GraphCommand.SetLabels c => EntityRules.SetLabels(draft, c),
            GraphCommand.GiveRef c => EntityRules.GiveRef(draft, c),
            GraphCommand.Retire c => ExistenceRules.Retire(draft, c),
            GraphCommand.Restore c => ExistenceRules.Restore(draft, c),
            GraphCommand.AppendSeries c => FieldRules.AppendSeries(draft, c),
            GraphCommand.NoteSourceRead c => draft.Add(new GraphEvent.SourceRead(c.Source, c.File, c.From, c.Digest)),
            GraphCommand.NoteErasure c => draft.Knows(c.Subject)
                ? draft.Add(new GraphEvent.SubjectErased(c.Subject))
                : Fault.NotFound(c.Subject.ToString()),
            _ => throw new UnreachableException($"No rule decides {command.GetType().Name}."),
        };

    /// <summary>Adds one recorded change set: <see cref="GraphSnapshot.Apply"/>.</summary>
    public static GraphSnapshot Apply(GraphSnapshot snapshot, ChangeSet change) => snapshot.Apply(change);

    /// <summary>Commands that take a change set back, as a new change; or why it cannot be taken back.</summary>
    /// <param name="snapshot">The newest snapshot.</param>
    /// <param name="change">A change set of its journal.</param>
    public static Decision Undo(GraphSnapshot snapshot, ChangeSet change) => Undo(snapshot, change, Mask.Nothing);

    /// <summary>The same for somebody who may not see everything: what is hidden is not named.</summary>
    public static Decision Undo(GraphSnapshot snapshot, ChangeSet change, Mask mask) => Undoing.Decide(snapshot, change, mask);

    /// <summary>What a statement of a source changes: the difference to what the source claims already. What the model cannot hold is left out.</summary>
    public static Reconciliation Reconcile(GraphSnapshot snapshot, Statement statement) => Reconciling.Run(snapshot, statement);

    /// <summary>What taking over a statement comes to where a part of it may break a rule.</summary>
    public static Takeover TakeOver(GraphSnapshot snapshot, Statement statement, Strictness strictness) =>
        PieceByPiece.Run(snapshot, statement, strictness);

    /// <summary>The relations of a statement with an end that is not there at its date, as the graph is now.</summary>
    public static ImmutableArray<LooseEnd> LooseEnds(GraphSnapshot snapshot, Statement statement) =>
        LooseEnding.Of(snapshot, statement);

    /// <summary>What a command is about; null for the reading of a source.</summary>
    internal static Id? SubjectOf(GraphCommand command) =>
        command switch
        {
            GraphCommand.CreateEntity c => c.Subject,
            GraphCommand.Relate c => c.Subject,
            GraphCommand.SetField c => c.Subject,
            GraphCommand.SetLabels c => c.Subject,
            GraphCommand.GiveRef c => c.Subject,
            GraphCommand.Retire c => c.Subject,
            GraphCommand.Restore c => c.Subject,
            GraphCommand.AppendSeries c => c.Subject,
            GraphCommand.NoteErasure c => c.Subject,
            GraphCommand.NoteSourceRead => null,
            _ => throw new UnreachableException($"{command.GetType().Name} is about nothing known."),
        };

    /// <summary>The field that a fact is about: what one source says of a field that several state is kept under a name of its own.</summary>
    public static string FieldMeant(string field) => Claims.Said(field)?.Field ?? field;

    /// <summary>Whether a value is one that a field can hold in an enforced workspace.</summary>
    public static bool Fits(FieldDefinition field, Value value) => FieldFit.Holds(field, value);

    /// <summary>The model once these events have happened; the snapshot's own where they do not define fields.</summary>
    /// <param name="snapshot">What there is.</param>
    /// <param name="events">A change that was decided and is not recorded yet.</param>
    public static Model ModelAfter(GraphSnapshot snapshot, ImmutableArray<GraphEvent> events) =>
        events.Any(happened =>
            happened is GraphEvent.RelationCreated { Type: "has-field" } or GraphEvent.FieldSet { Field: "personal" }
        )
            ? Graph.ModelAfter.Of(snapshot, events, Mask.Nothing)
            : snapshot.Model;

    /// <summary>The event that seals observations under their subject's key: a fact of a field of ours, whose value is <paramref name="seal"/> of them.</summary>
    public static GraphEvent.FieldSet SealObservations(GraphEvent.SeriesAppended appended, Func<Value, Value.Personal> seal)
    {
        ArgumentNullException.ThrowIfNull(appended);
        ArgumentNullException.ThrowIfNull(seal);
        return new(appended.Subject, Observed.FieldOf(appended.Field), seal(Observed.ToValue(appended.Points)), Validity.Never);
    }

    /// <summary>The event as it is told to people: sealed observations as observations, none of them once their key is gone.</summary>
    public static GraphEvent Told(GraphEvent happened) =>
        happened is GraphEvent.FieldSet { Value: Value.Personal personal } set && Observed.Of(set.Field) is { } field
            ? new GraphEvent.SeriesAppended(set.Subject, field, Observed.ToPoints(personal.Clear))
            : happened;

    /// <summary>The ids that events speak of.</summary>
    public static ImmutableArray<Id> SubjectsOf(GraphEvent happened) =>
        happened switch
        {
            GraphEvent.EntityCreated e => [e.Subject],
            GraphEvent.RelationCreated e => [e.Subject, e.From, e.To],
            GraphEvent.Retired e => [e.Subject],
            GraphEvent.Restored e => [e.Subject],
            GraphEvent.FieldSet e => [e.Subject],
            GraphEvent.LabelsSet e => [e.Subject],
            GraphEvent.RefGiven e => [e.Subject],
            GraphEvent.RefWithdrawn e => [e.Subject],
            GraphEvent.SeriesAppended e => [e.Subject],
            GraphEvent.SeriesWithdrawn e => [e.Subject],
            GraphEvent.SubjectErased e => [e.Subject],
            GraphEvent.SourceRead => [],
            _ => throw new UnreachableException($"{happened.GetType().Name} has unknown subjects."),
        };
}
