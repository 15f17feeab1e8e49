using Orrery.Query;

namespace Orrery.Server;

/// <summary>Where the figures of an answer stand.</summary>
/// <param name="Of">The column that tells them apart; null when there is one figure.</param>
/// <param name="Amount">The column that holds them; null when rows are counted.</param>
public sealed record FigureColumns(int? Of, int? Amount)
{
    /// <summary>Found in the rows of an answer.</summary>
    public static FigureColumns In(Answer answer)
    {
        var columns = Enumerable.Range(0, answer.Columns.Length);
        int? amount = columns.Where(column => IsAmount(answer, column)).Select(column => (int?)column).FirstOrDefault();
        int? other = columns.Where(column => column != amount).Select(column => (int?)column).FirstOrDefault();
        return new(amount is not null && answer.Rows.Length > 1 ? other : null, amount);
    }

    private static bool IsAmount(Answer answer, int column) =>
        answer.Rows.Any(row => AnswerTelling.IsAmount(row[column]))
        && answer.Rows.All(row => row[column].IsNothing || AnswerTelling.IsAmount(row[column]));
}
