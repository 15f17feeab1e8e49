using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>
/// Works out what a dated statement of a source changes. What it says holds from its date until the next reading of the same source,
/// so the order in which readings come does not matter. A thing exists while some source states it or people made it; what people set stays.
/// </summary>
internal sealed class Reconciling
{
    private readonly GraphSnapshot _snapshot;
    private readonly GraphMemory _memory;
    private readonly Statement _statement;
    private readonly Validity _during;
    private readonly long _from;
    private readonly long _to;
    private readonly string _claim;
    private readonly int _claimField;
    private readonly SharedClaims _shared;
    private readonly HashSet<Id> _stated = [];
    private readonly HashSet<Id> _stubs = [];
    private readonly ImmutableArray<GraphCommand>.Builder _commands = ImmutableArray.CreateBuilder<GraphCommand>();
    private readonly ImmutableArray<string>.Builder _kept = ImmutableArray.CreateBuilder<string>();
    private int _retired;

    private Reconciling(GraphSnapshot snapshot, Statement statement)
    {
        (_snapshot, _memory, _statement) = (snapshot, snapshot.Memory, statement);
        var from = Ticks.Of(statement.From);
        var next = ReadingDates.Of(snapshot, statement.Source).Where(date => date > from).DefaultIfEmpty(Ticks.End).Min();
        _during = Ticks.ToValidity(from, next);
        (_from, _to) = (Ticks.Of(_during.From), Ticks.Of(_during.To));
        _claim = Claims.FieldOf(statement.Source);
        _claimField = _memory.Fields.Find(_claim);
        _shared = new(snapshot, statement, _from, _to);
    }

    public static Reconciliation Run(GraphSnapshot snapshot, Statement statement)
    {
        var before = snapshot.SourceReadings.LastOrDefault(reading =>
            reading.Source == statement.Source && reading.From == statement.From
        );
        if (before is not null && before.Digest != statement.Digest)
            return new(Fault.SourceChanged(statement.Source, statement.File), [], [], [], 0);
        var (fit, rejected) = Vetting.Of(statement, snapshot.Model);
        var reconciling = new Reconciling(snapshot, fit);
        foreach (var entity in fit.Entities)
            reconciling.State(entity);
        foreach (var relation in fit.Relations)
            reconciling.State(relation);
        var stating = reconciling._commands.DrainToImmutable();
        // What is no longer stated goes first: a successor may need its place (one manager a person).
        reconciling.RetireTheRest();
        reconciling._commands.AddRange(stating);
        reconciling._commands.Add(
            new GraphCommand.NoteSourceRead(statement.Source, statement.File, statement.From, statement.Digest)
        );
        return new(
            null,
            reconciling._commands.DrainToImmutable(),
            rejected,
            reconciling._kept.DrainToImmutable(),
            reconciling._retired
        );
    }

    private void State(StatedEntity stated)
    {
        var id = Id.Named(_statement.System, stated.ForeignId);
        if (!_stated.Add(id))
            return;
        if (NodeOf(id) is not { } node)
        {
            _commands.Add(new GraphCommand.CreateEntity(id, [stated.Kind], stated.Key, stated.Fields, _during));
            _commands.Add(new GraphCommand.SetField(id, _claim, Value.Of(true), _during));
            return;
        }

        Exist(id, node);
        foreach (var (from, to) in NotByPeople(node, GraphMemory.LabelsField, KindIsOther(node, stated.Kind) ? "kind" : null))
            _commands.Add(new GraphCommand.SetLabels(id, [stated.Kind], Ticks.ToValidity(from, to)));
        SetFields(id, node, stated.Fields);
    }

    private void State(StatedRelation stated)
    {
        var (from, to) = (Id.Named(_statement.System, stated.From), Id.Named(_statement.System, stated.To));
        var id = Id.Named(_statement.System, stated.Type, stated.From, stated.To, stated.Qualifier);
        if (!_stated.Add(id))
            return;
        if (!KnowAs(to, stated.ToStub) || !KnowAs(from, stated.FromStub))
            return;
        if (NodeOf(id) is not { } node)
        {
            _commands.Add(new GraphCommand.Relate(id, stated.Type, from, to, stated.Fields, _during) { Ends = EndsOf.Whenever });
            _commands.Add(new GraphCommand.SetField(id, _claim, Value.Of(true), _during));
            return;
        }

        Exist(id, node);
        SetFields(id, node, stated.Fields);
    }

    private bool KindIsOther(int node, string kind) =>
        _memory.LabelSets.NamesOf(_memory.LabelsOf(node, _snapshot.Number, _from)) is not [var now] || now != kind;

    // Whether an end is known by now, if only as somebody spoken of.
    private bool KnowAs(Id id, Stub? stub)
    {
        if (Known(id))
            return true;
        if (stub is null)
            return false;
        _stubs.Add(id);
        _commands.Add(new GraphCommand.CreateEntity(id, [stub.Kind], stub.Key, Properties.None, Validity.Never));
        return true;
    }

    // The claim and the existence, wherever people did not decide otherwise.
    private void Exist(Id id, int node)
    {
        _commands.Add(new GraphCommand.SetField(id, _claim, Value.Of(true), _during));
        foreach (var (from, to) in NotByPeople(node, GraphMemory.ExistsField, what: null))
            _commands.Add(new GraphCommand.Restore(id, Ticks.ToValidity(from, to)));
    }

