using NodaTime;

namespace Orrery.Graph;

/// <summary>Making relations known.</summary>
internal static class RelationRules
{
    public static Fault? Relate(Draft draft, GraphCommand.Relate c)
    {
        if (draft.Knows(c.Subject))
            return Fault.IdTaken(c.Subject);
        foreach (var end in (ReadOnlySpan<Id>)[c.From, c.To])
        {
            if (!draft.Knows(end))
                return Fault.NotFound(end.ToString());
        }

        if (draft.IsEnforced && CheckType(draft, c) is { } fault)
            return fault;
        draft.Add(new GraphEvent.RelationCreated(c.Subject, c.Type, c.From, c.To, c.Exists));
        return FieldRules.SetFirst(draft, c.Subject, c.Fields, c.Exists);
    }

    private static Fault? CheckType(Draft draft, GraphCommand.Relate c)
    {
        // Relations between model entities are of a closed list that no relation type defines.
        if (IsModel(draft, c.From, c.Exists) && IsModel(draft, c.To, c.Exists))
            return null;
        if (draft.Model.FindRelationType(c.Type) is not { } type)
            return Fault.UnknownRelationType(c.Type, draft.Model);
        return CheckEnd(draft, c, c.From, "start", [.. type.FromKinds])
            ?? CheckEnd(draft, c, c.To, "end", [.. type.ToKinds])
            ?? (c.Exists.IsEmpty ? null : CheckShape(draft, c, type));
    }

    private static Fault? CheckEnd(Draft draft, GraphCommand.Relate c, Id end, string side, string[] kinds)
    {
        if (kinds is [] || draft.IsRelation(end))
            return null;
        var kind = draft.LabelsOf(end, Ticks.Of(c.Exists.From)) is [var first, ..] ? first : "";
        return draft.Model.FindKind(kind) is { } known && kinds.Any(known.IsA)
            ? null
            : Fault.RelationEnds(c.Type, side, kind, kinds);
    }

    private static Fault? CheckShape(Draft draft, GraphCommand.Relate c, RelationType type)
    {
        if (type.ToMax is { } most && Count(draft, c, c.From, Direction.Out) >= most)
            return Fault.RelationCardinality(c.Type, draft.NameOf(c.From), most);
        if (type.FromMax is { } mostIn && Count(draft, c, c.To, Direction.In) >= mostIn)
            return Fault.RelationCardinality(c.Type, draft.NameOf(c.To), mostIn);
        if (!type.IsAcyclic)
            return null;
        if (c.From == c.To)
            return Fault.RelationToItself(c.Type);
        return Reaches(draft, c) ? Fault.RelationCycle(c.Type, draft.NameOf(c.From), draft.NameOf(c.To)) : null;
    }

    // How many of the type hold at some time together with the new one.
    private static int Count(Draft draft, GraphCommand.Relate c, Id end, Direction direction)
    {
        var many = draft.NewRelations.Count(r =>
            r.Type == c.Type && (direction == Direction.Out ? r.From : r.To) == end && r.Exists.Overlaps(c.Exists)
        );
        return many + Known(draft, end, direction, c.Type).Count(relation => Overlaps(draft, relation, c.Exists));
    }

    // Walks the type from the new relation's end over everything that holds at some time together with it.
    private static bool Reaches(Draft draft, GraphCommand.Relate c)
    {
        HashSet<Id> seen = [c.To];
        Queue<Id> next = new(seen);
        while (next.TryDequeue(out var at))
        {
            if (at == c.From)
                return true;
            var ends = Known(draft, at, Direction.Out, c.Type)
                .Where(relation => Overlaps(draft, relation, c.Exists))
                .Select(relation => IdOf(draft, draft.Memory.Relations[relation].End))
                .Concat(
                    draft
                        .NewRelations.Where(r => r.Type == c.Type && r.From == at && r.Exists.Overlaps(c.Exists))
                        .Select(r => r.To)
                );
            foreach (var end in ends)
            {
                if (seen.Add(end))
                    next.Enqueue(end);
            }
        }

        return false;
    }

    private static bool Overlaps(Draft draft, int relation, Validity during) =>
        draft
            .Memory.Visible(~relation, draft.Snapshot.Number)
            .Exists(s => s.From < Ticks.Of(during.To) && Ticks.Of(during.From) < s.To);

    private static IEnumerable<int> Known(Draft draft, Id end, Direction direction, string type)
    {
        var number = draft.Memory.Types.Find(type);
        if (number < 0 || draft.NodeOf(end) is not (>= 0 and var node))
            yield break;
        var adjacency = draft.Memory.Epoch.Frozen(direction);
        var range = adjacency.RangeOf(node, number).GetOffsetAndLength(adjacency.Of(node).Length);
        for (var i = 0; i < range.Length; i++)
            yield return adjacency.Of(node)[range.Offset + i].Number;
        var tail = draft.Memory.Epoch.Tail;
        for (var relation = tail.Newest(node, direction); relation >= 0; relation = tail.Earlier(relation, direction))
        {
            if (
                draft.Memory.Relations[relation].Type == number
                && draft.Memory.Relations[relation].Revision <= draft.Snapshot.Number
            )
                yield return relation;
        }
    }

    private static Id IdOf(Draft draft, int node) =>
        new(node >= 0 ? draft.Memory.Entities[node].Id : draft.Memory.Relations[~node].Id);

    private static bool IsModel(Draft draft, Id id, Validity exists) =>
        draft.LabelsOf(id, Ticks.Of(exists.From == Instant.MaxValue ? Instant.MinValue : exists.From)).Any(MetaKinds.Contains);
}
