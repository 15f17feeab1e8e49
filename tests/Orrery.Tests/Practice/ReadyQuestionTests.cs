using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Tests.House;
using Orrery.Tests.Query;

namespace Orrery.Tests.Practice;

/// <summary>The questions that come with packs: readable, and on Harbor Mutual answered as cases/questions says.</summary>
public sealed class ReadyQuestionTests
{
    public static TheoryData<string> Harbor => [.. QuestionShelf.Of("harbor").Select(question => question.Name)];

    [Theory]
    [MemberData(nameof(Harbor))]
    public void Harbor_answers_as_agreed(string name)
    {
        var question = QuestionShelf.Of("harbor").Single(question => question.Name == name);
        var outcome = AnswerTable.Ask(new(question.Text, question.Parameters), HarborMutual.Today);
        var answer = Assert.IsType<QueryOutcome.Answered>(outcome).Answer;

        Assert.Empty(answer.Warnings);
        Assert.True(answer.Rows is not [] || question.WhenEmpty is not null, "No rows, and nothing says why that is good.");
        // What is collected comes in no order; the steps of a path do.
        var shown = question.Text.Contains("path") ? answer : AnswerTable.WithoutOrder(answer);
        Agree(name, $"# {question.Said}\n\n{AnswerTable.Of(shown, HarborMutual.Today)}");
    }

    [Fact]
    public void Every_agreed_answer_has_its_question() =>
        Rule.HasNoBreaches(
            Directory
                .EnumerateFiles(Path.Combine(Checkout.Root, "cases", "questions", "harbor"))
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Except(QuestionShelf.Of("harbor").Select(question => question.Name))
        );

    [Fact]
    public void There_are_fifty_and_no_two_are_called_alike()
    {
        var all = QuestionShelf.Of("harbor").Concat(QuestionShelf.Of("kubernetes")).ToList();

        Assert.True(all.Count >= 50);
        Assert.Equal(all.Count, all.DistinctBy(question => question.Name).Count());
        Assert.All(all, question => Assert.EndsWith("?", question.Said));
    }

    [Fact]
    public void A_workspace_has_the_questions_of_its_packs() =>
        Assert.Equal(
            HarborMutual
                .Story.Model.Packs.Select(pack => pack.Name)
                .Order(StringComparer.Ordinal)
                .SelectMany(pack => QuestionShelf.Of(pack))
                .Select(question => question.Name),
            QuestionShelf.Of(HarborMutual.Today).Select(question => question.Name)
        );

    [Fact]
    public void A_pack_may_bring_none() => Assert.Empty(QuestionShelf.Of("nowhere"));

    [Fact]
    public void Parameters_are_values_of_the_language_or_texts()
    {
        var read = QuestionReader.Read(
            "some",
            "some.yaml",
            "questions:\n  a:\n    question: What?\n    asks: somebody\n    query: RETURN $n\n"
                + "    parameters: { n: 3, day: \"date('2026-01-31')\", ref: bet:a }\n"
        );

        var parameters = Assert.Single(read.OrThrow()).Parameters;

        Assert.Equal(Value.Of(3L), parameters["n"]);
        Assert.IsType<Value.Date>(parameters["day"]);
        Assert.Equal("bet:a", parameters["ref"].AsText);
    }

    [Theory]
    [InlineData("questions:\n  a:\n    asks: b\n    query: c", "yaml.missing")]
    [InlineData("questions:\n  a:\n    question: a\n    asks: b\n    query: c\n    who: d", "yaml.unknown-key")]
    [InlineData("questions: [a]", "yaml.wrong-type")]
    [InlineData("question:\n  a: b", "yaml.unknown-key")]
    public void What_makes_no_sense_is_refused_by_line(string text, string code)
    {
        var refused = Assert.IsType<Outcome<System.Collections.Immutable.ImmutableArray<ReadyQuestion>>.Refused>(
            QuestionReader.Read("some", "some.yaml", text)
        );

        Assert.Contains(refused.Faults, fault => fault.Code == code && fault.Message.Contains("some.yaml:"));
    }

    private static void Agree(string name, string found)
    {
        var file = Path.Combine(Checkout.Root, "cases", "questions", "harbor", $"{name}.md");
        if (Environment.GetEnvironmentVariable("ORRERY_ACCEPT") == "1")
            File.WriteAllText(file, found);
        Assert.Equal(File.ReadAllText(file), found);
    }
}
