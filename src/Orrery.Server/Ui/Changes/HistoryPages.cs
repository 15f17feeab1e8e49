using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What was recorded, newest first: of the workspace, of one thing, of one change set.</summary>
internal static class HistoryPages
{
    private const int PageSize = 30;
    private const int FewSentences = 6;
    private const int MostSentences = 500;

    /// <summary>A change set of more events is told by their number, where it is not looked at itself.</summary>
    public const int LargestReadInEvents = 200;

    public static async Task<IResult> OfWorkspace(Visit visit, long? before)
    {
        var newest = NewestBefore(visit, before);
        var filter = HistoryFilter.Read(visit.Http.Request.Query);
        var view = filter.IsEmpty ? await EverythingAsync(visit, newest) : await FoundAsync(visit, filter, newest);
        return Page.Of<HistoryPage>(view with { Filter = filter, People = HistoryPeople.Of(visit.Reading.Snapshot) });
    }

    private static async Task<HistoryView> EverythingAsync(Visit visit, long newest)
    {
        var oldest = Math.Max(1, newest - PageSize + 1);
        List<ChangeLine> lines = [];
        foreach (var (first, last) in Runs(visit.Workspace.Current, oldest, newest))
            lines.AddRange(await LinesAsync(visit, first, last));
        lines.Reverse();
        return new(visit, null, [.. lines], oldest > 1 ? new Revision(oldest) : null);
    }

    private static async Task<HistoryView> FoundAsync(Visit visit, HistoryFilter filter, long newest)
    {
        var found = await HistorySearch.FindAsync(visit, filter, newest, PageSize, LineOf);
        return new(visit, null, [.. found.Lines], found.Earlier);

        // Of a change set in which some fits it is told how much it did in all.
        ChangeLine? LineOf(RecordedCause cause, IReadOnlyCollection<GraphEvent> events, IEnumerable<GraphEvent> fitting)
        {
            var telling = new EventTelling(visit, cause);
            var (sentences, _) = telling.Tell(fitting, FewSentences);
            return sentences.IsEmpty ? null : new(cause, sentences, telling.Tell(events, 0).All);
        }
    }

    public static IResult OfEntity(Visit visit, string entity, long? before)
    {
        var found = visit.Entity(entity);
        return Page.Of<EntityHistoryPage>(StretchOf(visit, found, found.Recorded(), before));
    }

    public static IResult OfRelation(Visit visit, string relation, long? before)
    {
        var found = visit.Relation(relation);
        return Page.Of<RelationHistoryPage>(
            new RelationHistoryView(RelationView.Of(visit, found), StretchOf(visit, null, found.Recorded(), before))
        );
    }

    public static async Task<IResult> OfChange(Visit visit, long revision)
    {
        if (revision < 1 || revision > visit.Workspace.Current.At.Value)
            throw new FaultException(Fault.UnknownRevision(revision, visit.Workspace.Current.At));
        return Page.Of<ChangePage>(new ChangeView(visit, await LineAsync(visit, new(revision), MostSentences)));
    }

    public static async Task<IResult> Undo(Visit visit, long revision)
    {
        var cause = visit.Cause($"Took back change {revision}");
        return await visit.Workspace.UndoAsync(new(revision), cause, visit.Cancel) switch
        {
            Outcome.Done done => Answers.SeeOther(Answers.BackFrom(visit.Http.Request) ?? visit.Links.History, done.At),
            Outcome.Refused refused => throw new FaultException(refused.Fault),
            _ => throw new System.Diagnostics.UnreachableException("An outcome is done or refused."),
        };
    }

    private static HistoryView StretchOf(Visit visit, Entity? entity, ImmutableArray<RecordedEvent> events, long? before)
    {
        var newest = NewestBefore(visit, before);
        var changes = events
            .Where(recorded => recorded.Revision.Value <= newest)
            .GroupBy(recorded => recorded.Revision)
            .OrderByDescending(change => change.Key)
            .Take(PageSize + 1)
            .ToArray();
        var lines = changes
            .Take(PageSize)
            .Select(change => LineOf(visit, change.Key, change.Select(r => r.Event), MostSentences));
        return new(visit, entity, [.. lines], changes.Length > PageSize ? changes[PageSize - 1].Key : null);
    }

    private static long NewestBefore(Visit visit, long? before) =>
        Math.Min(LastWritten(visit), before is { } limit ? limit - 1 : long.MaxValue);

    // A change set of many events is only opened on its own page; those between are read together.
    private static List<(long First, long Last)> Runs(GraphSnapshot snapshot, long oldest, long newest)
    {
        List<(long First, long Last)> runs = [];
        for (var revision = oldest; revision <= newest; revision++)
        {
            var joins = runs is [.., var last] && last.Last == revision - 1 && !IsLarge(snapshot, last.Last);
            if (joins && !IsLarge(snapshot, revision))
                runs[^1] = (runs[^1].First, revision);
            else
                runs.Add((revision, revision));
        }

        return runs;
    }

    // What is supposed was never written: its revisions are no part of history.
    private static long LastWritten(Visit visit) => Math.Min(visit.Reading.Snapshot.At.Value, visit.Workspace.Current.At.Value);

    private static bool IsLarge(GraphSnapshot snapshot, long revision) =>
        snapshot.CauseOf(new(revision)).Events > LargestReadInEvents;

    private static async Task<List<ChangeLine>> LinesAsync(Visit visit, long first, long last)
    {
        if (first == last && IsLarge(visit.Workspace.Current, first))
        {
            var cause = visit.Workspace.Current.CauseOf(new(first));
            return [new(cause, [], cause.Events)];
        }

        List<ChangeLine> lines = [];
        await foreach (var change in visit.Workspace.HistoryAsync(new(first - 1), new(last), visit.Cancel))
            lines.Add(LineOf(visit, change.Revision, change.Events, FewSentences));
        return lines;
    }

    private static async Task<ChangeLine> LineAsync(Visit visit, Revision revision, int most)
    {
        var cause = visit.Workspace.Current.CauseOf(revision);
        await foreach (var change in visit.Workspace.HistoryAsync(new(revision.Value - 1), revision, visit.Cancel))
            return LineOf(visit, revision, change.Events, most);
        return new(cause, [], cause.Events);
    }

    private static ChangeLine LineOf(Visit visit, Revision revision, IEnumerable<GraphEvent> events, int most)
    {
        var cause = visit.Workspace.Current.CauseOf(revision);
        var (sentences, all) = new EventTelling(visit, cause).Tell(events, most);
        return new(cause, sentences, all);
    }
}
