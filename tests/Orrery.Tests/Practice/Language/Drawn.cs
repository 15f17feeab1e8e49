using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Tests.Query;

namespace Orrery.Tests.Practice;

/// <summary>A small company with all packs, written as a query that creates it, and questions to it.</summary>
internal static class Drawn
{
    private static readonly Questions Questions = new(
        QueryLimits.Usual,
        [.. StandardProcedures.All, .. PracticeLanguage.Procedures],
        PracticeLanguage.Functions,
        Guardrails.People
    );

    private static readonly Lazy<Reading> Empty = new(PackPlay.OfAll);

    /// <summary>A company with no things.</summary>
    public static Reading Nothing => Empty.Value;

    /// <summary>The company that a query creates, today.</summary>
    public static Reading Of(string query) => In(Nothing, query);

    /// <summary>What a query makes of a company.</summary>
    public static Reading In(Reading before, string query)
    {
        var number = 0;
        var outcome = Questions.Ask(
            Question.Of(query),
            before,
            new(() => Id.Named("drawn", $"{before.Snapshot.At.Value} {number++}"), new Random(0)),
            TestContext.Current.CancellationToken
        );
        var changes = Assert.IsType<QueryOutcome.Answered>(outcome).Answer.Changes;
        var decision = GraphRules.Decide(before.Snapshot, changes!.Commands);
        var events = decision is Decision.Accepted accepted
            ? accepted.Events
            : throw new FaultException(((Decision.Refused)decision).Fault);
        var snapshot = before.Snapshot.Apply(new(before.Snapshot.At.Next, PackPlay.Now, new("Test", Origin.Product), events));
        return snapshot.Read(before.Valid, before.Now, before.Mask);
    }

    /// <summary>What is answered.</summary>
    public static QueryOutcome Ask(Reading reading, string query) => Asked(Questions, reading, query);

    /// <summary>What is answered within other limits.</summary>
    public static QueryOutcome Ask(QueryLimits limits, Reading reading, string query) =>
        Asked(
            new(
                limits,
                [.. StandardProcedures.All, .. PracticeLanguage.Procedures],
                PracticeLanguage.Functions,
                Guardrails.People
            ),
            reading,
            query
        );

    /// <summary>The rows, values separated by commas and rows by semicolons; of a refusal its code.</summary>
    public static string Answer(Reading reading, string query) =>
        Ask(reading, query) switch
        {
            QueryOutcome.Answered answered => string.Join(
                "; ",
                answered.Answer.Rows.Select(row => string.Join(", ", row.Select(value => Text(value, reading))))
            ),
            QueryOutcome.Refused refused => refused.Fault.Fault.Code,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Text(Value value, Reading reading) =>
        value switch
        {
            Value.Entity e => reading.Find(e.Id)!.Title,
            Value.Relation r => Text(reading, reading.FindRelation(r.Id)!),
            Value.List list => $"[{string.Join(", ", list.Items.Select(item => Text(item, reading)))}]",
            _ => ValueExpression.Write(value),
        };

    private static string Text(Reading reading, Relation relation) =>
        $"{reading.Find(relation.FromId)?.Title} > {reading.Find(relation.ToId)?.Title}";

    private static QueryOutcome Asked(Questions questions, Reading reading, string query) =>
        questions.Ask(
            Question.Of(query),
            reading,
            new(() => throw new InvalidOperationException("It only reads."), new Random(0)),
            TestContext.Current.CancellationToken
        );
}
