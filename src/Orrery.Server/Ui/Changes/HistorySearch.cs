using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Looks back through history for the changes that fit, some at a time.</summary>
internal static class HistorySearch
{
    /// <summary>The most change sets that are looked at for one page.</summary>
    public const int MostRevisions = 4_000;

    /// <summary>Change sets with more events than this are not searched: they are imports, told on their own pages.</summary>
    public const int LargestInEvents = 5_000;

    private const int Stretch = 100;

    /// <summary>The newest lines that fit, before a revision.</summary>
    /// <param name="visit">Who reads.</param>
    /// <param name="filter">What fits.</param>
    /// <param name="newest">The newest revision that is looked at.</param>
    /// <param name="most">How many lines a page has.</param>
    /// <param name="lineOf">Makes a line of a change set and those of its events that fit.</param>
    public static async Task<HistoryFound> FindAsync(
        Visit visit,
        HistoryFilter filter,
        long newest,
        int most,
        Func<RecordedCause, IReadOnlyCollection<GraphEvent>, IEnumerable<GraphEvent>, ChangeLine?> lineOf
    )
    {
        var match = HistoryMatch.Of(visit, filter);
        var first = FirstSince(visit, filter.Start(visit.Dates));
        var last = Math.Min(newest, FirstSince(visit, filter.End(visit.Dates)) - 1);
        List<ChangeLine> lines = [];
        var left = match.Cannot ? 0 : MostRevisions;
        while (last >= first && lines.Count < most && left > 0)
        {
            var from = Math.Max(first, last - Stretch + 1);
            var found = await StretchAsync(visit, match, from, last, lineOf);
            lines.AddRange(found.Take(most - lines.Count));
            left -= (int)(last - from + 1);
            last = found.Count > 0 && lines.Count == most ? lines[^1].Cause.Revision.Value - 1 : from - 1;
        }

        return new(lines, last >= first && !match.Cannot ? new Revision(last + 1) : null);
    }

    private static async Task<List<ChangeLine>> StretchAsync(
        Visit visit,
        HistoryMatch match,
        long from,
        long last,
        Func<RecordedCause, IReadOnlyCollection<GraphEvent>, IEnumerable<GraphEvent>, ChangeLine?> lineOf
    )
    {
        List<ChangeLine> lines = [];
        var current = visit.Workspace.Current;
        var wanted = Enumerable
            .Range(0, (int)(last - from + 1))
            .Select(step => current.CauseOf(new(from + step)))
            .Where(cause => match.Fits(cause) && cause.Events <= LargestInEvents)
            .ToDictionary(cause => cause.Revision);
        if (wanted.Count == 0)
            return lines;
        var (low, high) = (wanted.Keys.Min(revision => revision.Value), wanted.Keys.Max(revision => revision.Value));
        await foreach (var change in visit.Workspace.HistoryAsync(new(low - 1), new(high), visit.Cancel))
        {
            if (
                wanted.TryGetValue(change.Revision, out var cause)
                && lineOf(cause, change.Events, match.Of(change.Events)) is { } line
            )
                lines.Add(line);
        }

        lines.Reverse();
        return lines;
    }

    // Revisions are recorded in order of time.
    private static long FirstSince(Visit visit, NodaTime.Instant since)
    {
        var (low, high) = (1L, visit.Workspace.Current.At.Value + 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (visit.Workspace.Current.CauseOf(new(middle)).Recorded < since)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

/// <summary>What was found looking back.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="Earlier">Where one goes on looking, or null when all was looked at.</param>
internal sealed record HistoryFound(IReadOnlyList<ChangeLine> Lines, Revision? Earlier);
