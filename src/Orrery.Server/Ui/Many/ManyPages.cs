using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Many things changed together: the address says which and how, the page shows what each would become, a form does it.</summary>
internal static class ManyPages
{
    /// <summary>What an address calls the page the things were chosen on.</summary>
    public const string Back = "back";

    private const int FewMatches = 8;

    public static IResult Show(Visit visit) => PageOf(visit, [], problem: null);

    /// <summary>What may stand at the other end of a relation, to choose from while typing.</summary>
    public static IResult Suggest(Visit visit, string? how, string? q)
    {
        var chosen = visit
            .Reading.Model.Kinds.Keys.SelectMany(kind => RelationChoices.For(visit.Reading.Model, kind))
            .FirstOrDefault(choice => choice.Key == how);
        return Page.Of<SuggestionList>(
            new SuggestionView(visit, chosen is null ? [] : OtherEnds.Find(visit, chosen, q ?? "", FewMatches))
        );
    }

    /// <summary>Does what was looked at, if it still is what it was.</summary>
    public static async Task<IResult> Make(Visit visit)
    {
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var (chosen, change) = (Chosen.Read(visit.Http.Request.Query), ManyChange.Read(visit, visit.Http.Request.Query));
        var plan = ManyPlan.Of(visit, chosen.Find(visit, visit.Workspace.Current.At), change, visit.NewId);
        if (form["digest"] != plan.Digest)
            return PageOf(visit, Meanwhile(visit, chosen, change, form["seen"].ToString()), ManyFaults.ManyChanged());
        if (plan.Together is { } together)
            return PageOf(visit, [], together);
        return await visit.Workspace.ExecuteAsync(new(plan.Commands, visit.Cause(form["why"])), visit.Cancel) switch
        {
            Outcome.Done done => Answers.SeeOther(BackOf(visit), done.At),
            Outcome.Refused { Fault: var fault } => PageOf(visit, [], fault),
            _ => throw new UnreachableException("An outcome is done or refused."),
        };
    }

    private static DrawnPage PageOf(Visit visit, ImmutableArray<Sentence> meanwhile, Fault? problem)
    {
        var query = visit.Http.Request.Query;
        var (chosen, change) = (Chosen.Read(query), ManyChange.Read(visit, query));
        var things = chosen.Find(visit, visit.Workspace.Current.At);
        var (plan, unreadable) = things.IsEmpty || !change.IsWhole ? (null, null) : Plan(visit, things, change);
        var fault = problem ?? unreadable ?? plan?.Together;
        return Page.Of<ManyPage>(
            new ManyView(
                visit,
                chosen,
                things,
                change,
                ManyChoices.Of(visit, things, change.Act),
                plan,
                meanwhile,
                BackOf(visit),
                fault
            ),
            fault is null ? StatusCodes.Status200OK : FaultPages.StatusOf(fault)
        );
    }

    private static (ManyPlan?, Fault?) Plan(Visit visit, ImmutableArray<Id> things, ManyChange change)
    {
        try
        {
            return (ManyPlan.Of(visit, things, change, visit.NewId), null);
        }
        catch (FaultException unreadable)
        {
            return (null, unreadable.Fault);
        }
    }

    // What differs between what was looked at and what is, thing by thing.
    private static ImmutableArray<Sentence> Meanwhile(Visit visit, Chosen chosen, ManyChange change, string seen)
    {
        if (
            !long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            || revision > visit.Workspace.Current.At.Value
        )
            return [];
        var (then, now) = (TellingAt(new(revision)), TellingAt(visit.Workspace.Current.At));
        var (before, after) = (chosen.Find(visit, new(revision)), chosen.Find(visit, visit.Workspace.Current.At));
        return
        [
            .. after.Except(before).Select(id => Add(now.Name(id), " is among them now")),
            .. before.Except(after).Select(id => Add(now.Name(id), " is no longer among them")),
            .. after
                .Intersect(before)
                .Where(id => then.StateOf(id) != now.StateOf(id))
                .Select(id => Add(now.Name(id), Difference(id))),
        ];

        ManyTelling TellingAt(Revision at) =>
            new(
                visit,
                visit.Workspace.Current.AsKnownAt(at).Read(change.At(visit), visit.Reading.Now, visit.Reading.Mask),
                change
            );

        string Difference(Id id) =>
            $": {now.StateOf(id)} (you saw: {then.StateOf(id)}){(now.WriterOf(id) is { } who ? $", written by {who}" : "")}";

        static Sentence Add(Sentence said, string text) => said with { Parts = said.Parts.Add(new Part.Plain(text)) };
    }

    // Only a page of this workspace is gone back to.
    private static string BackOf(Visit visit) =>
        visit.Http.Request.Query[Back].ToString() is { Length: > 0 } back
        && back.StartsWith($"{visit.Links.Root}/", StringComparison.Ordinal)
            ? back
            : visit.Links.Home;
}
