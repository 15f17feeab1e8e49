using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What the form for ending or restoring a thing shows.</summary>
public sealed record LifeView(Visit Visit, Entity Entity, string Act, SinceWhen Since, string Why, Fault? Problem)
{
    public string Verb => Act == "retire" ? "Retire" : "Restore";
}

/// <summary>Retires a thing, brings it back, or says that it is still true.</summary>
internal static class LifeForms
{
    public static IResult ShowRetire(Visit visit, string entity) => Show(visit, entity, "retire");

    public static IResult ShowRestore(Visit visit, string entity) => Show(visit, entity, "restore");

    public static Task<IResult> Retire(Visit visit, string entity) =>
        Save(visit, entity, "retire", (id, during) => new GraphCommand.Retire(id, during));

    public static Task<IResult> Restore(Visit visit, string entity) =>
        Save(visit, entity, "restore", (id, during) => new GraphCommand.Restore(id, during));

    public static async Task<IResult> Confirm(Visit visit, string entity)
    {
        var found = visit.Entity(entity);
        var now = Validity.Since(visit.Reading.Now);
        GraphCommand[] commands =
        [
            new GraphCommand.SetField(found.Id, "confirmed-at", Value.Of(visit.Reading.Now), now),
            new GraphCommand.SetField(found.Id, "confirmed-by", Value.Of(visit.Viewer.Name), now),
        ];
        var outcome = await visit.Workspace.ExecuteAsync(new(commands, visit.Cause(null)), visit.Cancel);
        return Answers.SeeOther(visit.Links.Page(found), outcome.OrThrow());
    }

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult Show(Visit visit, string entity, string act) =>
        Page.Of<LifePage>(new LifeView(visit, visit.Entity(entity), act, SinceWhen.Now, "", null));

    private static async Task<IResult> Save(Visit visit, string entity, string act, Func<Id, Validity, GraphCommand> command)
    {
        var found = visit.Entity(entity);
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var since = SinceWhen.Read(form);
        var proposal = new Proposal([command(found.Id, since.During(visit))], visit.Cause(form["why"]));
        return await visit.Workspace.ExecuteAsync(proposal, visit.Cancel) switch
        {
            Outcome.Done done => Answers.SeeOther(visit.Links.Page(found), done.At),
            Outcome.Refused { Fault: var fault } => Page.Of<LifePage>(
                new LifeView(visit, found, act, since, form["why"].ToString(), fault),
                FaultPages.StatusOf(fault)
            ),
            _ => throw new System.Diagnostics.UnreachableException("An outcome is done or refused."),
        };
    }
}
