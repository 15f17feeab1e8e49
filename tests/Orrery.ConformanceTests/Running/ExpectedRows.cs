using System.Collections.Immutable;
using System.Text;
using Orrery.Query;

namespace Orrery.ConformanceTests;

/// <summary>A table of expected rows, and how it is compared.</summary>
/// <param name="Columns">Their names; an answer may have them in another order.</param>
/// <param name="Rows">As texts of literals, a row a line.</param>
/// <param name="IsOrdered">Whether the order of rows counts.</param>
/// <param name="Lists">Whether the order within lists does.</param>
internal sealed record ExpectedRows(ImmutableArray<string> Columns, ImmutableArray<string> Rows, bool IsOrdered, ListOrder Lists)
{
    public static ExpectedRows Read(Step step, bool isOrdered, ListOrder lists) =>
        new(
            step.Table[0],
            [.. step.Table.Skip(1).Select(row => Line(row.Select(cell => LiteralText.Of(LiteralReader.Read(cell), lists))))],
            isOrdered,
            lists
        );

    /// <exception cref="ScenarioFailure">The answer is another one.</exception>
    public void Check(Asked asked)
    {
        var answer = asked.Answer;
        if (!Columns.Order(StringComparer.Ordinal).SequenceEqual(answer.Columns.Order(StringComparer.Ordinal)))
            throw new ScenarioFailure(
                "other columns",
                $"{asked.Text}\n\nexpected {Line(Columns)}\nactual   {Line(answer.Columns)}"
            );
        var actual = Lines(asked, answer);
        if (IsOrdered ? Rows.SequenceEqual(actual) : Sorted(Rows).SequenceEqual(Sorted(actual)))
            return;
        throw new ScenarioFailure(
            Sorted(Rows).SequenceEqual(Sorted(actual)) ? "rows in another order"
                : Rows.Length == actual.Length ? "other rows"
                : $"{actual.Length} rows instead of {Rows.Length}",
            $"{asked.Text}\n\n  {Line(Columns)}\n{Difference(actual)}"
        );
    }

    private ImmutableArray<string> Lines(Asked asked, Answer answer)
    {
        var shown = new Shown(asked.After, asked.Before);
        var places = Columns.Select(column => answer.Columns.IndexOf(column)).ToArray();
        return [.. answer.Rows.Select(row => Line(places.Select(place => LiteralText.Of(shown.Of(row[place]), Lists))))];
    }

    // Common lines plain, missing ones with a minus, unexpected ones with a plus; in order where order counts.
    private string Difference(ImmutableArray<string> actual)
    {
        if (IsOrdered)
            return $"expected\n  {string.Join("\n  ", Rows)}\nactual\n  {string.Join("\n  ", actual)}";
        var text = new StringBuilder();
        List<string> left = [.. actual];
        foreach (var row in Rows)
            text.AppendLine(left.Remove(row) ? $"  {row}" : $"- {row}");
        foreach (var row in left)
            text.AppendLine($"+ {row}");
        return text.ToString();
    }

    private static IEnumerable<string> Sorted(ImmutableArray<string> rows) => rows.Order(StringComparer.Ordinal);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
