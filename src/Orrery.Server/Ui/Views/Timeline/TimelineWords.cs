using NodaTime;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Timelines in sentences: for who cannot see them, and for what does not add up.</summary>
internal static class TimelineWords
{
    /// <summary>"from 3 March 2026 to 1 June 2026".</summary>
    public static string Of(DaySpan span) =>
        (span.Start, span.End) switch
        {
            ({ } start, { } end) when start == end => $"on {Dates.Of(start)}",
            ({ } start, { } end) => $"from {Dates.Of(start)} to {Dates.Of(end)}",
            ({ } start, null) => $"from {Dates.Of(start)}, no end known",
            (null, { } end) => $"until {Dates.Of(end)}, no beginning known",
            _ => "no dates",
        };

    /// <summary>When a row takes place, and when it did at the moment compared with.</summary>
    public static string Of(ShownView view, TimelineRow row)
    {
        var said =
            row.Span is not { } span ? "no dates"
            : row.IsGuess ? $"no dates, only a horizon: {Horizon(view, row)}"
            : Of(span);
        var mark = row.Row.Mark switch
        {
            RowMark.Came => "new; ",
            RowMark.Went => "gone; was ",
            _ => "",
        };
        return $"{mark}{said}{(row.Before is { } before ? $"; was {Of(before)}" : "")}";
    }

    /// <summary>Why a wait does not add up.</summary>
    public static string Begins(TimelineWait wait) =>
        $" begins {Day((wait.Waiting.Span!.Start ?? wait.Waiting.Span.End)!.Value)}, before ";

    public static string Ends(TimelineWait wait) => $" ends {Day(wait.For.Span!.End!.Value)}, though it waits for it.";

    private static string Day(LocalDate day) => $"on {Dates.Of(day)}";

    private static string? Horizon(ShownView view, TimelineRow row) =>
        row.Thing is { } thing
            ? view.Visit.Values.Of(thing["horizon"], view.Visit.Words.Definition(thing.Kind, "horizon"))
            : null;
}
