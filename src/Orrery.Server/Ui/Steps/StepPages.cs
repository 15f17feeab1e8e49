using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Takes a thing into another state of its life: what that asks for is shown, answered where it is missing, and then the step is taken, all in one change.</summary>
internal static class StepPages
{
    /// <summary>The button that keeps what was added and takes no step.</summary>
    public const string Keeps = "keep";

    public static IResult Show(Subject subject, string? to) =>
        Page.Of<StepPage>(StepView.Of(subject, StepOf(subject, to), null, null));

    public static async Task<IResult> Take(Subject subject, string? to)
    {
        var visit = subject.Visit;
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var view = StepView.Of(subject, StepOf(subject, to), form, null);
        var answers = StepAnswers.Read(view, form);
        var fault = answers.Problem;
        if (fault is null)
        {
            ImmutableArray<GraphCommand> step = form.ContainsKey(Keeps) ? [] : [Enter(view, form)];
            switch (
                await visit.Workspace.ExecuteAsync(new([.. answers.Commands, .. step], visit.Cause(form["why"])), visit.Cancel)
            )
            {
                case Outcome.Done done:
                    return Answers.SeeOther(form.ContainsKey(Keeps) ? view.Action : subject.Page, done.At);
                case Outcome.Refused refused:
                    fault = refused.Fault;
                    break;
                default:
                    throw new UnreachableException("An outcome is done or refused.");
            }
        }

        return Page.Of<StepPage>(view with { Lines = answers.Lines, Problem = fault }, FaultPages.StatusOf(fault));
    }

    private static GraphCommand.SetField Enter(StepView view, IFormCollection form)
    {
        var during = SinceWhen.Read(form).During(view.Visit);
        return new(view.Subject.Id, view.Step.Lifecycle.Field, Value.Of(view.Step.To), during);
    }

    // Of now, whatever moment is looked at: nobody steps in the past by accident.
    private static Step StepOf(Subject subject, string? to) =>
        Step.Of(subject.Visit.Workspace.Read(subject.Visit.Viewer, When.Now), subject.Id, to ?? "")
        ?? throw new FaultException(ServerFaults.NoSuchStep(subject.Title, to ?? ""));
}
