using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Views: questions with a shape, saved or as an address says.</summary>
internal static class ViewPages
{
    /// <summary>How an address says that the answer is waited for, however long it takes.</summary>
    public const string Waiting = "wait";

    /// <summary>How an address says that nobody waits for it any more.</summary>
    public const string Stopping = "stop";

    /// <summary>How long a page waits for its answer before it is shown without. The answer is kept for the request that comes for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    // What comes after the page, or is no page, is waited for.
    private static readonly string[] Patient = [Waiting, "as", "rows", "frame", ColumnChoices.Pick];

    /// <summary>All saved views.</summary>
    public static IResult List(Visit visit) => Page.Of<ViewListPage>(new ViewListView(visit, SavedViews.Of(visit.Reading)));

    /// <summary>What an address asks, not saved.</summary>
    public static Task<IResult> ShowUnsaved(Visit visit) => ShowAsync(visit, saved: null);

    /// <summary>A saved view, with what the address says otherwise.</summary>
    public static Task<IResult> ShowSaved(Visit visit, string key) => ShowAsync(visit, Find(visit, key));

    /// <summary>The saved view of a key.</summary>
    /// <exception cref="FaultException">There is none.</exception>
    public static SavedView Find(Visit visit, string key) =>
        SavedViews.Find(visit.Reading, key) ?? throw new FaultException(Fault.NotFound($"{MetaKinds.View}:{key}"));

    private static async Task<IResult> ShowAsync(Visit visit, SavedView? saved)
    {
        var request = ViewRequest.Read(visit.Http.Request.Query, saved?.Definition);
        if (request.Asked.IsEmpty)
            return Answers.SeeOther(visit.Links.Views);
        var view = new ViewView(visit, request, saved, await AwaitedAsync(visit, request, saved));
        if (view.Outcome is ViewOutcome.Shown { View: var shown })
        {
            if (visit.Http.Request.Query[ColumnChoices.Pick].ToString() is { Length: > 0 } pick)
                return Answers.SeeOther(ColumnChoices.Choosing(new ColumnChoices(shown).Picked(pick) ?? shown.Address(request)));
            if (visit.Http.Request.Query["as"].ToString() is { Length: > 0 } form)
                return ViewFiles.Of(shown, form);
            if (visit.Http.Request.Query.ContainsKey("rows") && ShapeShelf.Of(request.Shape).Part is { } part)
                return Page.Of(part, shown);
        }

        return visit.Http.Request.Query.ContainsKey("frame") ? Page.Of<ViewFrame>(view)
            : visit.Http.Request.Headers["Turbo-Frame"] == ViewAnswer.Id ? Page.Of<ViewAnswer>(view)
            : Page.Of<ViewPage>(view);
    }

    private static async Task<ViewOutcome> AwaitedAsync(Visit visit, ViewRequest request, SavedView? saved)
    {
        if (request.Asked.IsUnfilled)
            return new ViewOutcome.Unfilled();
        var query = visit.Http.Request.Query;
        var kept = visit.Http.RequestServices.GetRequiredService<RunningAnswers>();
        if (query.ContainsKey(Stopping))
        {
            kept.Stop(query[Stopping].ToString());
            return new ViewOutcome.Stopped();
        }

        var question = QuestionOf(visit, request);
        if (kept.Take(query[Waiting].ToString(), question) is { } begun)
            return OutcomeOf(visit, request, saved, (await begun.WaitAsync(Timeout.InfiniteTimeSpan, visit.Cancel))!);
        if (Patient.Any(query.ContainsKey))
            return Outcome(visit, request, saved, visit.Cancel);
        var running = RunningAnswer.Of(question, cancel => Answer(visit, request, cancel));
        return await running.WaitAsync(Patience, visit.Cancel) is { } answers
            ? OutcomeOf(visit, request, saved, answers)
            : new ViewOutcome.Asking(kept.Keep(running));
    }

    // A ticket brings only what the same person asks of the same moment.
    private static string QuestionOf(Visit visit, ViewRequest request) =>
        string.Join(
            '\n',
            [
                visit.Workspace.Name,
                visit.Viewer.Name,
                visit.At,
                visit.KnownText,
                visit.Supposed,
                request.Against,
                request.Asked.Text,
                .. request.Asked.Parameters.Select(parameter => parameter.Typed),
            ]
        );

    /// <summary>What a view comes to, as an address asks it.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public static ViewOutcome Outcome(Visit visit, ViewRequest request, SavedView? saved, CancellationToken cancel) =>
        request.Asked.IsUnfilled ? new ViewOutcome.Unfilled() : OutcomeOf(visit, request, saved, Answer(visit, request, cancel));

    private static ViewAnswers Answer(Visit visit, ViewRequest request, CancellationToken cancel)
    {
        var now = AskPages.Ask(visit, request.Asked, visit.When, cancel);
        return new(now, now is AskOutcome.Answered { Answer.Changes: null } ? Then(visit, request, cancel) : null);
    }

    private static ViewOutcome OutcomeOf(Visit visit, ViewRequest request, SavedView? saved, ViewAnswers answers) =>
        answers switch
        {
            { Now: AskOutcome.Refused now } => new ViewOutcome.Refused(now.Fault),
            { Now: AskOutcome.Answered { Answer.Changes: not null } } => new ViewOutcome.Unfit(ServerFaults.ViewWrites()),
            { Then: AskOutcome.Refused then } => new ViewOutcome.Refused(then.Fault),
            _ => new ViewOutcome.Shown(
                new(
                    visit,
                    request,
                    saved,
                    (AskOutcome.Answered)answers.Now,
                    answers.Then as AskOutcome.Answered,
                    ColumnOrigins.Of(request.Asked.Text, visit.Reading)
                )
            ),
        };

    // What is supposed is laid beside what is, unless another moment is asked for.
    private static AskOutcome? Then(Visit visit, ViewRequest request, CancellationToken cancel) =>
        request.Against is { } against
            ? AskPages.Ask(
                visit,
                request.Asked,
                visit.When with
                {
                    Valid = Moments.Parse(against, visit.Dates),
                    Supposed = [],
                },
                cancel
            )
        : visit.Supposed is not null ? AskPages.Ask(visit, request.Asked, visit.When with { Supposed = [] }, cancel)
        : null;
}
