using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Tests.House;
using Orrery.Tests.Import;

namespace Orrery.Tests.Practice;

/// <summary>The reviewed list of what is not worked out, as packs are judged by it.</summary>
public sealed class ReviewTests
{
    [Fact]
    public void Queries_of_packs_are_judged_as_written()
    {
        var wrong = CaseFile
            .Read("guardrails/reviewed.cases")
            .Select(line => (line.Input, line.Output, Answer: Said(line.Input)))
            .Where(line => line.Answer != line.Output)
            .Select(line => $"{line.Input}\n  is {line.Answer}\n  not {line.Output}")
            .ToList();

        Assert.True(wrong is [], string.Join('\n', wrong));
    }

    [Fact]
    public void No_question_and_no_view_of_the_shelf_breaks_the_list()
    {
        var questions = PackShelf
            .Names.SelectMany(name => QuestionShelf.Of(name))
            .Select(question => (question.Name, question.Text));
        var views = PackShelf
            .Names.SelectMany(name => PackShelf.Take(name).Views)
            .Select(view => (view.Symbol, view.Definition.Query));

        Rule.HasNoBreaches(
            questions.Concat(views).Where(one => Said(one.Item2) != "fine").Select(one => $"{one.Item1}: {Said(one.Item2)}")
        );
    }

    [Fact]
    public void Lint_refuses_a_view_that_ranks_and_says_what_to_do_instead()
    {
        const string Pack = """
            pack: ours
            version: 1.0.0
            title: Ours
            description: Ours.
            revisit: 2027-01-01
            needs: [core]
            views:
              busy:
                title: Who is busy
                task: See who is busy
                audience: everybody
                shape: table
                query: "MATCH (t:Team)-[:WORKS_ON]->(b:Bet) RETURN t.title AS team, count(b) AS bets ORDER BY bets DESC"
            """;

        var refused = Assert.IsType<Outcome<Catalogue>.Refused>(
            Catalogue.Of([PackShelf.Take("core"), PackReader.Read("ours.yaml", Pack).OrThrow()])
        );

        var fault = Assert.Single(refused.Faults);
        Assert.Equal("pack.banned", fault.Code);
        Assert.Contains("teams-ranked", fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("ours.yaml:", fault.Message, StringComparison.Ordinal);
        Assert.Equal(Guardrails.For(ReviewBreach.TeamsRanked).Instead, fault.Remedy);
    }

    [Fact]
    public void The_page_lists_what_the_list_holds()
    {
        var page = Checkout.Read("docs/guardrails.md");

        Rule.HasNoBreaches(
            Guardrails
                .Banned.SelectMany(banned => new[] { $"`{banned.Name}`", banned.Refuses, banned.Because, banned.Instead })
                .Concat(Guardrails.People.Kinds.Concat(Guardrails.People.Names).Concat(Guardrails.People.Belonging).Select(Coded))
                .Concat(Guardrails.Teams.Concat(Guardrails.Words).Select(Coded))
                .Where(text => !page.Contains(text, StringComparison.Ordinal))
        );
    }

    private static string Coded(string name) => $"`{name}`";

    private static string Said(string query) =>
        QueryReview.Of(query, Drawn.Nothing, Guardrails.Reviewed) is { IsEmpty: false } breaches
            ? string.Join(", ", breaches)
            : "fine";
}