    private void SetFields(Id id, int node, ImmutableSortedDictionary<string, Value> fields)
    {
        var shared = _shared.Of(node, fields);
        foreach (var field in shared)
            Share(id, node, field, fields.GetValueOrDefault(field, Value.Nothing));
        foreach (var (field, value) in fields.Where(stated => !shared.Contains(stated.Key)))
        {
            if (_memory.Fields.Find(field) is not (>= 0 and var number))
            {
                _commands.Add(new GraphCommand.SetField(id, field, value, _during));
                continue;
            }

            foreach (var (from, to) in NotByPeople(node, number, field))
                _commands.Add(new GraphCommand.SetField(id, field, value, Ticks.ToValidity(from, to)));
        }

        ClearFields(id, node, fields, shared);
    }

    // What it says of a field that others state too is kept beside what they say; what is seen follows from all of it.
    private void Share(Id id, int node, string field, Value value)
    {
        var (kept, seen) = _shared.State(id, node, field, value);
        _commands.AddRange(kept);
        if (_memory.Fields.Find(field) is not (>= 0 and var number))
            return;
        var free = NotByPeople(node, number, value.IsNothing ? null : field);
        foreach (var piece in seen)
        {
            foreach (var (from, to) in Stretches.Intersect(free, [(piece.From, piece.To)]))
                _commands.Add(new GraphCommand.SetField(id, field, piece.Value, Ticks.ToValidity(from, to)));
        }
    }

    // Fields that this source set and no longer states.
    private void ClearFields(Id id, int node, ImmutableSortedDictionary<string, Value> stated, HashSet<string> shared)
    {
        var source = _memory.Names.Find(_statement.Source);
        var fields = _memory
            .Epoch.Facts.Of(node)
            .Where(fact =>
                fact.Field > GraphMemory.LabelsField
                && fact.Field != _claimField
                && fact.Tag != FactTags.Nothing
                && !FactTags.IsSeries(fact.Tag)
            )
            .Where(fact =>
                fact.From < _to && _from < fact.To && source >= 0 && _memory.Revisions[fact.Revision - 1].Source == source
            )
            .Select(fact => fact.Field)
            .Distinct();
        foreach (
            var field in fields
                .Where(field => !stated.ContainsKey(_memory.Fields[field]) && !FieldReading.IsOurs(_memory.Fields[field]))
                .Where(field => !shared.Contains(_memory.Fields[field]))
                .ToArray()
        )
        {
            foreach (var stretch in _memory.Timeline(node, field, _snapshot.Number))
            {
                var (from, to) = (Math.Max(stretch.From, _from), Math.Min(stretch.To, _to));
                if (
                    from < to
                    && stretch.Fact.Tag != FactTags.Nothing
                    && _memory.Revisions[stretch.Fact.Revision - 1].Source == source
                )
                    _commands.Add(
                        new GraphCommand.SetField(id, _memory.Fields[field], Value.Nothing, Ticks.ToValidity(from, to))
                    );
            }
        }
    }

    private void RetireTheRest()
    {
        if (_claimField < 0 || !_memory.Claimed.TryGetValue(_claimField, out var claimed))
            return;
        var nodes = new HashSet<int>();
        for (int i = 0, count = claimed.Count; i < count; i++)
            nodes.Add(claimed[i]);
        foreach (var node in nodes.Order())
        {
            var id = new Id(node >= 0 ? _memory.Entities[node].Id : _memory.Relations[~node].Id);
            if (_memory.RevisionOf(node) <= _snapshot.Number && !_stated.Contains(id))
                Unclaim(id, node);
        }
    }

    private void Unclaim(Id id, int node)
    {
        var mine = Stretches.Intersect(Claims.Of(_memory, node, _claimField, _snapshot.Number), [(_from, _to)]);
        if (mine is [])
            return;
        _retired++;
        mine.ForEach(s => _commands.Add(new GraphCommand.SetField(id, _claim, Value.Nothing, Ticks.ToValidity(s.From, s.To))));
        SetFields(id, node, Properties.None);
        if (WasEditedByPeople(node))
            return;
        foreach (var other in Claims.Fields(_memory).Where(field => field != _claimField))
            Claims.Of(_memory, node, other, _snapshot.Number).ForEach(s => Stretches.Remove(mine, s.From, s.To));
        mine.ForEach(s => _commands.Add(new GraphCommand.Retire(id, Ticks.ToValidity(s.From, s.To))));
    }

    // The parts of the time in question over which the newest assertion is not a person's.
    private List<(long From, long To)> NotByPeople(int node, int field, string? what)
    {
        List<(long From, long To)> free = [(_from, _to)];
        foreach (var stretch in _memory.Timeline(node, field, _snapshot.Number))
        {
            if (!IsByPeople(stretch.Fact.Revision) || stretch.To <= _from || _to <= stretch.From)
                continue;
            Stretches.Remove(free, stretch.From, stretch.To);
            if (what is not null)
                _kept.Add($"{what} of {new Id(node >= 0 ? _memory.Entities[node].Id : _memory.Relations[~node].Id)}");
        }

        return free;
    }

    private bool WasEditedByPeople(int node) =>
        _memory
            .Epoch.Facts.Of(node)
            .Exists(fact => fact.Revision <= _snapshot.Number && fact.From < _to && _from < fact.To && IsByPeople(fact.Revision));

    private bool IsByPeople(int revision) =>
        (Origin)_memory.Revisions[revision - 1].Origin is not (Origin.Import or Origin.Product);

    private int? NodeOf(Id id) =>
        _memory.Ids.Find(id.Value) is { } node && _memory.RevisionOf(node) <= _snapshot.Number ? node : null;

    private bool Known(Id id) => _stated.Contains(id) || _stubs.Contains(id) || NodeOf(id) is not null;
}
