using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Graph;

/// <summary>Takes a change set back by asserting again what held before it. Refused where a later change built on it.</summary>
internal sealed class Undoing
{
    private readonly GraphSnapshot _snapshot;
    private readonly GraphMemory _memory;
    private readonly int _revision;
    private readonly Draft _seen;
    private readonly HashSet<Id> _created;
    private readonly ImmutableArray<GraphEvent>.Builder _events = ImmutableArray.CreateBuilder<GraphEvent>();

    private Undoing(GraphSnapshot snapshot, ChangeSet change, Mask mask)
    {
        (_snapshot, _memory, _revision) = (snapshot, snapshot.Memory, (int)change.Revision.Value);
        _seen = new(snapshot, mask);
        _created =
        [
            .. change.Events.OfType<GraphEvent.EntityCreated>().Select(e => e.Subject),
            .. change.Events.OfType<GraphEvent.RelationCreated>().Select(e => e.Subject),
        ];
    }

    public static Decision Decide(GraphSnapshot snapshot, ChangeSet change, Mask mask)
    {
        if (change.Revision > snapshot.At || change.Revision <= Revision.Start)
            return Fault.UnknownRevision(change.Revision.Value, snapshot.At);
        var undoing = new Undoing(snapshot, change, mask);
        foreach (var happened in change.Events.Reverse())
        {
            if (Never(happened) is { } forGood)
                return Fault.UndoImpossible(change.Revision, forGood);
            if (undoing.Reverse(happened) is { } reason)
                return Fault.UndoBlocked(
                    change.Revision,
                    undoing.Hides(happened) ? "something you may not see came later." : reason
                );
        }

        return undoing.CheckShapes(mask) is { } fault ? fault : new Decision.Accepted(undoing._events.DrainToImmutable());
    }

    private bool Hides(GraphEvent happened) => !GraphRules.SubjectsOf(happened).All(_seen.Knows);

    // Restoring a relation may break what its type allows by now.
    private Fault? CheckShapes(Mask mask)
    {
        var draft = new Draft(_snapshot, mask);
        if (!draft.IsEnforced)
            return null;
        foreach (var happened in _events)
            draft.Add(happened);
        return _events
            .OfType<GraphEvent.Restored>()
            .Where(e => draft.IsRelation(e.Subject))
            .Select(e => RelationRules.CheckShape(draft, e.Subject))
            .FirstOrDefault(fault => fault is not null);
    }

    private static string? Never(GraphEvent happened) =>
        happened switch
        {
            GraphEvent.SubjectErased => "an erasure is for good.",
            _ => null,
        };

    private string? Reverse(GraphEvent happened) =>
        happened switch
        {
            GraphEvent.EntityCreated e => ReverseCreation(e.Subject),
            GraphEvent.RelationCreated e => ReverseCreation(e.Subject),
            GraphEvent.SourceRead => null,
            // What this change made known is retired as a whole; its first values need no undoing.
            _ when GraphRules.SubjectsOf(happened) is [var subject, ..] && _created.Contains(subject) => null,
            GraphEvent.SeriesAppended e => ReverseObservations(e.Subject, e.Field),
            GraphEvent.FieldSet e when Observed.Of(e.Field) is { } series => ReverseObservations(e.Subject, series),
            GraphEvent.SeriesWithdrawn e => ReverseWithdrawal(e),
            GraphEvent.FieldSet e => ReverseField(e),
            GraphEvent.Retired e => ReverseExistence(e.Subject, e.During),
            GraphEvent.Restored e => ReverseExistence(e.Subject, e.During),
            GraphEvent.LabelsSet e => ReverseLabels(e),
            GraphEvent.RefGiven e => ReverseRef(e.Subject),
            GraphEvent.RefWithdrawn e => ReverseRef(e.Subject),
            _ => throw new System.Diagnostics.UnreachableException($"{happened.GetType().Name} cannot be reversed."),
        };

