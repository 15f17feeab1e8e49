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
    public IEnumerable<(LocalDate Day, IEnumerable<ChangeLine> Lines)> Days =>
        Lines.GroupBy(line => Visit.Dates.DayOf(line.Cause.Recorded)).Select(day => (day.Key, day.AsEnumerable()));
}

/// <summary>The history of one relation.</summary>
public sealed record RelationHistoryView(RelationView Relation, HistoryView History);

/// <summary>One change set in full.</summary>
public sealed record ChangeView(Visit Visit, ChangeLine Line);
