using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Finds the figures of an answer.</summary>
internal static class FiguresFound
{
    /// <summary>The number in the only row, one for each of several rows that have a number, or else how many rows there are.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="shape">Which columns hold what; found once, so that every moment is read alike.</param>
    public static ImmutableArray<Figure> Of(Answer answer, FigureColumns shape) =>
        shape.Amount is not { } amount ? [new(null, Value.Of((long)answer.Rows.Length))]
        : shape.Of is not { } of ? [new(null, answer.Rows is [var only, ..] ? only[amount] : Value.Nothing)]
        : Each(answer, of, amount);

    // Of the first row of each.
    private static ImmutableArray<Figure> Each(Answer answer, int of, int amount)
    {
        HashSet<Value> seen = new(answer.Rows.Length);
        var figures = ImmutableArray.CreateBuilder<Figure>(answer.Rows.Length);
        foreach (var row in answer.Rows)
        {
            if (seen.Add(row[of]))
                figures.Add(new(row[of], row[amount]));
        }

        return figures.DrainToImmutable();
    }
}
