using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>The questions that come with packs, as a list to choose from.</summary>
internal static class ExampleSheet
{
    public static Sheet Of(ImmutableArray<ReadyQuestion> questions)
    {
        var sheet = new Sheet("name", "question", "asked by", "parameters") { Nothing = "The packs here bring no questions." };
        foreach (var question in questions)
            sheet.Add(question.Name, question.Said, question.Asks, Text(question));
        return sheet;
    }

    private static string Text(ReadyQuestion question) =>
        string.Join(", ", question.Parameters.Select(parameter => $"{parameter.Key}={ValueText.Of(parameter.Value)}"));
}
