using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What is said about a thing or a relation.</summary>
internal static class DiscussionPages
{
    private const int MostCharacters = 20_000;

    public static IResult Show(Subject subject) => PageOf(subject, "", null);

    public static async Task<IResult> Say(Subject subject)
    {
        var visit = subject.Visit;
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var text = form["text"].ToString().Trim();
        Fault? problem =
            text.Length == 0 ? ServerFaults.NothingSaid()
            : text.Length > MostCharacters ? ServerFaults.TooMuchSaid(MostCharacters)
            : null;
        if (problem is not null)
            return PageOf(subject, text, problem);
        var replyTo = Id.TryParse(form["reply-to"].ToString(), out var to) ? to : (Id?)null;
        var id = Id.New(visit.Http.RequestServices.GetRequiredService<TimeProvider>());
        return await DoAsync(subject, Comments.Say(id, subject.Id, replyTo, text, visit.Reading.Now), text);
    }

    public static async Task<IResult> Resolve(Subject subject, string comment)
    {
        var visit = subject.Visit;
        var found =
            Comments.About(visit.Reading, subject.Id).FirstOrDefault(said => said.Id.ToString() == comment)
            ?? throw new FaultException(Fault.NotFound(comment));
        var by = found.ResolvedBy is null ? visit.Viewer.Name : null;
        return await DoAsync(subject, Comments.Resolve(found.Id, by, visit.Reading.Now), "");
    }

    public static async Task<IResult> Watch(Subject subject)
    {
        var visit = subject.Visit;
        var watches = Watching.Does(visit.Reading, visit.Viewer.Name, subject.Id);
        var done = (
            await visit.Workspace.ExecuteAsync(
                new([Watching.Change(visit.Reading, visit.Viewer.Name, subject.Id, !watches)], visit.Cause(null)),
                visit.Cancel
            )
        ).OrThrow();
        return Answers.SeeOther(Answers.BackFrom(visit.Http.Request) ?? subject.Page, done);
    }

    private static async Task<IResult> DoAsync(Subject subject, GraphCommand command, string typed)
    {
        var visit = subject.Visit;
        return await visit.Workspace.ExecuteAsync(new([command], visit.Cause(null)), visit.Cancel) switch
        {
            Outcome.Done done => Answers.SeeOther(subject.Act("discussion"), done.At),
            Outcome.Refused { Fault: var fault } => PageOf(subject, typed, fault),
            _ => throw new System.Diagnostics.UnreachableException("An outcome is done or refused."),
        };
    }

    private static DrawnPage PageOf(Subject subject, string typed, Fault? problem) =>
        Page.Of<DiscussionPage>(
            DiscussionView.Of(subject, typed, problem),
            problem is null ? StatusCodes.Status200OK : FaultPages.StatusOf(problem)
        );
}

/// <summary>What the page of a discussion shows.</summary>
/// <param name="Subject">What is discussed.</param>
/// <param name="Threads">What was said, each with what was answered; open ones first, the newest of them last.</param>
/// <param name="Typed">What was typed and not taken.</param>
/// <param name="Problem">Why not, or null.</param>
public sealed record DiscussionView(Subject Subject, ImmutableArray<CommentThread> Threads, string Typed, Fault? Problem)
{
    public static DiscussionView Of(Subject subject, string typed, Fault? problem)
    {
        var comments = Comments.About(subject.Visit.Reading, subject.Id);
        var known = comments.Select(comment => comment.Id).ToHashSet();
        var answers = comments
            .Where(comment => comment.ReplyTo is { } to && known.Contains(to))
            .ToLookup(comment => comment.ReplyTo!.Value);
        return new(
            subject,
            [
                .. comments
                    .Where(comment => comment.ReplyTo is not { } to || !known.Contains(to))
                    .Select(first => new CommentThread(first, [.. answers[first.Id]]))
                    .OrderBy(thread => thread.First.ResolvedBy is not null)
                    .ThenBy(thread => thread.First.At),
            ],
            typed,
            problem
        );
    }
}

/// <summary>Something said, and what was answered.</summary>
public sealed record CommentThread(Comment First, ImmutableArray<Comment> Answers);
