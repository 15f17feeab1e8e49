using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>A row of a timeline. There are thousands of them and two hundred are drawn: what one is called is asked for then.</summary>
/// <param name="Reader">What read it.</param>
/// <param name="Number">Its place in the view.</param>
/// <param name="Thing">What it is about; null for a row of values only.</param>
/// <param name="Span">When; null when nobody says.</param>
/// <param name="Before">When it was at the moment compared with, where that differs.</param>
/// <param name="IsGuess">Whether only its horizon is known.</param>
public sealed record TimelineRow(TimelineRows Reader, int Number, Entity? Thing, DaySpan? Span, DaySpan? Before, bool IsGuess)
{
    /// <summary>Stays the same while the page changes.</summary>
    public string Key =>
        Thing is null
            ? string.Create(CultureInfo.InvariantCulture, $"n{Number}")
            : string.Create(CultureInfo.InvariantCulture, $"{Thing.Order}-{Number}");

    /// <summary>What the answer says.</summary>
    public ShownRow Row => Reader.RowOf(this);

    /// <summary>On the screen.</summary>
    public string Title => Thing is not null ? Titles.Of(Thing) : Reader.NameOf(this);

    /// <summary>Hue and shape.</summary>
    public string Category => Reader.CategoryOf(this);
}

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
