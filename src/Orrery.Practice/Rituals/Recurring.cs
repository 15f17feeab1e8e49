using NodaTime;

namespace Orrery.Practice;

/// <summary>When something comes back: on which days, at what time of which place, for how long.</summary>
/// <param name="Days">On which days, there.</param>
/// <param name="At">At what time, there; null when only the day is known.</param>
/// <param name="Zone">Whose time and days those are; null when that is not said.</param>
/// <param name="Length">For how long, or null.</param>
/// <param name="Note">What was said besides that no rule can hold, e.g. an exception; or null.</param>
public sealed record Recurring(Recurrence Days, LocalTime? At, DateTimeZone? Zone, Duration? Length, string? Note)
{
    /// <summary>Each time it begins between two days of a reader, in order: by the clocks of that day, so that a change of clocks moves one of the two.</summary>
    /// <param name="first">The first day, as the reader counts days.</param>
    /// <param name="last">The last day, included.</param>
    /// <param name="reader">The reader's zone, which also stands in where none is said.</param>
    public IEnumerable<Recurred> Between(LocalDate first, LocalDate last, DateTimeZone reader)
    {
        // Somewhere else it may be another day already, or still.
        foreach (var day in Days.Between(first.PlusDays(-1), last.PlusDays(1)))
        {
            var one = Recurred.Of(this, day, reader);
            if (one.Day >= first && one.Day <= last)
                yield return one;
        }
    }
}

/// <summary>One time that something comes back.</summary>
/// <param name="Day">The reader's day.</param>
/// <param name="At">The reader's time; null when only the day is known.</param>
/// <param name="There">Its own day and time where it takes place, when the clocks there show another time than the reader's; else null.</param>
public sealed record Recurred(LocalDate Day, LocalTime? At, LocalDateTime? There)
{
    internal static Recurred Of(Recurring recurring, LocalDate day, DateTimeZone reader)
    {
        if (recurring.At is not { } at)
            return new(day, null, null);
        var there = (recurring.Zone ?? reader).AtLeniently(day + at);
        var here = there.WithZone(reader);
        return new(here.Date, here.TimeOfDay, here.LocalDateTime == there.LocalDateTime ? null : there.LocalDateTime);
    }
}
