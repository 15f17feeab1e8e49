using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>A row of a timeline.</summary>
/// <param name="Key">Stays the same while the page changes.</param>
/// <param name="Row">What the answer says.</param>
/// <param name="Thing">What it is about; null for a row of values only.</param>
/// <param name="Title">On the screen.</param>
/// <param name="Category">Hue and shape.</param>
/// <param name="Span">When; null when nobody says.</param>
/// <param name="Before">When it was at the moment compared with, where that differs.</param>
/// <param name="IsGuess">Whether only its horizon is known.</param>
public sealed record TimelineRow(
    string Key,
    ShownRow Row,
    Entity? Thing,
    string Title,
    string Category,
    DaySpan? Span,
    DaySpan? Before,
    bool IsGuess
);

/// <summary>Rows that stand together.</summary>
/// <param name="Title">What they have in common; null where nothing is grouped.</param>
/// <param name="Rows">In the order of the answer.</param>
/// <param name="Count">How many there are, also those there was no room for.</param>
public sealed record TimelineGroup(string? Title, ImmutableArray<TimelineRow> Rows, int Count);

/// <summary>One thing waits for another.</summary>
/// <param name="Waiting">What cannot go on.</param>
/// <param name="For">Without this.</param>
/// <param name="Relation">What says so.</param>
/// <param name="IsTooEarly">Whether it begins before the other ends.</param>
public sealed record TimelineWait(TimelineRow Waiting, TimelineRow For, Relation Relation, bool IsTooEarly);
