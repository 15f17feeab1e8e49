using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Answers what is built, once or at two moments.</summary>
internal static class BuildAnswers
{
    public static BuildAnswer? Of(Visit visit, BuildDraft draft)
    {
        if (draft.Question is not { } question)
            return null;
        var text = BuiltText.Write(question, visit.Reading.Model);
        return draft.Against is { } day ? Compare(visit, question, text, day) : Ask(visit, question, text);
    }

    private static BuildAnswer Ask(Visit visit, BuiltQuestion question, string text) =>
        Run(visit, text) switch
        {
            QueryOutcome.Answered { Answer: var answer } => new BuildAnswer.Rows(
                question,
                text,
                answer,
                ReadingOf(visit, answer)
            ),
            QueryOutcome.Refused { Fault.Fault: var fault } => new BuildAnswer.Refused(question, text, fault),
            _ => throw new System.Diagnostics.UnreachableException("A question is answered or refused."),
        };

    // All lines are compared, and the first ones shown: what is left out at one moment is not missing there.
    private static BuildAnswer Compare(Visit visit, BuiltQuestion question, string text, LocalDate day)
    {
        var whole = question with { First = null };
        var earlier = Run(visit, BuiltText.Write(whole with { On = day }, visit.Reading.Model));
        var later = Run(visit, BuiltText.Write(whole, visit.Reading.Model));
        if ((earlier as QueryOutcome.Refused ?? later as QueryOutcome.Refused) is { Fault.Fault: var fault })
            return new BuildAnswer.Refused(question, text, fault);
        var (was, now) = (((QueryOutcome.Answered)earlier).Answer, ((QueryOutcome.Answered)later).Answer);
        var most = question.First ?? int.MaxValue;
        return question.Wanted is Wanted.Groups groups
            ? new BuildAnswer.Groups(
                question,
                text,
                day,
                [.. Compared.Groups(was, now, groups.Measure).Take(most)],
                ReadingOf(visit, now)
            )
            : new BuildAnswer.Lines(
                question,
                text,
                day,
                [.. Compared.Lines(was, now, (Wanted.Things)question.Wanted).Take(most)],
                ReadingOf(visit, now)
            );
    }

    private static QueryOutcome Run(Visit visit, string text) =>
        visit.Workspace.Ask(Question.Of(text), visit.Viewer, visit.When, visit.Cancel);

    // The day in the question may have moved it in time; its things are named as they were then.
    private static Reading ReadingOf(Visit visit, Answer answer) =>
        visit.Workspace.Read(visit.Viewer, visit.When with { Valid = answer.Valid ?? visit.When.Valid });
}

/// <summary>What became of a built question.</summary>
public abstract record BuildAnswer(BuiltQuestion Question, string Text)
{
    /// <summary>Its rows.</summary>
    public sealed record Rows(BuiltQuestion Question, string Text, Answer Answer, Reading Reading) : BuildAnswer(Question, Text);

    /// <summary>Its groups at two moments.</summary>
    public sealed record Groups(
        BuiltQuestion Question,
        string Text,
        LocalDate Against,
        ImmutableArray<ComparedGroup> Found,
        Reading Reading
    ) : BuildAnswer(Question, Text);

    /// <summary>Its lines at two moments.</summary>
    public sealed record Lines(
        BuiltQuestion Question,
        string Text,
        LocalDate Against,
        ImmutableArray<ComparedLine> Found,
        Reading Reading
    ) : BuildAnswer(Question, Text);

    /// <summary>It was refused.</summary>
    public sealed record Refused(BuiltQuestion Question, string Text, Fault Fault) : BuildAnswer(Question, Text);
}
