using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Server;

/// <summary>A day of a calendar.</summary>
/// <param name="Day">Which.</param>
/// <param name="Entries">What is on it: first what only has a day, then by time.</param>
public sealed record CalendarDay(LocalDate Day, ImmutableArray<CalendarEntry> Entries)
{
    /// <summary>What is on it without a time.</summary>
    public IEnumerable<CalendarEntry> WholeDay => Entries.Where(entry => entry.At is null);

    /// <summary>What begins within an hour of it.</summary>
    public IEnumerable<CalendarEntry> InHour(int hour) => Entries.Where(entry => entry.At is { } at && at.Hour == hour);
}
