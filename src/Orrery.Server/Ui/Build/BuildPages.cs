using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Questions put together of choices. Every choice is in the address; a text in it is opened as choices, where that can be.</summary>
internal static class BuildPages
{
    public static IResult Show(Visit visit)
    {
        var query = visit.Http.Request.Query;
        return query["q"].ToString() is { Length: > 0 } text
            ? Open(visit, text)
            : Show(visit, Draft(visit, query.ToDictionary(part => part.Key, part => part.Value.ToString())), null);
    }

    private static DrawnPage Open(Visit visit, string text)
    {
        switch (BuiltText.Read(text, visit.Reading))
        {
            case BuiltOutcome.Refused { Fault: var fault }:
                return Show(visit, Draft(visit, new Dictionary<string, string>()), new(text, fault.Fault));
            case BuiltOutcome.Built { Question: var question }:
                var draft = Draft(visit, BuildAddress.Of(question));
                // The text may name what the model does not offer there; opened without it, it would be another question.
                return draft.Question == question
                    ? Show(visit, draft, null)
                    : Show(visit, Draft(visit, new Dictionary<string, string>()), new(text, ServerFaults.NotOffered()));
            default:
                throw new System.Diagnostics.UnreachableException("A text is read or refused.");
        }
    }

    private static BuildDraft Draft(Visit visit, IReadOnlyDictionary<string, string> parts) =>
        DraftReading.Read(visit.Reading.Model, parts);

    private static DrawnPage Show(Visit visit, BuildDraft draft, BuildProblem? problem) =>
        Page.Of<BuildPage>(new BuildView(visit, draft, BuildAnswers.Of(visit, draft), problem));
}

/// <summary>A text that the builder could not open.</summary>
/// <param name="Text">The query.</param>
/// <param name="Fault">Why.</param>
public sealed record BuildProblem(string Text, Fault Fault);

/// <summary>What the page of the builder shows.</summary>
/// <param name="Visit">Who asks, at which moment.</param>
/// <param name="Draft">What is chosen.</param>
/// <param name="Answer">What it comes to; null as long as it is no question.</param>
/// <param name="Problem">A text that could not be opened, or null.</param>
public sealed record BuildView(Visit Visit, BuildDraft Draft, BuildAnswer? Answer, BuildProblem? Problem)
{
    public Choices Choices { get; } = new(Visit.Reading.Model);

    public BuildTelling Telling { get; } = new(Visit);

    public string? KindOf(int number) => Draft.Things.First(thing => thing.Number == number).Kind;
}
