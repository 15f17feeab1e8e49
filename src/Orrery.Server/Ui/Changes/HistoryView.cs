using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A change set as a line of history.</summary>
/// <param name="Cause">Who, when, why.</param>
/// <param name="Sentences">What it did; the first of them when there are many.</param>
/// <param name="Total">How many changes it has in all.</param>
public sealed record ChangeLine(RecordedCause Cause, ImmutableArray<Sentence> Sentences, int Total);

/// <summary>A stretch of history, newest first.</summary>
/// <param name="Visit">Who reads.</param>
/// <param name="Entity">Of what, or null for the whole workspace.</param>
/// <param name="Lines">Newest first.</param>
/// <param name="Earlier">Where the next page begins, or null at the beginning of history.</param>
public sealed record HistoryView(Visit Visit, Entity? Entity, ImmutableArray<ChangeLine> Lines, Revision? Earlier)
{
    /// <summary>Which changes it is narrowed to; null where that is not offered.</summary>
    public HistoryFilter? Filter { get; init; }

    /// <summary>Whose changes can be looked for.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>The page with another filter.</summary>
    public string Address(HistoryFilter filter) => Visit.Links.At($"{Visit.Links.Root}/history", [.. filter.Parts]);

    /// <summary>The page that goes on where this one ends; null at the beginning of history.</summary>
    public string? Further =>
        Earlier is { } earlier
            ? Visit.Links.At(Visit.Http.Request.Path.Value!, [.. Filter?.Parts ?? [], ("before", earlier.ToString())])
            : null;

    public IEnumerable<(LocalDate Day, IEnumerable<ChangeLine> Lines)> Days =>
        Lines.GroupBy(line => Visit.Dates.DayOf(line.Cause.Recorded)).Select(day => (day.Key, day.AsEnumerable()));
}

/// <summary>The history of one relation.</summary>
public sealed record RelationHistoryView(RelationView Relation, HistoryView History);

/// <summary>One change set in full.</summary>
public sealed record ChangeView(Visit Visit, ChangeLine Line);
