using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Reads from the rows of a view when each takes place.</summary>
public sealed class TimelineRows
{
    private readonly ShownView _view;
    private readonly int? _from;
    private readonly int? _to;
    private readonly int? _period;
    private readonly int? _name;

    public TimelineRows(ShownView view)
    {
        _view = view;
        (_from, _to) = (view.Column(view.Request[TimelineShape.From]), view.Column(view.Request[TimelineShape.To]));
        _period =
            view.Column(view.Request[TimelineShape.Period])
            ?? (_from is null && _to is null ? ColumnWith(IsPeriod) ?? ColumnWith(IsDay) : null);
        _name = view.ThingColumn ?? ColumnWith(value => value is Value.Text);
    }

    public ImmutableArray<TimelineRow> All => [.. Enumerable.Range(0, _view.Rows.Count).Select(Read)];

    public ShownRow RowOf(TimelineRow row) => _view.Rows[row.Number];

    public string CategoryOf(TimelineRow row) =>
        row.Thing is { } thing && _view.Telling.CategoryOf(thing) is var known && RailLists.Order.Contains(known)
            ? known
            : "practice";

    /// <summary>What a row without a thing is called.</summary>
    public string NameOf(TimelineRow row) =>
        _name is { } name ? _view.Visit.Values.Of(RowOf(row).Cells[name], _view.FieldOf(RowOf(row), name)) : "–";

    /// <summary>What waits for what among some rows, by the relations that say so.</summary>
    public ImmutableArray<TimelineWait> Waits(ImmutableArray<TimelineRow> rows)
    {
        if (DependsOn is not { } type)
            return [];
        var first = new Dictionary<Id, TimelineRow>(rows.Length);
        foreach (var row in rows)
        {
            if (row.Thing is not null && _view.Rows.MarkOf(row.Number) != RowMark.Went)
                first.TryAdd(row.Thing.Id, row);
        }

        var waits = ImmutableArray.CreateBuilder<TimelineWait>();
        foreach (var row in first.Values)
        {
            List<Id>? known = null;
            foreach (var relation in row.Thing!.Relations(Direction.Out, type))
            {
                var other = relation.ToId;
                if (other == row.Thing.Id || !first.TryGetValue(other, out var on) || known?.Contains(other) == true)
                    continue;
                (known ??= []).Add(other);
                waits.Add(Wait(row, on, relation));
            }
        }

        return waits.DrainToImmutable();
    }

    /// <summary>The relation that says what waits for what; null where the model knows none.</summary>
    public string? DependsOn =>
        _view.Request[TimelineShape.Depends] is { } told ? told
        : _view.Reading.Model.FindRelationType(TimelineShape.UsuallyDepends) is not null ? TimelineShape.UsuallyDepends
        : null;

    private static TimelineWait Wait(TimelineRow row, TimelineRow other, Relation relation) =>
        new(
            row,
            other,
            relation,
            row is { IsGuess: false, Span: { } span }
                && other is { IsGuess: false, Span: { } until }
                && span.BeginsBeforeEndOf(until)
        );

    private TimelineRow Read(int number)
    {
        var thing = ThingOf(number);
        var (span, isGuess) = When(_view.Rows.CellsOf(number), thing);
        var (before, _) = _view.Rows.BeforeOf(number) is { } cells ? When(cells, Then(thing)) : (null, false);
        return new(this, number, thing, span, before == span ? null : before, isGuess);
    }

    private Entity? ThingOf(int row) =>
        _view.ThingColumn is { } column && _view.Rows.CellsOf(row)[column] is Value.Entity { Id: var id }
            ? (_view.Rows.MarkOf(row) == RowMark.Went ? _view.Then!.Reading : _view.Reading).FindAnyTime(id)
            : null;

    private Entity? Then(Entity? thing) => thing is null ? null : _view.Then?.Reading.FindAnyTime(thing.Id);

    private (DaySpan? Span, bool IsGuess) When(ImmutableArray<Value> cells, Entity? thing)
    {
        var zone = _view.Visit.Dates.Zone;
        var said =
            _from is null && _to is null
                ? _period is { } period
                    ? DaySpan.Of(cells[period], zone)
                    : null
                : DaySpan.Between(Cell(cells, _from), Cell(cells, _to), zone);
        if ((said ?? (thing is null ? null : DaySpan.Of(thing["period"], zone))) is { } span)
            return (span, false);
        var today = _view.Visit.Dates.DayOf(_view.Reading.Valid);
        return Horizons.Of(_view.Reading.Model).Span(thing?["horizon"].AsText, today) is { } ahead
            ? (ahead with { Start = today }, true)
            : (null, false);
    }

    private static Value Cell(ImmutableArray<Value> cells, int? column) => column is { } at ? cells[at] : Value.Nothing;

    private int? ColumnWith(Func<Value, bool> fits)
    {
        for (var column = 0; column < _view.Columns.Length; column++)
        {
            if (_view.Rows.Column(column).FirstOrDefault(value => !value.IsNothing) is { } value && fits(value))
                return column;
        }

        return null;
    }

    private static bool IsPeriod(Value value) => value is Value.Period;

    private static bool IsDay(Value value) => value is Value.Date or Value.DateTime;
}
