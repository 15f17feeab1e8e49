namespace Orrery.Graph;

/// <summary>Retiring and restoring. Nothing is written where everything is as wished already.</summary>
internal static class ExistenceRules
{
    public static Fault? Retire(Draft draft, GraphCommand.Retire c) =>
        Check(draft, c.Subject, c.During)
        ?? (Is(draft, c.Subject, c.During, exists: false) ? null : draft.Add(new GraphEvent.Retired(c.Subject, c.During)));

    public static Fault? Restore(Draft draft, GraphCommand.Restore c) =>
        Check(draft, c.Subject, c.During)
        ?? (Is(draft, c.Subject, c.During, exists: true) ? null : draft.Add(new GraphEvent.Restored(c.Subject, c.During)));

    private static Fault? Check(Draft draft, Id subject, Validity during) =>
        !draft.Knows(subject) ? Fault.NotFound(subject.ToString())
        : during.IsEmpty ? Fault.EmptyValidity()
        : null;

    private static bool Is(Draft draft, Id subject, Validity during, bool exists)
    {
        if (draft.IsTouched(subject) || draft.NodeOf(subject) is not { } node)
            return false;
        var (from, to) = (Ticks.Of(during.From), Ticks.Of(during.To));
        var lives = draft.Memory.Lives(node, draft.Snapshot.Number);
        return exists
            ? lives.Exists(life => life.From <= from && to <= life.To)
            : !lives.Exists(life => life.From < to && from < life.To);
    }
}
