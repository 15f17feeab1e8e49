using System.Text;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Tests.House;
using Orrery.Tests.Query;

namespace Orrery.Tests.Practice;

/// <summary>docs/functions.md says what is so: every function and procedure of the practice has its place there, and its examples answer as shown.</summary>
/// <remarks>With ORRERY_ACCEPT=1 the answers and the list of settings are written anew.</remarks>
public sealed class FunctionDocumentTests
{
    private static readonly string File = Path.Combine(Checkout.Root, "docs", "functions.md");

    private static bool IsAccepting => Environment.GetEnvironmentVariable("ORRERY_ACCEPT") == "1";

    private static string Text => System.IO.File.ReadAllText(File);

    [Fact]
    public void Every_example_answers_as_it_shows()
    {
        if (IsAccepting)
            System.IO.File.WriteAllText(File, FencedQueries.With(Text, Answered));

        Assert.All(FencedQueries.In(Text), query => Assert.Equal((query.Line, query.Below), (query.Line, Answered(query.Query))));
    }

    [Fact]
    public void Everything_has_its_place_with_its_meaning_its_source_its_cost_and_an_example()
    {
        var sections = Text.Split("\n### ").Skip(1).ToDictionary(section => section[..section.IndexOf('\n')]);

        Rule.HasNoBreaches(
            PracticeLanguage
                .Functions.Select(function => (function.Name, function.Signature, function.Summary))
                .Concat(
                    PracticeLanguage.Procedures.Select(procedure =>
                        (procedure.Name, QueryLanguage.SignatureOf(procedure), procedure.Summary)
                    )
                )
                .Where(one =>
                    !sections.TryGetValue(one.Name, out var section)
                    || !new[] { $"`{one.Item2}`", one.Summary, "Source: ", "Cost: ", $"{one.Name}(" }.All(part =>
                        section.Contains(part, StringComparison.Ordinal)
                    )
                    || !FencedQueries.In(section).Any(query => query.Query.Contains($"{one.Name}(", StringComparison.Ordinal))
                )
                .Select(one => one.Name)
        );
        Assert.Equal(sections.Count, PracticeLanguage.Functions.Length + PracticeLanguage.Procedures.Length);
    }

    [Fact]
    public void Every_setting_is_listed()
    {
        var text = Text;
        var start = text.IndexOf('\n', text.IndexOf("<!-- settings:", StringComparison.Ordinal)) + 1;
        var end = text.IndexOf("<!-- end -->", start, StringComparison.Ordinal);
        var list = Settings();
        if (IsAccepting)
            System.IO.File.WriteAllText(File, text[..start] + list + text[end..]);

        Assert.Equal(list, IsAccepting ? list : text[start..end]);
    }

    private static string Settings()
    {
        var table = new StringBuilder("| setting | usually | means | source |\n| --- | --- | --- | --- |\n");
        foreach (var setting in PracticeSettings.All)
            table.Append($"| `{setting.Name}` | {Said(setting.Usual)} | {setting.Title} | {setting.Source} |\n");
        return table.ToString();
    }

    private static string Said(Value value) =>
        value is Value.List { Items.Length: > 8 } ? "a list" : ValueExpression.Write(value);

    private static string Answered(string query) =>
        AnswerTable.Ask(Question.Of(query), HarborMutual.Today) switch
        {
            QueryOutcome.Answered { Answer: { Warnings: [var note, ..] } } =>
                $"```text\nnote: {note.Message} {note.Remedy}\n```\n",
            QueryOutcome.Answered { Answer: var answer } => AnswerTable.Of(answer, HarborMutual.Today),
            QueryOutcome.Refused { Fault.Fault: var fault } => $"```text\n{fault.Message.Trim()}\n{fault.Remedy}\n```\n",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
