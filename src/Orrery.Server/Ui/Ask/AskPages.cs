using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Questions in openCypher: asked by an address, which changes nothing; changes they propose are made by a form.</summary>
internal static class AskPages
{
    public const int PageSize = 200;

    public static IResult Show(Visit visit) => PageOf(visit, AskedText.Read(visit.Http.Request.Query), problem: null);

    /// <summary>Makes what the question proposes, if it is still what was shown.</summary>
    public static async Task<IResult> Make(Visit visit)
    {
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var asked = AskedText.Read(form);
        if (Ask(visit, asked) is not AskOutcome.Answered { Answer: { Changes: { } changes } answer } told)
            return PageOf(visit, asked, problem: null);
        var proposed = Proposed.Of(visit, told.Reading, answer.At, changes);
        if (!proposed.IsOfNow)
            return PageOf(visit, asked, ServerFaults.ChangesOfThen());
        if (!proposed.IsAsShown(form))
            return PageOf(visit, asked, ServerFaults.OtherChanges());
        return await visit.Workspace.ExecuteAsync(new(changes.Commands, visit.Cause(form["why"])), visit.Cancel) switch
        {
            Outcome.Done done => Answers.SeeOther($"{visit.Links.Ask(asked)}&made={done.At}", done.At),
            Outcome.Refused { Fault: var fault } => PageOf(visit, asked, fault),
            _ => throw new UnreachableException("An outcome is done or refused."),
        };
    }

    /// <summary>The answer to a question that somebody looks at, and what it was read through.</summary>
    public static AskOutcome Ask(Visit visit, AskedText asked) => Ask(visit, asked, visit.When);

    /// <summary>The same at another moment than the one that is looked at.</summary>
    public static AskOutcome Ask(Visit visit, AskedText asked, When when) => Ask(visit, asked, when, visit.Cancel);

    /// <summary>The same, while somebody waits for it.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public static AskOutcome Ask(Visit visit, AskedText asked, When when, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        return visit.Workspace.Ask(asked.QuestionOf(visit), visit.Viewer, when, cancel) switch
        {
            QueryOutcome.Answered { Answer: var answer } => new AskOutcome.Answered(
                answer,
                ReadingOf(visit, answer, when),
                Stopwatch.GetElapsedTime(began)
            ),
            QueryOutcome.Refused { Fault: var fault } => new AskOutcome.Refused(fault),
            _ => throw new UnreachableException("A question is answered or refused."),
        };
    }

    // A prefix clause may have moved the question in time; its things are named as they were then.
    private static Reading ReadingOf(Visit visit, Answer answer, When when) =>
        visit.Workspace.Read(
            visit.Viewer,
            when.Supposed.IsEmpty
                ? new(answer.Valid ?? when.Valid, new KnownAt.AtRevision(answer.At))
                : when with
                {
                    Valid = answer.Valid ?? when.Valid,
                }
        );

    private static DrawnPage PageOf(Visit visit, AskedText asked, Fault? problem)
    {
        var made = problem is null ? MadeAs(visit) : null;
        var isAsked = !asked.IsEmpty && made is null && (asked.Shape == AnswerShape.Plan || !asked.IsUnfilled);
        // A refused question is a page like any other: it has an address, and Turbo goes to no address that fails.
        var status = problem is null ? StatusCodes.Status200OK : FaultPages.StatusOf(problem);
        return Page.Of<AskPage>(new AskView(visit, asked, isAsked ? Ask(visit, asked) : null, problem, made), status);
    }

    // Asked right after its changes were made, a question would propose them once more; after they are taken back it may.
    private static Revision? MadeAs(Visit visit) =>
        visit.Http.Request.Query["made"].ToString() is { Length: > 0 } made
        && made == visit.Http.Request.Query["done"]
        && long.TryParse(made, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new(revision)
            : null;
}
