using System.Text;
using Orrery.Graph;
using Orrery.Query;
using Orrery.Tests.House;
using Orrery.Tests.Practice;

namespace Orrery.Tests.Query;

/// <summary>docs/query-language.md says what is so: its queries answer as it shows, and it lists every function and procedure.</summary>
/// <remarks>With ORRERY_ACCEPT=1 the answers and lists are written anew.</remarks>
public sealed class QueryDocumentTests
{
    private const string End = "<!-- end -->";
    private static readonly string File = Path.Combine(Checkout.Root, "docs", "query-language.md");

    [Fact]
    public void Every_query_of_the_document_answers_as_it_shows()
    {
        if (IsAccepting)
            Write(FencedQueries.With(Text, Answered));

        Assert.All(FencedQueries.In(Text), query => Assert.Equal((query.Line, query.Below), (query.Line, Answered(query.Query))));
    }

    [Fact]
    public void Every_procedure_is_listed() => Listed("procedures", Procedures());

    [Fact]
    public void Every_function_is_listed()
    {
        Listed("functions", Functions());
        Rule.HasNoBreaches(FunctionNames.All.Where(name => !Text.Contains($"| `{name}(", StringComparison.Ordinal)));
    }

    private static bool IsAccepting => Environment.GetEnvironmentVariable("ORRERY_ACCEPT") == "1";

    private static string Text => System.IO.File.ReadAllText(File);

    private static void Write(string text) => System.IO.File.WriteAllText(File, text);

    private static void Listed(string what, string list)
    {
        var text = Text;
        var start = text.IndexOf($"<!-- {what}:", StringComparison.Ordinal);
        start = text.IndexOf('\n', start) + 1;
        var end = text.IndexOf(End, start, StringComparison.Ordinal);
        if (IsAccepting)
            Write(text[..start] + list + text[end..]);

        Assert.Equal(list, IsAccepting ? list : text[start..end]);
    }

    private static string Answered(string query)
    {
        var question = Question.Of(query);
        return AnswerTable.Ask(question, HarborMutual.Today) switch
        {
            QueryOutcome.Answered { Answer: { Warnings: [var note, ..] } } =>
                $"```text\nnote: {note.Message} {note.Remedy}\n```\n",
            QueryOutcome.Answered { Answer: var answer } => AnswerTable.Of(answer, HarborMutual.Today),
            QueryOutcome.Refused refused => throw new FaultException(refused.Fault.Fault),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Procedures() =>
        Table(
            "procedure",
            StandardProcedures.All.Select(procedure =>
                ($"{procedure.Name}({Names(procedure.Inputs)}) YIELD {Names(procedure.Outputs)}", procedure.Summary)
            )
        );

    private static string Names(IEnumerable<ProcedureField> fields) => string.Join(", ", fields.Select(field => field.Name));

    private static string Functions() =>
        string.Join(
            '\n',
            Group(
                "Of the graph",
                GraphFunctions
                    .All.Values.Select(function => (function.Signature, function.Summary))
                    .Append(("exists(thing.field)", "Whether the field has a value; the same as IS NOT NULL."))
            ),
            Group("Gathering", AggregateCatalogue.All.Values.Select(function => (function.Signature, function.Summary))),
            Group("Texts", TextFunctions.All),
            Group("Numbers", NumberFunctions.All),
            Group("Lists and maps", ListFunctions.All),
            Group("Conversions", ConversionFunctions.All),
            Group("Times", TimeFunctions.All),
            Group("Durations", DurationFunctions.All)
        );

    private static string Group(string title, IEnumerable<Function> functions) =>
        Group(title, functions.Select(function => (function.Signature, function.Summary)));

    private static string Group(string title, IEnumerable<(string Signature, string Summary)> functions) =>
        $"### {title}\n{Table("function", functions.OrderBy(function => function.Signature, StringComparer.Ordinal))}";

    private static string Table(string what, IEnumerable<(string Signature, string Summary)> rows)
    {
        var table = new StringBuilder($"| {what} | |\n| --- | --- |\n");
        foreach (var (signature, summary) in rows)
            table.Append($"| `{signature}` | {summary.Replace("|", "\\|")} |\n");
        return table.ToString();
    }
}
