namespace Orrery.Graph;

/// <summary>Retiring and restoring. Nothing is written where everything is as wished already.</summary>
internal static class ExistenceRules
{
    public static Fault? Retire(Draft draft, GraphCommand.Retire c) =>
        Check(draft, c.Subject, c.During)
        ?? (Is(draft, c.Subject, c.During, exists: false) ? null : draft.Add(new GraphEvent.Retired(c.Subject, c.During)));

    public static Fault? Restore(Draft draft, GraphCommand.Restore c)
    {
        if (Check(draft, c.Subject, c.During) is { } fault)
            return fault;
        if (Is(draft, c.Subject, c.During, exists: true))
            return null;
        draft.Add(new GraphEvent.Restored(c.Subject, c.During));
        return draft.IsEnforced && draft.IsRelation(c.Subject) ? RelationRules.CheckShape(draft, c.Subject) : null;
    }

    private static Fault? Check(Draft draft, Id subject, Validity during) =>
        !draft.Knows(subject) ? Fault.NotFound(subject.ToString())
        : during.IsEmpty ? Fault.EmptyValidity()
        : null;

    private static bool Is(Draft draft, Id subject, Validity during, bool exists)
    {
        var (from, to) = (Ticks.Of(during.From), Ticks.Of(during.To));
        var lives = draft.LivesOf(subject);
        return exists
            ? lives.Exists(life => life.From <= from && to <= life.To)
            : !lives.Exists(life => life.From < to && from < life.To);
    }
}
