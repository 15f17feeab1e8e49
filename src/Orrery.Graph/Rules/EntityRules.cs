using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Making entities known, giving them kinds and refs.</summary>
internal static class EntityRules
{
    public static Fault? Create(Draft draft, GraphCommand.CreateEntity c)
    {
        if (draft.Knows(c.Subject))
            return Fault.IdTaken(c.Subject);
        if (CheckLabels(draft, c.Labels) is { } fault)
            return fault;
        EntityRef? entityRef = null;
        if (c.Key is { } key)
        {
            if (c.Labels is [] || !EntityRef.TryParse($"{c.Labels[0]}:{key}", out entityRef))
                return Fault.RefMalformed(key);
            if (draft.HasRef(entityRef))
                return Fault.RefTaken(entityRef);
        }

        draft.Add(new GraphEvent.EntityCreated(c.Subject, c.Labels, entityRef, c.Exists));
        return FieldRules.SetFirst(draft, c.Subject, c.Fields, c.Exists);
    }

    public static Fault? SetLabels(Draft draft, GraphCommand.SetLabels c)
    {
        if (!draft.Knows(c.Subject) || draft.IsRelation(c.Subject))
            return Fault.NotFound(c.Subject.ToString());
        if (c.During.IsEmpty)
            return Fault.EmptyValidity();
        if (CheckLabels(draft, c.Labels) is { } fault)
            return fault;
        var labels = c.Labels.Sort(StringComparer.Ordinal);
        var same = labels.AsSpan().SequenceEqual(draft.LabelsOf(c.Subject, Ticks.Of(c.During.From)).AsSpan());
        return same ? null : draft.Add(new GraphEvent.LabelsSet(c.Subject, labels, c.During));
    }

    public static Fault? GiveRef(Draft draft, GraphCommand.GiveRef c)
    {
        if (!draft.Knows(c.Subject) || draft.IsRelation(c.Subject))
            return Fault.NotFound(c.Subject.ToString());
        var labels = draft.LabelsOf(c.Subject, Ticks.End - 1);
        if (labels is [] || !EntityRef.TryParse($"{labels[0]}:{c.Key}", out var entityRef))
            return Fault.RefMalformed(c.Key);
        return draft.HasRef(entityRef) && !draft.RefIsOf(entityRef, c.Subject)
            ? Fault.RefTaken(entityRef)
            : draft.Add(new GraphEvent.RefGiven(c.Subject, entityRef));
    }

    private static Fault? CheckLabels(Draft draft, ImmutableArray<string> labels)
    {
        if (!draft.IsEnforced)
            return null;
        if (labels.Length != 1)
            return Fault.OneKind(labels.Length);
        if (MetaKinds.Contains(labels[0]))
            return null;
        return draft.Model.FindKind(labels[0]) switch
        {
            null => Fault.UnknownKind(labels[0], draft.Model),
            { IsAbstract: true } => Fault.AbstractKind(labels[0]),
            _ => null,
        };
    }
}
