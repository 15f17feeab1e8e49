using FsCheck;
using FsCheck.Fluent;
using Orrery.Query;
using Orrery.Tests.Practice;

namespace Orrery.Tests.Query.Building;

/// <summary>What is built is written, read back the same, and answered.</summary>
public sealed class BuildingLaws
{
    private static int Rounds => Environment.GetEnvironmentVariable("ORRERY_LONG") is null ? 400 : 20_000;

    [Fact]
    public void What_is_built_and_written_reads_back_the_same()
    {
        var reading = HarborMutual.Today;
        Prop.ForAll(
                new SomeQuestion(reading.Model).Any.ToArbitrary(),
                question =>
                {
                    var text = BuiltText.Write(question, reading.Model);
                    var outcome = BuiltText.Read(text, reading);

                    var built = Assert.IsType<BuiltOutcome.Built>(outcome);
                    Assert.True(question == built.Question, $"{text}\n{question}\n{built.Question}");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds));
    }

    [Fact]
    public void What_is_built_names_only_what_the_model_knows_and_runs()
    {
        var reading = HarborMutual.Today;
        Questions questions = new(QueryLimits.Usual with { Looks = 300_000 }, StandardProcedures.All);
        Prop.ForAll(
                new SomeQuestion(reading.Model).Any.ToArbitrary(),
                question =>
                {
                    var text = BuiltText.Write(question, reading.Model);
                    var outcome = questions.Ask(
                        Question.Of(text),
                        reading,
                        new(() => throw new InvalidOperationException("A question creates nothing."), new(0)),
                        TestContext.Current.CancellationToken
                    );

                    if (outcome is QueryOutcome.Refused { Fault: { Error: not QueryError.LimitReached } fault })
                        Assert.Fail($"{text}\n{fault.Fault}");
                    if (outcome is QueryOutcome.Answered { Answer: var answer })
                        Assert.True(answer.Warnings is [], $"{text}\n{string.Join('\n', answer.Warnings)}");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds / 4));
    }
}
