using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What the form for ending or restoring something shows.</summary>
public sealed record LifeView(Subject Subject, LifeAct Act, SinceWhen Since, string Why, Fault? Problem);

/// <summary>What is done to the life of something.</summary>
public enum LifeAct
{
    /// <summary>It no longer holds.</summary>
    Retire,

    /// <summary>It holds again.</summary>
    Restore,

    /// <summary>It holds from and until other days.</summary>
    When,
}

/// <summary>Ends a thing or a relation, brings it back, says when it holds, or says that it is still true.</summary>
internal static class LifeForms
{
    public static IResult ShowRetire(Subject subject) => Show(subject, LifeAct.Retire);

    public static IResult ShowRestore(Subject subject) => Show(subject, LifeAct.Restore);

    public static IResult ShowWhen(Subject subject) =>
        Page.Of<LifePage>(new LifeView(subject, LifeAct.When, SinceWhen.Of(subject.Life, subject.Visit.Dates), "", null));

    public static Task<IResult> Retire(Subject subject) =>
        Save(subject, LifeAct.Retire, during => [new GraphCommand.Retire(subject.Id, during)]);

    public static Task<IResult> Restore(Subject subject) =>
        Save(subject, LifeAct.Restore, during => [new GraphCommand.Restore(subject.Id, during)]);

    public static Task<IResult> When(Subject subject) => Save(subject, LifeAct.When, during => [.. Move(subject, during)]);

    public static async Task<IResult> Confirm(Subject subject)
    {
        var visit = subject.Visit;
        var now = Validity.Since(visit.Reading.Now);
        GraphCommand[] commands =
        [
            new GraphCommand.SetField(subject.Id, "confirmed-at", Value.Of(visit.Reading.Now), now),
            new GraphCommand.SetField(subject.Id, "confirmed-by", Value.Of(visit.Viewer.Name), now),
        ];
        var outcome = await visit.Workspace.ExecuteAsync(new(commands, visit.Cause(null)), visit.Cancel);
        var stays = (await visit.Http.Request.ReadFormAsync(visit.Cancel)).ContainsKey("stay");
        return Answers.SeeOther((stays ? Answers.BackFrom(visit.Http.Request) : null) ?? subject.Page, outcome.OrThrow());
    }

    private static DrawnPage Show(Subject subject, LifeAct act) =>
        Page.Of<LifePage>(new LifeView(subject, act, SinceWhen.Now, "", null));

    // Only the stretch that was shown moves; days on which the form shows the same date keep their hour.
    private static IEnumerable<GraphCommand> Move(Subject subject, Validity typed)
    {
        var (was, dates) = (subject.Life, subject.Visit.Dates);
        var now = new Validity(Kept(was.From, typed.From), Kept(was.To, typed.To));
        if (was.From < now.From && !was.IsEmpty)
            yield return new GraphCommand.Retire(subject.Id, new(was.From, now.From));
        if (now.To < was.To && !was.IsEmpty)
            yield return new GraphCommand.Retire(subject.Id, new(now.To, was.To));
        yield return new GraphCommand.Restore(subject.Id, now);

        NodaTime.Instant Kept(NodaTime.Instant old, NodaTime.Instant day) =>
            old > NodaTime.Instant.MinValue && old < NodaTime.Instant.MaxValue && dates.StartOf(dates.DayOf(old)) == day
                ? old
                : day;
    }

    private static async Task<IResult> Save(Subject subject, LifeAct act, Func<Validity, IReadOnlyList<GraphCommand>> commands)
    {
        var visit = subject.Visit;
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var since = SinceWhen.Read(form);
        var proposal = new Proposal(commands(since.During(visit)), visit.Cause(form["why"]));
        return await visit.Workspace.ExecuteAsync(proposal, visit.Cancel) switch
        {
            Outcome.Done done => Answers.SeeOther(subject.Page, done.At),
            Outcome.Refused { Fault: var fault } => Page.Of<LifePage>(
                new LifeView(subject, act, since, form["why"].ToString(), fault),
                FaultPages.StatusOf(fault)
            ),
            _ => throw new System.Diagnostics.UnreachableException("An outcome is done or refused."),
        };
    }
}