    private string? ReverseCreation(Id subject)
    {
        var node = NodeOf(subject);
        if (
            _memory
                .Epoch.Facts.Of(node)
                .Exists(fact =>
                    IsLater(fact.Revision) && (IsObservedNow(node, fact) || IsOtherNow(node, fact.Field, Validity.Always))
                )
        )
            return $"{Name(subject)}, which it made known, was changed later.";
        if (Touching(node).Any(relation => IsLater(_memory.Relations[relation].Revision) && StillHolds(relation)))
            return $"{Name(subject)}, which it made known, was related later.";
        _events.Add(new GraphEvent.Retired(subject, Validity.Always));
        return null;
    }

    private bool StillHolds(int relation) => _memory.Lives(~relation, _snapshot.Number) is not [];

    private string? ReverseField(GraphEvent.FieldSet e)
    {
        var (node, field) = (NodeOf(e.Subject), _memory.Fields.Find(e.Field));
        if (IsOtherNow(node, field, e.During))
            return $"'{e.Field}' of {Name(e.Subject)} was set later.";
        var (from, to) = (Ticks.Of(e.During.From), Ticks.Of(e.During.To));
        Pieces(
            _memory.Timeline(node, field, _revision - 1).Where(s => s.Fact.Tag != FactTags.Nothing),
            from,
            to,
            (during, fact) =>
                _events.Add(
                    new GraphEvent.FieldSet(
                        e.Subject,
                        e.Field,
                        fact is { } f ? FactTags.Unpack(f, _memory.Heap) : Value.Nothing,
                        during
                    )
                )
        );
        return null;
    }

    private string? ReverseLabels(GraphEvent.LabelsSet e)
    {
        var node = NodeOf(e.Subject);
        if (IsOtherNow(node, GraphMemory.LabelsField, e.During))
            return $"the kind of {Name(e.Subject)} was set later.";
        var first = _memory.EntityLabels[node];
        Pieces(
            _memory.Timeline(node, GraphMemory.LabelsField, _revision - 1),
            Ticks.Of(e.During.From),
            Ticks.Of(e.During.To),
            (during, fact) =>
                _events.Add(
                    new GraphEvent.LabelsSet(e.Subject, _memory.LabelSets.NamesOf(fact is { } f ? (int)f.Payload : first), during)
                )
        );
        return null;
    }

    private string? ReverseExistence(Id subject, Validity during)
    {
        var node = NodeOf(subject);
        if (IsOtherNow(node, GraphMemory.ExistsField, during))
            return $"{Name(subject)} was retired or restored later.";
        var (from, to) = (Ticks.Of(during.From), Ticks.Of(during.To));
        var before = Stretches.Intersect(_memory.Lives(node, _revision - 1), [(from, to)]);
        List<(long From, long To)> gaps = [(from, to)];
        before.ForEach(life => Stretches.Remove(gaps, life.From, life.To));
        before.ForEach(life => _events.Add(new GraphEvent.Restored(subject, Ticks.ToValidity(life.From, life.To))));
        gaps.ForEach(gap => _events.Add(new GraphEvent.Retired(subject, Ticks.ToValidity(gap.From, gap.To))));
        return null;
    }

    // Whatever it was addressed by keeps leading to it.
    private string? ReverseRef(Id subject)
    {
        var node = NodeOf(subject);
        var (before, after) = (RefAt(node, _revision - 1), RefAt(node, _revision));
        if (RefAt(node, _snapshot.Number) != after)
            return $"{Name(subject)} was given another ref later.";
        if (before != after)
            _events.Add(
                EntityRef.TryParse(before, out var entityRef)
                    ? new GraphEvent.RefGiven(subject, entityRef)
                    : new GraphEvent.RefWithdrawn(subject)
            );
        return null;
    }

    private string? ReverseObservations(Id subject, string series)
    {
        var withdrawn = new GraphEvent.SeriesWithdrawn(subject, series, new(_revision));
        if (
            BatchesAt(NodeOf(subject), series, _snapshot.Number).Exists(batch => batch.Revision == _revision)
            && !_events.Contains(withdrawn)
        )
            _events.Add(withdrawn);
        return null;
    }

    // They are added again, by this change: whoever withdraws it withdraws them.
    private string? ReverseWithdrawal(GraphEvent.SeriesWithdrawn e)
    {
        var node = NodeOf(e.Subject);
        foreach (var batch in BatchesAt(node, e.Field, _revision - 1).Where(batch => batch.Revision == e.Added.Value))
            _events.Add(_memory.EventOf(node, batch));
        return null;
    }

