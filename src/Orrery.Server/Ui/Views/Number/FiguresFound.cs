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
        : [.. answer.Rows.DistinctBy(row => row[of]).Select(row => new Figure(row[of], row[amount]))];
}
