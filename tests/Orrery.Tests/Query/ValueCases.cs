using Orrery.Tests.Import;

namespace Orrery.Tests.Query;

/// <summary>What openCypher answers to expressions of values alone: cases/query.</summary>
public sealed class ValueCases
{
    [Theory]
    [InlineData("arithmetic")]
    [InlineData("comparisons")]
    [InlineData("functions")]
    [InlineData("times")]
    [InlineData("durations")]
    public void Expressions_answer_as_written(string subject)
    {
        var wrong = CaseFile
            .Read($"query/{subject}.cases")
            .Select(line => (line.Input, line.Output, Answer: ValueExpression.Answer(line.Input)))
            .Where(line => line.Answer != line.Output)
            .Select(line => $"{line.Input}\n  is {line.Answer}\n  not {line.Output}")
            .ToList();

        Assert.True(wrong is [], string.Join('\n', wrong));
    }
}
