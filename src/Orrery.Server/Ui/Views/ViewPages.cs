using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Views: questions with a shape, saved or as an address says.</summary>
internal static class ViewPages
{
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
        var view = new ViewView(visit, request, saved, Outcome(visit, request, saved));
        if (view.Outcome is ViewOutcome.Shown { View: var shown })
        {
            if (visit.Http.Request.Query["as"].ToString() is { Length: > 0 } form)
                return ViewFiles.Of(shown, form);
            if (visit.Http.Request.Query.ContainsKey("rows") && ShapeShelf.Of(request.Shape).Part is { } part)
                return Page.Of(part, shown);
        }

        return visit.Http.Request.Query.ContainsKey("frame") ? Page.Of<ViewFrame>(view) : Page.Of<ViewPage>(view);
    }

    /// <summary>What a view comes to, as an address asks it.</summary>
    public static ViewOutcome Outcome(Visit visit, ViewRequest request, SavedView? saved)
    {
        if (request.Asked.IsUnfilled)
            return new ViewOutcome.Unfilled();
        var now = AskPages.Ask(visit, request.Asked);
        if (now is AskOutcome.Refused refused)
            return new ViewOutcome.Refused(refused.Fault);
        var answered = (AskOutcome.Answered)now;
        if (answered.Answer.Changes is not null)
            return new ViewOutcome.Unfit(ServerFaults.ViewWrites());
        return Then(visit, request) switch
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
    private static AskOutcome? Then(Visit visit, ViewRequest request) =>
        request.Against is { } against
            ? AskPages.Ask(visit, request.Asked, visit.When with { Valid = Moments.Parse(against, visit.Dates), Supposed = [] })
        : visit.Supposed is not null ? AskPages.Ask(visit, request.Asked, visit.When with { Supposed = [] })
        : null;
}
