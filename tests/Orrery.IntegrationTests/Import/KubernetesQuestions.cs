using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.IntegrationTests.Import;

/// <summary>The questions that come with the pack of the Kubernetes project, on its whole history.</summary>
public sealed class KubernetesQuestions(KubernetesFiles data)
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 1, 0, 0);

    public static TheoryData<string> Names => [.. QuestionShelf.Of("kubernetes").Select(question => question.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_question_has_an_answer_that_somebody_can_act_on(string name)
    {
        KubernetesFiles.SkipWithoutData();
        var question = QuestionShelf.Of("kubernetes").Single(question => question.Name == name);

        var answer = Ask(new(question.Text, question.Parameters));

        Assert.Empty(answer.Warnings);
        Assert.True(answer.Rows is not [] || question.WhenEmpty is not null, "No rows, and nothing says why that is good.");
    }

    [Fact]
    public void What_each_group_owns_is_what_its_relations_say()
    {
        KubernetesFiles.SkipWithoutData();
        var question = QuestionShelf.Of("kubernetes").Single(question => question.Name == "proposals-by-group");
        var counted = Reading
            .OfKind("group")
            .Select(group => (group.Title, Owned: group.Relations(Direction.Out, "owns").Count(r => r.To?.Kind == "kep")))
            .Where(group => group.Owned > 0)
            .ToDictionary(group => group.Title!, group => (long)group.Owned);

        var answered = Ask(new(question.Text, question.Parameters))
            .Rows.ToDictionary(row => row[0].AsText!, row => ((Value.Integer)row[1]).Number);

        Assert.Equal(counted, answered);
    }

    private Reading Reading => data.History.Read(Now, Now, Mask.Nothing);

    private Answer Ask(Question question)
    {
        var questions = new Questions(QueryLimits.Usual, StandardProcedures.All);
        var outcome = questions.Ask(
            question,
            Reading,
            new(() => throw new InvalidOperationException("It only reads."), new Random(0)),
            TestContext.Current.CancellationToken
        );
        return Assert.IsType<QueryOutcome.Answered>(outcome).Answer;
    }
}
