using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Graph;

/// <summary>Takes a change set back by asserting again what held before it. Refused where a later change built on it.</summary>
internal sealed class Undoing
{
    private readonly GraphSnapshot _snapshot;
    private readonly GraphMemory _memory;
    private readonly int _revision;
    private readonly HashSet<Id> _created;
    private readonly ImmutableArray<GraphEvent>.Builder _events = ImmutableArray.CreateBuilder<GraphEvent>();

    private Undoing(GraphSnapshot snapshot, ChangeSet change)
    {
        (_snapshot, _memory, _revision) = (snapshot, snapshot.Memory, (int)change.Revision.Value);
        _created =
        [
            .. change.Events.OfType<GraphEvent.EntityCreated>().Select(e => e.Subject),
            .. change.Events.OfType<GraphEvent.RelationCreated>().Select(e => e.Subject),
        ];
    }

    public static Decision Decide(GraphSnapshot snapshot, ChangeSet change)
    {
        if (change.Revision > snapshot.At || change.Revision <= Revision.Start)
            return Fault.UnknownRevision(change.Revision.Value, snapshot.At);
        var undoing = new Undoing(snapshot, change);
        foreach (var happened in change.Events.Reverse())
        {
            if (undoing.Reverse(happened) is { } reason)
                return Fault.UndoBlocked(change.Revision, reason);
        }

        return new Decision.Accepted(undoing._events.DrainToImmutable());
    }

    private string? Reverse(GraphEvent happened) =>
        happened switch
        {
            GraphEvent.EntityCreated e => ReverseCreation(e.Subject),
            GraphEvent.RelationCreated e => ReverseCreation(e.Subject),
            GraphEvent.SubjectErased => "an erasure is for good.",
            GraphEvent.SeriesAppended e => $"observations of '{e.Field}' were appended; append better ones instead.",
            GraphEvent.SourceRead => null,
            // What this change made known is retired as a whole; its first values need no undoing.
            _ when GraphRules.SubjectsOf(happened) is [var subject, ..] && _created.Contains(subject) => null,
            GraphEvent.FieldSet e => ReverseField(e),
            GraphEvent.Retired e => ReverseExistence(e.Subject, e.During),
            GraphEvent.Restored e => ReverseExistence(e.Subject, e.During),
            GraphEvent.LabelsSet e => ReverseLabels(e),
            GraphEvent.RefGiven e => ReverseRef(e),
            _ => throw new System.Diagnostics.UnreachableException($"{happened.GetType().Name} cannot be reversed."),
        };

    private string? ReverseCreation(Id subject)
    {
        var node = NodeOf(subject);
        if (_memory.Epoch.Facts.Of(node).Exists(fact => fact.Revision > _revision && fact.Revision <= _snapshot.Number))
            return $"{Name(subject)}, which it made known, was changed later.";
        if (Touching(node).Any(relation => IsLater(_memory.Relations[relation].Revision)))
            return $"{Name(subject)}, which it made known, was related later.";
        _events.Add(new GraphEvent.Retired(subject, Validity.Always));
        return null;
    }

    private string? ReverseField(GraphEvent.FieldSet e)
    {
        var (node, field) = (NodeOf(e.Subject), _memory.Fields.Find(e.Field));
        if (WasWrittenLater(node, field, e.During))
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
        if (WasWrittenLater(node, GraphMemory.LabelsField, e.During))
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
        if (WasWrittenLater(node, GraphMemory.ExistsField, during))
            return $"{Name(subject)} was retired or restored later.";
        var (from, to) = (Ticks.Of(during.From), Ticks.Of(during.To));
        var before = Stretches.Intersect(_memory.Lives(node, _revision - 1), [(from, to)]);
        List<(long From, long To)> gaps = [(from, to)];
        before.ForEach(life => Stretches.Remove(gaps, life.From, life.To));
        before.ForEach(life => _events.Add(new GraphEvent.Restored(subject, Ticks.ToValidity(life.From, life.To))));
        gaps.ForEach(gap => _events.Add(new GraphEvent.Retired(subject, Ticks.ToValidity(gap.From, gap.To))));
        return null;
    }

    private string? ReverseRef(GraphEvent.RefGiven e)
    {
        var row = _memory.Entities[NodeOf(e.Subject)].Ref;
        while (row >= 0 && _memory.Refs[row].Revision > _snapshot.Number)
            row = _memory.Refs[row].Earlier;
        if (row >= 0 && _memory.Refs[row].Revision > _revision)
            return $"{Name(e.Subject)} was given another ref later.";
        while (row >= 0 && _memory.Refs[row].Revision >= _revision)
            row = _memory.Refs[row].Earlier;
        if (row >= 0 && EntityRef.TryParse(_memory.Heap.GetText(_memory.Refs[row].Text), out var earlier))
            _events.Add(new GraphEvent.RefGiven(e.Subject, earlier));
        return null;
    }

    private bool WasWrittenLater(int node, int field, Validity during) =>
        _memory
            .Epoch.Facts.Of(node, field)
            .Exists(fact => IsLater(fact.Revision) && Ticks.ToValidity(fact.From, fact.To).Overlaps(during));

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

    private string Name(Id subject) => new Draft(_snapshot).NameOf(subject);
}
