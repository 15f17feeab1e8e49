using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The figures of a view over valid time: its question asked at many moments.</summary>
/// <param name="Days">When it was asked, oldest first.</param>
/// <param name="Asked">The figures of each of those days.</param>
/// <param name="Seen">The day that is looked at.</param>
/// <param name="Columns">Where the figures stand.</param>
/// <param name="Stop">Why it does not go back further; null when it goes back to its beginning.</param>
public sealed record Trend(
    ImmutableArray<LocalDate> Days,
    ImmutableArray<ImmutableArray<Figure>> Asked,
    LocalDate Seen,
    FigureColumns Columns,
    string? Stop
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>Asks, the latest day first, until it has taken too long.</summary>
    /// <exception cref="FaultException">Its beginning cannot be read.</exception>
    public static Trend Of(ShownView view)
    {
        var (visit, columns) = (view.Visit, FigureColumns.In(view.Answer));
        var here = FiguresFound.Of(view.Answer, columns);
        var seen = visit.Dates.Seen;
        if (!CanMove(view))
            return new([seen], [here], seen, columns, "The question says itself which moment it asks about, so it has no trend.");
        var days = DaysOf(view, seen);
        List<(LocalDate Day, ImmutableArray<Figure> Figures)> asked = [];
        var began = Stopwatch.GetTimestamp();
        string? stop = null;
        foreach (var day in days.Reverse())
        {
            if (asked.Count > 1 && Stopwatch.GetElapsedTime(began) > Patience)
            {
                stop = $"Asked only back to {Dates.Of(asked[^1].Day)}: going further back takes too long. Choose wider steps.";
                break;
            }

            if (day == seen)
                asked.Add((day, here));
            else if (Ask(view, day) is { } then)
                asked.Add((day, FiguresFound.Of(then.Answer, columns)));
        }

        asked.Reverse();
        return new([.. asked.Select(one => one.Day)], [.. asked.Select(one => one.Figures)], seen, columns, stop);
    }

    private static bool CanMove(ShownView view) => !Orrery.Query.QueryText.SaysWhen(view.Request.Asked.Text);

    private static ImmutableArray<LocalDate> DaysOf(ShownView view, LocalDate seen)
    {
        var dates = view.Visit.Dates;
        var since = view.Request[NumberShape.Since] is { } said
            ? dates.DayOf(Moments.Parse(said, dates))
            : TrendMoments.UsualStart(seen < dates.Today ? seen : dates.Today);
        var last = seen > dates.Today ? seen : dates.Today;
        var days = TrendMoments.Between(since, last, view.Request[NumberShape.Step]);
        return days.Contains(seen) || seen < days[0] ? days : [.. days.Append(seen).Order()];
    }

    private static AskOutcome.Answered? Ask(ShownView view, LocalDate day) =>
        AskPages.Ask(
            view.Visit,
            view.Request.Asked,
            view.Visit.When with
            {
                Valid = day == view.Visit.Dates.Today ? null : view.Visit.Dates.StartOf(day),
            }
        ) as AskOutcome.Answered;
}
