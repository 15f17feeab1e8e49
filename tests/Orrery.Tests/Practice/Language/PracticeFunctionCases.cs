using Orrery.Practice;
using Orrery.Tests.House;
using Orrery.Tests.Import;

namespace Orrery.Tests.Practice;

/// <summary>What the functions of the practice answer to values: the worked numbers of the domain catalogue, and more.</summary>
public sealed class PracticeFunctionCases
{
    [Theory]
    [InlineData("functions")]
    [InlineData("refusals")]
    public void Expressions_answer_as_written(string subject)
    {
        var wrong = CaseFile
            .Read($"practice/{subject}.cases")
            .Select(line => (line.Input, line.Output, Answer: Drawn.Answer(Drawn.Nothing, $"RETURN {line.Input} AS answer")))
            .Where(line => line.Answer != line.Output)
            .Select(line => $"{line.Input}\n  is {line.Answer}\n  not {line.Output}")
            .ToList();

        Assert.True(wrong is [], string.Join('\n', wrong));
    }

    [Fact]
    public void All_names_begin_alike_and_no_two_are_the_same()
    {
        var names = PracticeLanguage
            .Functions.Select(function => function.Name)
            .Concat(PracticeLanguage.Procedures.Select(procedure => procedure.Name))
            .ToArray();

        Rule.HasNoBreaches(names.Where(name => !name.StartsWith("practice.", StringComparison.Ordinal)));
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Every_function_that_takes_values_has_a_case()
    {
        string[] ofThings =
        [
            "practice.freshness",
            "practice.hopsToValue",
            "practice.effectiveTeams",
            "practice.wip",
            "practice.wipLimit",
            "practice.overload",
        ];
        var written = string.Concat(CaseFile.Read("practice/functions.cases").Select(line => line.Input));

        Rule.HasNoBreaches(
            PracticeLanguage
                .Functions.Select(function => function.Name)
                .Except(ofThings)
                .Where(name => !written.Contains($"{name}(", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_workspace_goes_by_its_own_numbers()
    {
        var own = Drawn.In(Drawn.Nothing, "MATCH (w:workspace) SET w.`fresh-from` = 0.9, w.`horizon-ends` = 'soon'");

        Assert.Equal("'ageing', 'h2'", Drawn.Answer(own, "RETURN practice.freshnessBand(0.8) AS a, practice.horizon(7) AS b"));
        Assert.Equal("'fresh'", Drawn.Answer(Drawn.Nothing, "RETURN practice.freshnessBand(0.8) AS a"));
    }

    [Fact]
    public void Functions_stand_wherever_expressions_do()
    {
        Assert.Equal(
            "'h1', 2; 'h2', 1",
            Drawn.Answer(
                Drawn.Nothing,
                "UNWIND [1, 2, 10] AS d WITH practice.horizon(d) AS h, count(*) AS c WHERE PRACTICE.horizon(1) = 'h1' RETURN h, c ORDER BY practice.setting('minimum-group'), h"
            )
        );
    }
}
