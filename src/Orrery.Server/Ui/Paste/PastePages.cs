using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What the page of a pasted list shows.</summary>
/// <param name="Visit">Who pastes.</param>
/// <param name="Kind">The kind that is chosen.</param>
/// <param name="Request">What was pasted; null before that.</param>
/// <param name="Plan">What becomes of it; null before that.</param>
/// <param name="Problem">Why nothing was done, or null.</param>
public sealed record PasteView(Visit Visit, string Kind, PasteRequest? Request, PastePlan? Plan, Fault? Problem);

/// <summary>Makes things of a pasted list or table: shown first, then done at once.</summary>
internal static class PastePages
{
    public static IResult Show(Visit visit, string? kind) =>
        Page.Of<PastePage>(new PasteView(visit, kind ?? "", null, null, null));

    public static async Task<IResult> Take(Visit visit)
    {
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var request = PasteRequest.Read(visit, form);
        if (request.Table.Rows.IsEmpty)
            return Told(request, null, PasteFaults.NothingPasted());
        if (request.Table.Rows.Length > PasteRequest.MostRows)
            return Told(request, null, PasteFaults.TooMuchPasted(request.Table.Rows.Length, PasteRequest.MostRows));
        var plan = PastePlan.Of(visit, request, visit.NewId);
        if (form["do"] != "save" || plan.Together is not null)
            return Told(request, plan, plan.Together);
        if (form["digest"] != plan.Digest)
            return Told(request, plan, PasteFaults.PasteChanged());
        return await visit.Workspace.ExecuteAsync(new(plan.Commands, visit.Cause(request.Why)), visit.Cancel) switch
        {
            Outcome.Done done => Answers.SeeOther($"{visit.Links.Root}/k/{request.Kind.Symbol}", done.At),
            Outcome.Refused { Fault: var fault } => Told(request, plan, fault),
            _ => throw new UnreachableException("An outcome is done or refused."),
        };

        IResult Told(PasteRequest asked, PastePlan? told, Fault? problem) =>
            Page.Of<PastePage>(
                new PasteView(visit, asked.Kind.Symbol, asked, told, problem),
                problem is null ? StatusCodes.Status200OK : FaultPages.StatusOf(problem)
            );
    }
}
