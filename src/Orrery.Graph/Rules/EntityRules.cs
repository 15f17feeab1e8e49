using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Making entities known, giving them kinds and refs.</summary>
internal static class EntityRules
{
    public static Fault? Create(Draft draft, GraphCommand.CreateEntity c)
    {
        if (draft.IsTaken(c.Subject))
            return Fault.IdTaken(c.Subject);
        if (CheckLabels(ModelFor(draft, c.Labels), c.Labels) is { } fault)
            return fault;
        EntityRef? entityRef = null;
        if (c.Key is { } key)
        {
            if (c.Labels is [] || !EntityRef.TryParse($"{c.Labels[0]}:{key}", out entityRef))
                return Fault.RefMalformed(key);
            if (draft.OwnerOf(entityRef) is not null)
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
        if (CheckLabels(ModelFor(draft, c.Labels), c.Labels) is { } fault)
            return fault;
        ImmutableArray<string> labels = [.. c.Labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return Has(draft, c.Subject, labels, c.During) ? null : draft.Add(new GraphEvent.LabelsSet(c.Subject, labels, c.During));
    }

    public static Fault? GiveRef(Draft draft, GraphCommand.GiveRef c)
    {
        if (!draft.Knows(c.Subject) || draft.IsRelation(c.Subject))
            return Fault.NotFound(c.Subject.ToString());
        var labels = draft.LabelsOf(c.Subject, Ticks.End - 1);
        if (labels is [] || !EntityRef.TryParse($"{labels[0]}:{c.Key}", out var entityRef))
            return Fault.RefMalformed(c.Key);
        if (draft.OwnerOf(entityRef) is { } owner && owner != c.Subject)
            return Fault.RefTaken(entityRef);
        return draft.RefOf(c.Subject) == entityRef ? null : draft.Add(new GraphEvent.RefGiven(c.Subject, entityRef));
    }

    // Throughout the interval, not only where it begins: another kind may be set for later.
    private static bool Has(Draft draft, Id subject, ImmutableArray<string> labels, Validity during)
    {
        if (draft.IsRelabelled(subject))
            return false;
        var (from, to) = (Ticks.Of(during.From), Ticks.Of(during.To));
        var changes = draft.NodeOf(subject) is { } node
            ? draft.Memory.Timeline(node, GraphMemory.LabelsField, draft.Snapshot.Number)
            : [];
        return changes
            .Where(stretch => stretch.From < to && from < stretch.To)
            .SelectMany(stretch => (long[])[stretch.From, stretch.To])
            .Where(at => from < at && at < to)
            .Append(from)
            .All(at => labels.SequenceEqual(draft.LabelsOf(subject, at).Order(StringComparer.Ordinal)));
    }

    // The kinds of the model's own parts are a closed list: nothing that the same change makes of it matters to them.
    private static Model ModelFor(Draft draft, ImmutableArray<string> labels) =>
        labels is [var only] && MetaKinds.Contains(only) ? draft.Before : draft.Shown;

    /// <summary>Whether something may be called so: names, and in an enforced workspace one known kind.</summary>
    public static Fault? CheckLabels(Model model, ImmutableArray<string> labels)
    {
        foreach (var label in labels)
        {
            if (Names.Check(label) is { } malformed)
                return malformed;
        }

        if (!model.Settings.IsEnforced)
            return null;
        if (labels.Length != 1)
            return Fault.OneKind(labels.Length);
        if (MetaKinds.Contains(labels[0]))
            return null;
        return model.FindKind(labels[0]) switch
        {
            null => Fault.UnknownKind(labels[0], model),
            { IsAbstract: true } => Fault.AbstractKind(labels[0]),
            _ => null,
        };
    }
}
