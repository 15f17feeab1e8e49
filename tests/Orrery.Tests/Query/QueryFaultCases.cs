using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Tests.House;
using Orrery.Tests.Practice;

namespace Orrery.Tests.Query;

/// <summary>What people are told when a query goes wrong, word for word: cases/faults-query. A changed line is a change of product text: read it.</summary>
/// <remarks>Asked of Harbor Mutual. With ORRERY_ACCEPT=1 the files are written anew.</remarks>
public sealed class QueryFaultCases
{
    private static readonly Questions Questions = new(
        new(1_000, 100_000, 4L << 20, TimeSpan.FromSeconds(20)),
        [.. StandardProcedures.All, .. PracticeLanguage.Procedures],
        PracticeLanguage.Functions,
        Guardrails.People
    );

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Checkout.Root, "cases", "faults-query"), "*.md")
                .Select(file => Path.GetFileName(file)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_refusal_says_what_is_wrong_where_and_what_to_type(string name)
    {
        var file = Path.Combine(Checkout.Root, "cases", "faults-query", name);
        if (Environment.GetEnvironmentVariable("ORRERY_ACCEPT") == "1")
            File.WriteAllText(file, FencedQueries.With(File.ReadAllText(file), Told));

        Assert.All(FencedQueries.In(File.ReadAllText(file)), query => Assert.Equal(query.Below, Told(query.Query)));
    }

    [Fact]
    public void There_are_sixty() =>
        Assert.True(Files.Sum(row => FencedQueries.In(Checkout.Read($"cases/faults-query/{row.Data}")).Count()) >= 60);

    private static string Told(string query)
    {
        var outcome = Questions.Ask(
            Question.Of(query),
            HarborMutual.Today,
            new(() => Id.Named("asked", query), new Random(0)),
            TestContext.Current.CancellationToken
        );
        var told = outcome switch
        {
            QueryOutcome.Refused { Fault.Fault: var fault } => Lines(fault),
            QueryOutcome.Answered { Answer.Warnings: var notes } => string.Concat(notes.Select(note => "note: " + Lines(note))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return $"```text\n{told}```\n";
    }

    private static string Lines(Fault fault) => $"{fault.Message.TrimEnd()}\n{fault.Remedy} [{fault.Code}]\n";
}
