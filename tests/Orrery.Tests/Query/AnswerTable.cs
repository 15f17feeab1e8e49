using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Tests.Query;

/// <summary>An answer as the table that documents and golden cases hold.</summary>
internal static class AnswerTable
{
    private static readonly Questions Questions = new(
        QueryLimits.Usual,
        [.. StandardProcedures.All, .. PracticeLanguage.Procedures],
        PracticeLanguage.Functions,
        Guardrails.People
    );

    /// <summary>Asks a question that only reads.</summary>
    public static QueryOutcome Ask(Question question, Reading reading) =>
        Questions.Ask(
            question,
            reading,
            new(() => Id.Named("asked", "once"), new Random(0)),
            TestContext.Current.CancellationToken
        );

    /// <summary>Markdown: a row of column names, a ruler, the rows; of a refusal its whole text.</summary>
    public static string Of(Question question, Reading reading) =>
        Ask(question, reading) switch
        {
            QueryOutcome.Answered answered => Of(answered.Answer, reading),
            QueryOutcome.Refused refused => $"{refused.Fault.Fault.Message.TrimEnd()}\n{refused.Fault.Fault.Remedy}\n",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string Of(Answer answer, Reading reading) =>
        string.Concat(
            answer
                .Rows.Select(row => row.Select(value => Cell(value, reading)))
                .Prepend(answer.Columns.Select(_ => "---"))
                .Prepend(answer.Columns)
                .Select(cells => $"| {string.Join(" | ", cells)} |\n")
        );

    /// <summary>The same answer with the items of each list in order, for lists that come in no order of their own.</summary>
    public static Answer WithoutOrder(Answer answer) =>
        answer with
        {
            Rows =
            [
                .. answer.Rows.Select(row =>
                    row.Select(value =>
                            value is Value.List list ? new Value.List([.. list.Items.Order(ValueOrder.Instance)]) : value
                        )
                        .ToImmutableArray()
                ),
            ],
        };

    private static string Cell(Value value, Reading reading) =>
        value.IsNothing ? "" : AnswerWords.Of(value, reading, isForPeople: true).Replace('|', '/');
}
