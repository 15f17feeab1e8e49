using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What if: things are supposed, looked at through every page, and never written down.</summary>
internal static class SupposePages
{
    // What a page may take; that further views were not looked at is said.
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(2);

    /// <summary>What is supposed and what it changes. The address may name one sentence more (<c>add</c>).</summary>
    public static IResult Show(Visit visit)
    {
        var wished = visit.Http.Request.Query["add"].ToString().Trim();
        if (wished.Length == 0)
            return PageOf(visit, "", problem: null);
        var all = string.Join($"{Supposition.Separator} ", [.. visit.When.Supposed, wished]);
        try
        {
            visit.Workspace.Read(visit.Viewer, visit.When with { Supposed = Supposition.SentencesOf(all) });
            return Answers.SeeOther(visit.Links.Supposing(all));
        }
        catch (FaultException refused)
        {
            return PageOf(visit, wished, refused.Fault);
        }
    }

    private static DrawnPage PageOf(Visit visit, string wished, Fault? problem)
    {
        List<ChangedView> changed = [];
        var isAll = visit.Supposed is null || TakeChanged(visit, changed);
        return Page.Of<SupposePage>(new SupposeView(visit, wished, problem, changed, isAll));
    }

    // False where there was no time for all of them.
    private static bool TakeChanged(Visit visit, List<ChangedView> changed)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        foreach (var saved in SavedViews.Of(visit.Reading))
        {
            if (System.Diagnostics.Stopwatch.GetElapsedTime(began) > Enough)
                return false;
            var request = ViewRequest.Read(QueryCollection.Empty, saved.Definition);
            if (ViewPages.Outcome(visit, request, saved, visit.Cancel) is not ViewOutcome.Shown { View: var shown })
                continue;
            var marks = shown.Rows.CountBy(row => row.Mark).ToDictionary();
            if (marks.Keys.Any(mark => mark != RowMark.Same))
                changed.Add(new(saved, Of(RowMark.Came), Of(RowMark.Went), Of(RowMark.Moved)));

            int Of(RowMark mark) => marks.GetValueOrDefault(mark);
        }

        return true;
    }
}

/// <summary>A view that shows something else under what is supposed.</summary>
/// <param name="Saved">The view.</param>
/// <param name="Came">Rows that would come.</param>
/// <param name="Went">Rows that would go.</param>
/// <param name="Moved">Rows that would say something else.</param>
public sealed record ChangedView(SavedView Saved, int Came, int Went, int Moved)
{
    /// <summary>The same in words.</summary>
    public string Said =>
        string.Join(
            ", ",
            new[] { Told(Came, "more"), Told(Went, "gone"), Told(Moved, "otherwise") }.Where(part => part.Length > 0)
        );

    private static string Told(int count, string word) => count == 0 ? "" : $"{count:#,0} {word}";
}

/// <summary>What the page of suppositions shows.</summary>
/// <param name="Visit">Who looks, under what is supposed.</param>
/// <param name="Wished">A sentence that could not be added, to be mended.</param>
/// <param name="Problem">Why not.</param>
/// <param name="Changed">Views that would show something else.</param>
/// <param name="IsAll">Whether there was time to look at all views.</param>
public sealed record SupposeView(Visit Visit, string Wished, Fault? Problem, IReadOnlyList<ChangedView> Changed, bool IsAll)
{
    /// <summary>Ways to say it, with things of this workspace: what one would write, and what it means.</summary>
    public IEnumerable<(string Sentence, string Means)> Examples
    {
        get
        {
            var teams = Visit.Reading.OfKind("team").Take(2).ToArray();
            if (teams is [var one, ..])
                yield return ($"no {one}", $"Without {one.Title}.");
            if (teams is [var gone, var heir])
                yield return ($"{gone} becomes {heir}", $"{heir.Title} takes over all that {gone.Title} holds.");
            if (teams is [var first, ..] && FirstOf(first) is { } relation)
                yield return ($"no {first} {relation.Type} {relation.To}", "One relation less.");
            yield return ("new team:one-more One more", "Something new; say what joins it next.");
        }
    }

    private static Relation? FirstOf(Entity team) =>
        team.Relations(Direction.Out).FirstOrDefault(relation => relation.To is not null);
}
