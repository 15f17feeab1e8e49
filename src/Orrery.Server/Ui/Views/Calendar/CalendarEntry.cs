using NodaTime;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Something on a day.</summary>
/// <param name="Key">The id of its element.</param>
/// <param name="Thing">What it is, or null where the answer holds no things.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Day">Its day, by the reader's clock.</param>
/// <param name="At">Its time, by the reader's clock; null when only the day is known.</param>
/// <param name="Length">How long it takes, or null.</param>
/// <param name="Notes">What else to know: the time where it takes place, how often it really is.</param>
/// <param name="Mark">What became of it since the moment compared with.</param>
/// <param name="Was">When it was then, where it moved; else null.</param>
public sealed record CalendarEntry(
    string Key,
    Entity? Thing,
    string Title,
    LocalDate Day,
    LocalTime? At,
    Duration? Length,
    System.Collections.Immutable.ImmutableArray<string> Notes,
    RowMark Mark,
    string? Was
);
