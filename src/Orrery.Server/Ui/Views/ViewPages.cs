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

    /// <summary>How long a page waits for its answer before it is shown without. What is asked by then is asked once more, for as long as it may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    // What comes after the page, or is no page, is waited for.
    private static readonly string[] Patient = [Waiting, "as", "rows", "frame", ColumnChoices.Pick];

    /// <summary>All saved views.</summary>
    public static IResult List(Visit visit) => Page.Of<ViewListPage>(new ViewListView(visit, SavedViews.Of(visit.Reading)));

    /// <summary>What an address asks, not saved.</summary>
    public static IResult ShowUnsaved(Visit visit) => Show(visit, saved: null);

    /// <summary>A saved view, with what the address says otherwise.</summary>
    public static IResult ShowSaved(Visit visit, string key) => Show(visit, Find(visit, key));

    /// <summary>The saved view of a key.</summary>
    /// <exception cref="FaultException">There is none.</exception>
    public static SavedView Find(Visit visit, string key) =>
        SavedViews.Find(visit.Reading, key) ?? throw new FaultException(Fault.NotFound($"{MetaKinds.View}:{key}"));

    private static IResult Show(Visit visit, SavedView? saved)
    {
        var request = ViewRequest.Read(visit.Http.Request.Query, saved?.Definition);
        if (request.Asked.IsEmpty)
            return Answers.SeeOther(visit.Links.Views);
        var view = new ViewView(visit, request, saved, Awaited(visit, request, saved));
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

    private static ViewOutcome Awaited(Visit visit, ViewRequest request, SavedView? saved)
    {
        if (visit.Http.Request.Query.ContainsKey(Stopping))
            return new ViewOutcome.Stopped();
        if (Patient.Any(visit.Http.Request.Query.ContainsKey))
            return Outcome(visit, request, saved, visit.Cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(visit.Cancel);
        patience.CancelAfter(Patience);
        try
        {
            return Outcome(visit, request, saved, patience.Token);
        }
        catch (OperationCanceledException) when (!visit.Cancel.IsCancellationRequested)
        {
            return new ViewOutcome.Asking();
        }
    }

    /// <summary>What a view comes to, as an address asks it.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public static ViewOutcome Outcome(Visit visit, ViewRequest request, SavedView? saved, CancellationToken cancel)
    {
        if (request.Asked.IsUnfilled)
            return new ViewOutcome.Unfilled();
        var now = AskPages.Ask(visit, request.Asked, visit.When, cancel);
        if (now is AskOutcome.Refused refused)
            return new ViewOutcome.Refused(refused.Fault);
        var answered = (AskOutcome.Answered)now;
        if (answered.Answer.Changes is not null)
            return new ViewOutcome.Unfit(ServerFaults.ViewWrites());
        return Then(visit, request, cancel) switch
        {
            AskOutcome.Refused then => new ViewOutcome.Refused(then.Fault),
            var then => new ViewOutcome.Shown(
                new(
                    visit,
                    request,
                    saved,
                    answered,
                    then as AskOutcome.Answered,
                    ColumnOrigins.Of(request.Asked.Text, visit.Reading)
                )
            ),
        };
    }

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
