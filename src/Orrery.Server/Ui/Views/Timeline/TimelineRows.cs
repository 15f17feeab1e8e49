using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Reads from the rows of a view when each takes place.</summary>
internal sealed class TimelineRows
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

    public ImmutableArray<TimelineRow> All => [.. _view.Rows.Select(Read)];

    /// <summary>What waits for what among some rows, by the relations that say so.</summary>
    public ImmutableArray<TimelineWait> Waits(ImmutableArray<TimelineRow> rows)
    {
        if (DependsOn is not { } type)
            return [];
        var first = new Dictionary<Id, TimelineRow>();
        foreach (var row in rows.Where(row => row is { Thing: not null, Row.Mark: not RowMark.Went }))
            first.TryAdd(row.Thing!.Id, row);
        return
        [
            .. first.Values.SelectMany(row =>
                row.Thing!.Relations(Direction.Out, type)
                    .Where(relation => relation.ToId != row.Thing.Id && first.ContainsKey(relation.ToId))
                    .DistinctBy(relation => relation.ToId)
                    .Select(relation => Wait(row, first[relation.ToId], relation))
            ),
        ];
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

    private TimelineRow Read(ShownRow row, int number)
    {
        var thing = _view.ThingOf(row);
        var (span, isGuess) = When(row.Cells, thing);
        var (before, _) = row.Before is { } cells ? When(cells, Then(thing)) : (null, false);
        var category =
            thing is not null && _view.Telling.CategoryOf(thing) is var known && RailLists.Order.Contains(known)
                ? known
                : "practice";
        return new(
            thing is null ? $"n{number}" : $"{thing.Order}-{number}",
            row,
            thing,
            thing is not null ? Titles.Of(thing) : Name(row),
            category,
            span,
            before == span ? null : before,
            isGuess
        );
    }

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

    private string Name(ShownRow row) =>
        _name is { } name ? _view.Visit.Values.Of(row.Cells[name], _view.FieldOf(row, name)) : "–";

    private int? ColumnWith(Func<Value, bool> fits)
    {
        for (var column = 0; column < _view.Columns.Length; column++)
        {
            if (_view.Rows.Select(row => row.Cells[column]).FirstOrDefault(value => !value.IsNothing) is { } value && fits(value))
                return column;
        }

        return null;
    }

    private static bool IsPeriod(Value value) => value is Value.Period;

    private static bool IsDay(Value value) => value is Value.Date or Value.DateTime;
}
