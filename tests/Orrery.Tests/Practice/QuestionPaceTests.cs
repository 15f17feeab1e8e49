using System.Diagnostics;
using System.Globalization;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Tests.Query;

namespace Orrery.Tests.Practice;

/// <summary>How long the questions of each pack take on its demo: written to the output as rows of a table (docs/performance.md), never asserted.</summary>
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

        foreach (var pack in QuestionShelf.Of(today).GroupBy(question => question.Pack))
            Tell(pack.Key, name, [.. pack.Select(question => Ask(question, today))]);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_question_of_a_pack_is_answered_on_its_example(string pack)
    {
        var reading = PackPlay.Of(pack);

        Tell(pack, "its example", [.. QuestionShelf.Of(pack).Select(question => Ask(question, reading))]);
    }

    private static void Tell(string pack, string on, Pace[] paces)
    {
        Assert.NotEmpty(paces);
        var (first, best) = (paces.MaxBy(pace => pace.First)!, paces.MaxBy(pace => pace.Best)!);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"| {pack} | {on} | {paces.Length} | {Said(first.First)} `{first.Question}` | {Said(best.Best)} `{best.Question}` |"
        );
    }

    private static string Said(TimeSpan took) => took.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture);

    // The first time of a question is planned and compiled in it; the best of five says what it costs: on a busy machine the others tell of its neighbours.
    private static Pace Ask(ReadyQuestion question, Reading today)
    {
        var began = Stopwatch.GetTimestamp();
        Assert.IsType<QueryOutcome.Answered>(AnswerTable.Ask(new(question.Text, question.Parameters), today));
        var first = Stopwatch.GetElapsedTime(began);
        return new(question.Name, first, Enumerable.Range(0, 5).Min(_ => Once(question, today)));
    }

    private static TimeSpan Once(ReadyQuestion question, Reading today)
    {
        var began = Stopwatch.GetTimestamp();
        AnswerTable.Ask(new(question.Text, question.Parameters), today);
        return Stopwatch.GetElapsedTime(began);
    }

    private sealed record Pace(string Question, TimeSpan First, TimeSpan Best);
}
