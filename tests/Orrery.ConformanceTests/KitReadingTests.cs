namespace Orrery.ConformanceTests;

/// <summary>Reading the kit itself, on scenarios of our own.</summary>
public sealed class KitReadingTests
{
    private const string Text = """"
        # A comment.
        Feature: Own
          What it is about.

          Background:
            Given an empty graph

          @tag
          Scenario: [1] With a table
            And having executed:
              """
              CREATE (a)
                -[:T]->(b) # not a comment here

              """
            Then the result should be, in any order:
              | a\|b | 'x\\ny' |
              | <n>  |         |

          Scenario Outline: [2] Filled
            When executing query:
              """
              RETURN <what> AS x
              """
            Then the result should be <how>

            Examples:
              | what | how      |
              | 1    | in order |
              # between
              | '<'  | empty    |

            Examples:
              | what | how |
              | 3    | z   |
        """";

    [Fact]
    public void A_background_stands_in_front_and_a_text_keeps_its_shape()
    {
        var scenario = FeatureReader.Read("own/Own.feature", Text)[0];

        Assert.Equal("own/Own.feature [1] With a table", scenario.Id);
        Assert.Equal(
            ["an empty graph", "having executed:", "the result should be, in any order:"],
            scenario.Steps.Select(s => s.Text)
        );
        Assert.Equal("CREATE (a)\n  -[:T]->(b) # not a comment here\n", scenario.Steps[1].Document);
        Assert.Equal(
            [
                ["a|b", @"'x\ny'"],
                ["<n>", ""],
            ],
            scenario.Steps[2].Table.Select(row => row.ToArray())
        );
    }

    [Fact]
    public void An_outline_is_filled_in_for_every_example_of_every_table()
    {
        var filled = FeatureReader.Read("own/Own.feature", Text)[1..];

        Assert.Equal([1, 2, 3], filled.Select(scenario => scenario.Example));
        Assert.Equal(
            ["RETURN 1 AS x", "RETURN '<' AS x", "RETURN 3 AS x"],
            filled.Select(scenario => scenario.Steps[1].Document)
        );
        Assert.Equal("the result should be empty", filled[1].Steps[2].Text);
    }

    [Fact]
    public void Every_scenario_of_the_kit_has_an_id_of_its_own()
    {
        Assert.SkipWhen(CompatibilityKit.Folder is null, CompatibilityKit.Absent);

        var ids = CompatibilityKit.Scenarios.Select(scenario => scenario.Id).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void A_procedure_answers_from_its_table()
    {
        var procedure = KitProcedure.Of(
            "test.my.proc(name :: STRING?, id :: NUMBER?) :: (city :: STRING?) :",
            [
                ["name", "id", "city"],
                ["'a'", "1", "'x'"],
                ["'a'", "1.0", "'y'"],
                ["'b'", "null", "'z'"],
            ]
        );

        Assert.Equal("test.my.proc", procedure.Name);
        Assert.Equal("city", Assert.Single(procedure.Outputs).Name);
        Assert.Equal(
            ["'x'", "'y'"],
            procedure
                .Call(null!, [Orrery.Graph.Value.Of("a"), Orrery.Graph.Value.Of(1)])
                .Select(row => LiteralText.Of(new Literal.Atom(row[0]), ListOrder.Matters))
        );
    }
}
