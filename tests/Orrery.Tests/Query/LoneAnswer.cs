using Orrery.Query;
using Orrery.Tests.Graph;

namespace Orrery.Tests.Query;

/// <summary>What a query answers in an empty company under the usual limits: the first cell, or the code of its fault.</summary>
internal static class LoneAnswer
{
    public static string Of(string text)
    {
        Questions questions = new(QueryLimits.Usual, StandardProcedures.All);
        var outcome = questions.Ask(
            Question.Of(text),
            new Company().Read(),
            new(() => throw new InvalidOperationException("It only reads."), new(0)),
            TestContext.Current.CancellationToken
        );
        return outcome switch
        {
            QueryOutcome.Answered { Answer: var answer } => ValueExpression.Write(answer.Rows[0][0]),
            QueryOutcome.Refused { Fault: var refused } => refused.Fault.Code,
            _ => throw new InvalidOperationException($"{outcome}"),
        };
    }
}
