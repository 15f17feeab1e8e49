using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>What is wrong with a question while it is written: it is planned and not answered.</summary>
internal static class AskCheck
{
    public static IResult Answer(Visit visit) =>
        Results.Json(Of(visit, AskedText.Read(visit.Http.Request.Query) with { Shape = AnswerShape.Plan }));

    private static ImmutableArray<Mark> Of(Visit visit, AskedText asked)
    {
        if (asked.IsEmpty)
            return [];
        var ahead = asked.QuestionOf(visit).Text.Length - asked.Text.Length;
        return AskPages.Ask(visit, asked) switch
        {
            // A moment that nobody has filled in yet is no mistake.
            AskOutcome.Refused when asked.IsUnfilled => [],
            AskOutcome.Refused { Fault: var fault } =>
            [
                new(
                    "error",
                    From(fault.At, ahead),
                    To(fault.At, ahead, asked.Text),
                    fault.Fault.Message.Split('\n')[0],
                    fault.Fault.Remedy
                ),
            ],
            AskOutcome.Answered { Answer.Warnings: var warnings } => [.. warnings.Select(warning => Of(asked.Text, warning))],
            _ => throw new System.Diagnostics.UnreachableException("A question is answered or refused."),
        };
    }

    private static int From(TextSpan? at, int ahead) => Math.Max(0, (at?.Start ?? 0) - ahead);

    private static int To(TextSpan? at, int ahead, string text) =>
        at is { } place ? Math.Clamp(place.End - ahead, 0, text.Length) : text.Length;

    // A warning is about a name, which stands in quotes in its message.
    private static Mark Of(string text, Fault warning)
    {
        var name = warning.Message.Split('\'') is [_, var quoted, ..] ? quoted : "";
        var at = name.Length == 0 ? -1 : text.IndexOf(name, StringComparison.Ordinal);
        return at < 0
            ? new("warning", 0, text.Length, warning.Message, warning.Remedy)
            : new("warning", at, at + name.Length, warning.Message, warning.Remedy);
    }

    /// <summary>A stretch of the text and what is to be said about it.</summary>
    private sealed record Mark(string Severity, int From, int To, string Message, string Remedy);
}
