using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Practice;

/// <summary>On which days something comes back, where it takes place.</summary>
/// <param name="Every">Every how many units, from 1.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Days">On which days of the week; for days, weeks and months.</param>
/// <param name="Places">Which of those days in a month: 1 the first, -1 the last; for months.</param>
/// <param name="Starts">The first day it can be on, from which is counted; null when that is not known.</param>
public sealed record Recurrence(
    int Every,
    RecurrenceUnit Unit,
    ImmutableArray<IsoDayOfWeek> Days,
    ImmutableArray<int> Places,
    LocalDate? Starts
)
{
    private const int DaysInWeek = 7;

    /// <summary>Whether it is known which of the weeks or months it is in; else every one of them is answered.</summary>
    public bool IsCounted => Every == 1 || Starts is not null;

    /// <summary>The days it is on between two, both included, in order.</summary>
    /// <remarks>Cost: linear in the days between.</remarks>
    public IEnumerable<LocalDate> Between(LocalDate first, LocalDate last)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            if (IsOn(day))
                yield return day;
        }
    }

    /// <inheritdoc/>
    public bool Equals(Recurrence? other) =>
        other is not null
        && (Every, Unit, Starts) == (other.Every, other.Unit, other.Starts)
        && Days.SequenceEqual(other.Days)
        && Places.SequenceEqual(other.Places);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Every, Unit, Starts, Days.Length, Places.Length);

    private bool IsOn(LocalDate day) =>
        (Starts is not { } start || day >= start)
        && Unit switch
        {
            RecurrenceUnit.Day => (Days.IsEmpty || Days.Contains(day.DayOfWeek))
                && IsTurn(start => Period.DaysBetween(start, day)),
            RecurrenceUnit.Week => Days.Contains(day.DayOfWeek)
                && IsTurn(start => Period.DaysBetween(WeekOf(start), WeekOf(day)) / DaysInWeek),
            RecurrenceUnit.Month => Days.Contains(day.DayOfWeek)
                && IsInPlace(day)
                && IsTurn(start => ((day.Year - start.Year) * 12) + day.Month - start.Month),
            RecurrenceUnit.Year => Starts is { } begun
                && (day.Month, day.Day) == (begun.Month, begun.Day)
                && (day.Year - begun.Year) % Every == 0,
            _ => false,
        };

    private bool IsTurn(Func<LocalDate, int> since) => Every == 1 || Starts is not { } start || since(start) % Every == 0;

    private bool IsInPlace(LocalDate day)
    {
        var place = ((day.Day - 1) / DaysInWeek) + 1;
        var isLast = day.PlusDays(DaysInWeek).Month != day.Month;
        return Places.Contains(place) || (isLast && Places.Contains(-1));
    }

    private static LocalDate WeekOf(LocalDate day) => day.PlusDays(-((int)day.DayOfWeek - 1));
}
