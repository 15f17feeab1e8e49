using NodaTime;

namespace Orrery.Graph;

/// <summary>Making relations known, and what their types allow.</summary>
internal static class RelationRules
{
    /// <summary>What a relation type calls a relation among the kinds it may start or end at (docs/packs.md).</summary>
    private const string RelationAsEnd = "relation";

    public static Fault? Relate(Draft draft, GraphCommand.Relate c)
    {
        if (draft.IsTaken(c.Subject))
            return Fault.IdTaken(c.Subject);
        if (Names.Check(c.Type) is { } malformed)
            return malformed;
        foreach (var end in (ReadOnlySpan<Id>)[c.From, c.To])
        {
            var presence = draft.PresenceOf(end, c.Exists);
            if (presence == Presence.Unknown)
                return Fault.NotFound(end.ToString());
            if (presence == Presence.Absent && c.Ends == EndsOf.ThatTime)
                return Fault.EndAbsent(draft.NameOf(end), c.Exists);
        }

        if (draft.IsEnforced && CheckType(draft, c) is { } fault)
            return fault;
        draft.Add(new GraphEvent.RelationCreated(c.Subject, c.Type, c.From, c.To, c.Exists));
        return FieldRules.SetFirst(draft, c.Subject, c.Fields, c.Exists);
    }

    /// <summary>Whether a relation, there already or again, breaks what its type allows while it can be seen.</summary>
    public static Fault? CheckShape(Draft draft, Id relation)
    {
        var (from, to) = draft.EndsOf(relation);
        return draft.Model.FindRelationType(draft.TypeOf(relation)) is { } type
            ? CheckShape(draft, type, relation, from, to, draft.VisibleOf(relation))
            : null;
    }

    private static Fault? CheckType(Draft draft, GraphCommand.Relate c)
    {
        // Relations between model entities are of a closed list that no relation type defines.
        if (IsModel(draft, c.From, c.Exists) && IsModel(draft, c.To, c.Exists))
            return null;
        if (draft.Shown.FindRelationType(c.Type) is null || draft.Model.FindRelationType(c.Type) is not { } type)
            return Fault.UnknownRelationType(c.Type, draft.Shown);
        return CheckEnd(draft, c, c.From, "start", [.. type.FromKinds])
            ?? CheckEnd(draft, c, c.To, "end", [.. type.ToKinds])
            ?? CheckShape(draft, type, c.Subject, c.From, c.To, Stretches.Of(c.Exists));
    }

    private static Fault? CheckEnd(Draft draft, GraphCommand.Relate c, Id end, string side, string[] kinds)
    {
        if (kinds is [])
            return null;
        var shown = kinds.Where(kind => kind == RelationAsEnd || draft.Shown.FindKind(kind) is not null);
        if (draft.IsRelation(end))
            return kinds.Contains(RelationAsEnd) ? null : Fault.RelationEnds(c.Type, side, RelationAsEnd, shown);
        var kind = draft.LabelsOf(end, Ticks.Of(c.Exists.From)) is [var first, ..] ? first : "";
        return draft.Model.FindKind(kind) is { } known && kinds.Any(known.IsA)
            ? null
            : Fault.RelationEnds(c.Type, side, draft.NameOfKind(kind), shown);
    }

    private static Fault? CheckShape(
        Draft draft,
        RelationType type,
        Id relation,
        Id from,
        Id to,
        List<(long From, long To)> during
    )
    {
        if (during is [])
            return null;
        if (type.ToMax is { } most && MostTogether(draft, type, relation, from, Direction.Out, during) >= most)
            return Fault.RelationCardinality(draft.NameOfType(type.Symbol), draft.NameOf(from), most);
        if (type.FromMax is { } mostIn && MostTogether(draft, type, relation, to, Direction.In, during) >= mostIn)
            return Fault.RelationCardinality(draft.NameOfType(type.Symbol), draft.NameOf(to), mostIn);
        if (!type.IsAcyclic)
            return null;
        if (from == to)
            return Fault.RelationToItself(draft.NameOfType(type.Symbol));
        return Reaches(draft, type, from, to, during)
            ? Fault.RelationCycle(draft.NameOfType(type.Symbol), draft.NameOf(from), draft.NameOf(to))
            : null;
    }

    // The most others of the type that hold at one and the same instant together with this one.
    private static int MostTogether(
        Draft draft,
        RelationType type,
        Id relation,
        Id end,
        Direction direction,
        List<(long From, long To)> during
    )
    {
        List<(long At, int Step)> steps = [];
        foreach (var other in draft.RelationsOf(end, direction, type.Symbol))
        {
            if (other == relation)
                continue;
            foreach (var (from, to) in Stretches.Intersect(draft.VisibleOf(other), during))
                steps.AddRange([(from, 1), (to, -1)]);
        }

        steps.Sort();
        var (many, most) = (0, 0);
        foreach (var (_, step) in steps)
            most = Math.Max(most, many += step);
        return most;
    }

    // Walks the type from the relation's end, keeping for each thing when it is reached: a loop must close at one instant.
    private static bool Reaches(Draft draft, RelationType type, Id goal, Id start, List<(long From, long To)> during)
    {
        Dictionary<Id, List<(long From, long To)>> reached = new() { [start] = during };
        Queue<Id> next = new([start]);
        while (next.TryDequeue(out var at))
        {
            if (at == goal)
                return true;
            foreach (var relation in draft.RelationsOf(at, Direction.Out, type.Symbol))
            {
                var end = draft.EndsOf(relation).To;
                if (Widen(reached, end, Stretches.Intersect(draft.VisibleOf(relation), reached[at])))
                    next.Enqueue(end);
            }
        }

        return false;
    }

    private static bool Widen(Dictionary<Id, List<(long From, long To)>> reached, Id end, List<(long From, long To)> more)
    {
        if (more is [])
            return false;
        var before = reached.GetValueOrDefault(end, []);
        List<(long From, long To)> after = [.. before];
        more.ForEach(stretch => Stretches.Add(after, stretch.From, stretch.To));
        reached[end] = after;
        return !after.SequenceEqual(before);
    }

    private static bool IsModel(Draft draft, Id id, Validity exists) =>
        draft.LabelsOf(id, Ticks.Of(exists.From == Instant.MaxValue ? Instant.MinValue : exists.From)).Any(MetaKinds.Describes);
}
