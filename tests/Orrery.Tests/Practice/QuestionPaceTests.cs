using System.Diagnostics;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Tests.Query;

namespace Orrery.Tests.Practice;

/// <summary>How long the questions of each pack take on its demo: written to the output, never asserted.</summary>
public sealed class QuestionPaceTests
{
    public static TheoryData<string> Packs => [.. PackShelf.Names];

    [Theory]
    [InlineData("harbor-mutual")]
    [InlineData("skein")]
    [InlineData("ten-tables")]
    public void Every_question_of_a_companys_packs_is_answered(string name)
    {
        var today = name == "harbor-mutual" ? HarborMutual.Today : DemoCompanies.Of(name).Today;
        var paces = QuestionShelf.Of(today).Select(question => (question.Name, Took: Ask(question, today))).ToList();

        Tell(name, paces);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_question_of_a_pack_is_answered_on_its_example(string pack)
    {
        var reading = PackPlay.Of(pack);

        Tell(pack, [.. QuestionShelf.Of(pack).Select(question => (question.Name, Ask(question, reading)))]);
    }

    private static void Tell(string name, List<(string Name, TimeSpan Took)> paces)
    {
        foreach (var (question, took) in paces.OrderByDescending(pace => pace.Took).Take(5))
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {took.TotalMilliseconds:0.00} ms {question}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {paces.Count} questions");
        Assert.NotEmpty(paces);
    }

    // The best of five: on a busy machine the others tell of its neighbours.
    private static TimeSpan Ask(ReadyQuestion question, Reading today)
    {
        Assert.IsType<QueryOutcome.Answered>(AnswerTable.Ask(new(question.Text, question.Parameters), today));
        return Enumerable.Range(0, 5).Min(_ => Once(question, today));
    }

    private static TimeSpan Once(ReadyQuestion question, Reading today)
    {
        var began = Stopwatch.GetTimestamp();
        AnswerTable.Ask(new(question.Text, question.Parameters), today);
        return Stopwatch.GetElapsedTime(began);
    }
}
