using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What the page of a merge shows.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="From">The kind that goes.</param>
/// <param name="Into">The symbol of the kind that stays; empty while none is chosen.</param>
/// <param name="Merge">What would become of everything; null while none is chosen, or it cannot be.</param>
/// <param name="Problem">Why nothing was done, or null.</param>
public sealed record MergeView(Visit Visit, Entity From, string Into, KindMerge? Merge, Fault? Problem);

/// <summary>Things of one kind become things of another: looked at first, done as one change.</summary>
internal static class MergePages
{
    private const string Place = "place-";

    public static IResult Show(Visit visit, string kind) => PageOf(visit, KindForms.PartOf(visit, kind), null);

    /// <summary>Does what was looked at, if it still is what it was.</summary>
    public static async Task<IResult> Make(Visit visit, string kind)
    {
        var part = KindForms.PartOf(visit, kind);
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var into = visit.Http.Request.Query["into"].ToString();
        var wish = WishOf(visit, HoldsAsked.MisfitsOf(form["misfits"]));
        if (into.Length == 0)
            return PageOf(visit, part, null);
        var outcome = await visit.Workspace.ExecuteAsync(
            reading =>
            {
                var merge = KindMerge.Look(reading, reading.Find(part.Id) ?? part, Find(reading, into), wish);
                return merge.Digest == form["digest"] ? merge.ToCommands() : throw new FaultException(ShapeFaults.Changed());
            },
            visit.Cause(
                form["why"].ToString() is { Length: > 0 } why ? why : $"Merged {part.Title} into {visit.Words.Kind(into)}"
            ),
            visit.Cancel
        );
        return outcome switch
        {
            Outcome.Done done => Answers.SeeOther(visit.Links.ModelKind(into), done.At),
            Outcome.Refused { Fault: var fault } => PageOf(visit, part, fault),
            _ => throw new UnreachableException("An outcome is done or refused."),
        };
    }

    private static DrawnPage PageOf(Visit visit, Entity part, Fault? problem)
    {
        var into = visit.Http.Request.Query["into"].ToString();
        var (merge, fault) = Look(visit, part, into);
        var said = problem ?? fault;
        return Page.Of<MergePage>(
            new MergeView(visit, part, into, merge, said),
            said is null ? StatusCodes.Status200OK : FaultPages.StatusOf(said)
        );
    }

    private static (KindMerge?, Fault?) Look(Visit visit, Entity part, string into)
    {
        try
        {
            var now = PartForms.Now(visit);
            return (
                into.Length == 0 ? null : KindMerge.Look(now, part, Find(now, into), WishOf(visit, Misfits.KeepAsText)),
                null
            );
        }
        catch (FaultException refused)
        {
            return (null, refused.Fault);
        }
    }

    private static MergeWish WishOf(Visit visit, Misfits misfits) =>
        new(
            visit
                .Http.Request.Query.Where(asked => asked.Key.StartsWith(Place, StringComparison.Ordinal))
                .ToImmutableSortedDictionary(
                    asked => asked.Key[Place.Length..],
                    asked => asked.Value.ToString(),
                    StringComparer.Ordinal
                ),
            misfits,
            ConversionTerms.Usual
        );

    private static Entity Find(Reading reading, string kind) =>
        reading.Model.FindKind(kind) is { } known
            ? reading.Find(known.Id)!
            : throw new FaultException(ServerFaults.NoKindHere(kind, reading));
}
