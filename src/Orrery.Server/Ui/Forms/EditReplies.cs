using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What an edit answers: a browser is sent on, a script that asks for JSON is told.</summary>
internal static class EditReplies
{
    /// <summary>The input by which a form asks to come back to the page it stands on.</summary>
    public const string ComesBack = "back";

    public static bool IsForScripts(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    public static IResult Unchanged(Subject subject, IFormCollection form) =>
        IsForScripts(subject.Visit.Http.Request)
            ? TypedResults.Json(new EditDone(null))
            : Answers.SeeOther(Onward(subject, form));

    public static IResult Saved(Subject subject, IFormCollection form, Revision at) =>
        IsForScripts(subject.Visit.Http.Request)
            ? TypedResults.Json(new EditDone(at.Value))
            : Answers.SeeOther(Onward(subject, form), at);

    /// <summary>Why nothing was saved; where somebody else was first, who it was and what they made of it.</summary>
    public static IResult Refused(Subject subject, Edit edit, Fault fault)
    {
        var elsewhere = edit.Inputs.FirstOrDefault(input => input.Elsewhere is not null);
        return TypedResults.Json(
            new EditRefused(
                fault.Message,
                fault.Remedy,
                elsewhere?.Elsewhere,
                elsewhere is null ? null : WhoSaid(subject, elsewhere.Symbol),
                GateHint.ChecklistOf(subject, edit.Inputs, fault)
            ),
            statusCode: FaultPages.StatusOf(fault)
        );
    }

    private static string Onward(Subject subject, IFormCollection form) =>
        (form.ContainsKey(ComesBack) ? Answers.BackFrom(subject.Visit.Http.Request) : null) ?? subject.Page;

    private static string? WhoSaid(Subject subject, string field)
    {
        var current = subject.Visit.Workspace.Current;
        var reading = subject.Visit.Workspace.Read(subject.Visit.Viewer, Orrery.Engine.When.Now);
        return reading.FindAnyTime(subject.Id)?.Fact(field) is { Revision: var at } ? current.CauseOf(at).Cause.Actor : null;
    }

    /// <summary>It was saved.</summary>
    /// <param name="Done">The revision it was saved at; null when there was nothing to save.</param>
    private sealed record EditDone(long? Done);

    /// <summary>It was not saved.</summary>
    /// <param name="Message">What is wrong.</param>
    /// <param name="Remedy">What to do.</param>
    /// <param name="Now">What somebody else made of it meanwhile, in words.</param>
    /// <param name="By">Who that was.</param>
    /// <param name="Checklist">Where a step that was refused can be taken with what it asks for; null for other refusals.</param>
    private sealed record EditRefused(string Message, string? Remedy, string? Now, string? By, string? Checklist);
}
