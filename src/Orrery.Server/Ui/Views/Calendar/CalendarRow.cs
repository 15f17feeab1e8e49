using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Which column of the answer holds dates.</summary>
/// <param name="Column">Its number, or null.</param>
/// <param name="IsAsked">Whether somebody chose it.</param>
internal sealed record CalendarDates(int? Column, bool IsAsked)
{
    public Value In(ImmutableArray<Value> cells) => Column is { } column ? cells[column] : Value.Nothing;
}

/// <summary>A row of a view with when it is, and when it was. Most are on none of the days that are shown: what an entry says is made for those that are.</summary>
/// <param name="View">Whose row it is.</param>
/// <param name="Row">Its values.</param>
/// <param name="Order">Its place in the answer.</param>
/// <param name="From">Which of its values says when.</param>
/// <param name="Thing">What it is of, or null.</param>
/// <param name="Moment">When it is; for what went, when it was.</param>
/// <param name="Mark">What became of it.</param>
/// <param name="Was">When it was at the moment compared with, where that differs; else null.</param>
internal sealed record CalendarRow(
    ShownView View,
    ShownRow Row,
    int Order,
    CalendarDates From,
    Entity? Thing,
    CalendarMoment Moment,
    RowMark Mark,
    CalendarMoment? Was
)
{
    private const int FewWords = 2;

    public static CalendarRow Of(ShownView view, ShownRow row, int order, CalendarDates dates)
    {
        var thing = view.ThingOf(row);
        var moment = CalendarMoment.Of(thing, dates.In(row.Cells), dates.IsAsked);
        var was = Then(view, row, thing, dates) is { } then && then != moment ? then : null;
        var mark =
            row.Mark is RowMark.Came or RowMark.Went ? row.Mark
            : was is not null ? RowMark.Moved
            : RowMark.Same;
        return new(view, row, order, dates, thing, moment, mark, was);
    }

    /// <summary>What people call it.</summary>
    public string Title => Thing is null ? View.Visit.Values.Of(Row.Cells[0], null) : Titles.Of(Thing);

    /// <summary>What it puts on the days of a span.</summary>
    public IEnumerable<CalendarEntry> Entries(CalendarSpan span, DateTimeZone zone) =>
        Moment switch
        {
            CalendarMoment.Again { Reading: RecurringReading.Placed { When: var when } } => Recurring(when, span, zone),
            CalendarMoment.Dated { Value: var value } => Dated(value, span, zone),
            _ => [],
        };

    private IEnumerable<CalendarEntry> Recurring(Recurring when, CalendarSpan span, DateTimeZone zone) =>
        when.Between(span.First, span.Last, zone).Select(one => Entry(one.Day, one.At, when.Length, Notes(when, one, zone)));

    private IEnumerable<CalendarEntry> Dated(Value value, CalendarSpan span, DateTimeZone zone) =>
        Days(value, zone)
            .Where(one => one.Day >= span.First && one.Day <= span.Last)
            .Select(one => Entry(one.Day, one.At, null, one.Note is { } note ? [note] : []));

    /// <summary>Why it is on no day; null when it is on some.</summary>
    public string? Outside =>
        Moment switch
        {
            CalendarMoment.Again { Reading: RecurringReading.Unclear unclear } => RecurrenceTelling.Why(unclear),
            CalendarMoment.Unsaid when Thing is not null => "No date is said.",
            _ => null,
        };

    private CalendarEntry Entry(LocalDate day, LocalTime? at, Duration? length, ImmutableArray<string> notes) =>
        new(
            $"{Thing?.Id.ToString() ?? "row"}-{Order}-{Dates.Iso(day)}",
            Thing,
            Title,
            day,
            at,
            length,
            [.. About(), .. notes],
            Mark,
            Was?.Said(View.Visit.Values)
        );

    // What else the answer says of it, in few words.
    private IEnumerable<string> About() =>
        Enumerable
            .Range(0, Row.Cells.Length)
            .Where(column => column != (View.ThingColumn ?? 0) && column != From.Column && !Row.Cells[column].IsNothing)
            .Take(FewWords)
            .Select(column =>
                ViewGroups.ThingOf(View, Row.Cells[column]) is { } other
                    ? Titles.Of(other)
                    : View.Visit.Values.Short(Row.Cells[column], View.FieldOf(Row, column))
            );

    private static ImmutableArray<string> Notes(Recurring when, Recurred one, DateTimeZone reader) =>
        [
            .. new[]
            {
                one.There is { } there ? RecurrenceTelling.There(there, one.Day, when.Zone ?? reader) : null,
                RecurrenceTelling.Oftener(when.Days),
                when.Note,
            }.OfType<string>(),
        ];

    // Of a long time only its ends are drawn: what fills every day says nothing.
    private static IEnumerable<(LocalDate Day, LocalTime? At, string? Note)> Days(Value value, DateTimeZone zone) =>
        value switch
        {
            Value.Date { Day: var day } => [(day, null, null)],
            Value.LocalDateTime { Stamp: var stamp } => [(stamp.Date, stamp.TimeOfDay, null)],
            Value.DateTime { Instant: var instant } when instant.InZone(zone) is var here => [(here.Date, here.TimeOfDay, null)],
            Value.Period { Start: { } start, End: { } end } when start == end => [(start, null, null)],
            Value.Period { Start: var start, End: var end } =>
            [
                .. start is { } first
                    ? [(first, (LocalTime?)null, (string?)"begins")]
                    : Array.Empty<(LocalDate, LocalTime?, string?)>(),
                .. end is { } last
                    ? [(last, (LocalTime?)null, (string?)"ends")]
                    : Array.Empty<(LocalDate, LocalTime?, string?)>(),
            ],
            _ => [],
        };

    private static CalendarMoment? Then(ShownView view, ShownRow row, Entity? thing, CalendarDates dates) =>
        view.Then is { } then && row.Mark is (RowMark.Same or RowMark.Moved)
            ? CalendarMoment.Of(
                thing is null ? null : then.Reading.FindAnyTime(thing.Id),
                dates.In(row.Before ?? row.Cells),
                dates.IsAsked
            )
            : null;
}