    private List<Fact> BatchesAt(int node, string series, int revision) => Observed.Batches(_memory, node, series, revision);

    private bool IsObservedNow(int node, Fact fact)
    {
        var field = _memory.Fields[fact.Field];
        var series = Observed.Of(field) ?? (fact.Tag == FactTags.Series ? field : null);
        return series is not null && BatchesAt(node, series, _snapshot.Number).Exists(batch => batch.Revision == fact.Revision);
    }

    private string? RefAt(int node, int revision)
    {
        var row = _memory.Entities[node].Ref;
        while (row >= 0 && _memory.Refs[row].Revision > revision)
            row = _memory.Refs[row].Earlier;
        return row >= 0 && _memory.Refs[row].Text >= 0 ? _memory.Heap.GetText(_memory.Refs[row].Text) : null;
    }

    // Later changes that were themselves undone leave things as this one did, and are no obstacle.
    private bool IsOtherNow(int node, int field, Validity during)
    {
        var (from, to) = (Ticks.Of(during.From), Ticks.Of(during.To));
        return field == GraphMemory.ExistsField
            ? !LivesAt(node, _revision, from, to).SequenceEqual(LivesAt(node, _snapshot.Number, from, to))
            : !ValuesAt(node, field, _revision, from, to).SequenceEqual(ValuesAt(node, field, _snapshot.Number, from, to));
    }

    private List<(long From, long To)> LivesAt(int node, int revision, long from, long to) =>
        Stretches.Intersect(_memory.Lives(node, revision), [(from, to)]);

    // Neighbouring pieces with one value are one piece: how it was asserted does not matter.
    private List<(long From, long To, Value Value)> ValuesAt(int node, int field, int revision, long from, long to)
    {
        List<(long From, long To, Value Value)> pieces = [];
        foreach (var stretch in _memory.Timeline(node, field, revision).Where(s => s.From < to && from < s.To))
        {
            var value = ValueOf(node, stretch.Fact);
            var piece = (From: Math.Max(from, stretch.From), To: Math.Min(to, stretch.To), Value: value);
            if (value.IsNothing)
                continue;
            if (pieces is [.., var last] && last.To == piece.From && last.Value.Equals(value))
                pieces[^1] = last with { To = piece.To };
            else
                pieces.Add(piece);
        }

        return pieces;
    }

    // Labels as the number of their set, and nothing where they are those it was made known with.
    private Value ValueOf(int node, Fact fact) =>
        fact.Tag != FactTags.Labels ? FactTags.Unpack(fact, _memory.Heap)
        : fact.Payload == _memory.EntityLabels[node] ? Value.Nothing
        : Value.Of(fact.Payload);

    private bool IsLater(int revision) => revision > _revision && revision <= _snapshot.Number;

    private IEnumerable<int> Touching(int node)
    {
        var reading = new Reading(_snapshot, Instant.MinValue, Instant.MinValue, Mask.Nothing);
        return node < 0
            ? _memory
                .StartingAtRelation.GetValueOrDefault(~node, [])
                .Concat(_memory.EndingAtRelation.GetValueOrDefault(~node, []))
            : AllRelations.Of(reading, node, Direction.Out).Concat(AllRelations.Of(reading, node, Direction.In));
    }

    // What held over the interval piece by piece, the gaps too.
    private static void Pieces(IEnumerable<FieldStretch> before, long from, long to, Action<Validity, Fact?> write)
    {
        var reached = from;
        foreach (var stretch in before.Where(s => s.From < to && from < s.To).OrderBy(s => s.From))
        {
            if (stretch.From > reached)
                write(Ticks.ToValidity(reached, stretch.From), null);
            write(Ticks.ToValidity(Math.Max(from, stretch.From), Math.Min(to, stretch.To)), stretch.Fact);
            reached = Math.Max(reached, stretch.To);
        }

        if (reached < to)
            write(Ticks.ToValidity(reached, to), null);
    }

    private int NodeOf(Id subject) =>
        _memory.Ids.Find(subject.Value) ?? throw new FaultException(Fault.NotFound(subject.ToString()));

    private string Name(Id subject) => _seen.NameOf(subject);
}
