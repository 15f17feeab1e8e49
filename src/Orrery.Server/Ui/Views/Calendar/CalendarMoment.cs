using Orrery.Graph;
using Orrery.Import;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>When a row of a view is: it comes back, or it has a date.</summary>
internal abstract record CalendarMoment
{
    private static readonly Unsaid Nowhere = new();
    private static readonly RecurringReading.None Never = new();

    private CalendarMoment() { }

    /// <summary>It comes back, perhaps nobody can tell when.</summary>
    public sealed record Again(RecurringReading Reading) : CalendarMoment;

    /// <summary>It is on a day, at a time, or from one day to another.</summary>
    public sealed record Dated(Value Value) : CalendarMoment;

    /// <summary>Nothing says when.</summary>
    public sealed record Unsaid : CalendarMoment;

    /// <param name="thing">What the row is of, at the moment it is looked at.</param>
    /// <param name="date">What stands in the column of dates.</param>
    /// <param name="isAsked">Whether somebody said that this column says when; else what comes back goes first.</param>
    public static CalendarMoment Of(Entity? thing, Value date, bool isAsked)
    {
        var reading = thing is null || isAsked ? Never : RecurringReading.Of(thing, CadenceWords.Understand);
        return reading is not RecurringReading.None ? new Again(reading)
            : IsDate(date) ? new Dated(date)
            : Nowhere;
    }

    /// <summary>When it is in short, to say when it was.</summary>
    public string Said(ValueWords words) =>
        this switch
        {
            Again { Reading: RecurringReading.Placed { When: var when } } => RecurrenceTelling.Short(when),
            Dated dated => words.Of(dated.Value, null),
            _ => "on no day",
        };

    private static bool IsDate(Value value) =>
        value
            is Value.Date
                or Value.DateTime
                or Value.LocalDateTime
                or Value.Period { Start: not null }
                or Value.Period { End: not null };
}
