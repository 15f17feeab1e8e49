using System.Collections;
using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The cards of a column of a board. There are thousands of them and forty are drawn: a card is made when somebody asks for it.</summary>
/// <param name="view">Whose rows they are.</param>
/// <param name="by">The column of the answer whose values are the columns of the board, or null.</param>
/// <param name="rows">The numbers of their rows.</param>
/// <param name="nth">Which of the rows of its thing each row of the view is; null where no thing is in two.</param>
public sealed class BoardCards(ShownView view, int? by, ImmutableArray<int> rows, int[]? nth) : IReadOnlyList<BoardCard>
{
    public int Count => rows.Length;

    public bool IsEmpty => rows.IsEmpty;

    /// <summary>How many are there at the moment that is looked at.</summary>
    public int HereCount => view.Then is null ? rows.Length : rows.Count(row => view.Rows.MarkOf(row) != RowMark.Went);

    /// <summary>How many came since the moment compared with, new or from another column.</summary>
    public int CameCount =>
        view.Then is null ? 0 : rows.Count(row => view.Rows.MarkOf(row) == RowMark.Came || CameFrom(view.Rows[row]) is not null);

    public BoardCard this[int card]
    {
        get
        {
            var row = rows[card];
            var shown = view.Rows[row];
            var thing = view.ThingColumn is { } column && shown.Cells[column] is Value.Entity { Id: var id } ? id : (Id?)null;
            return new(row, thing, thing is null ? 1 : nth?[row] ?? 1, shown, CameFrom(shown));
        }
    }

    public IEnumerator<BoardCard> GetEnumerator()
    {
        for (var card = 0; card < Count; card++)
            yield return this[card];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ViewGroup? CameFrom(ShownRow row)
    {
        if (by is not { } column || row.Before is not { } before || before[column].Equals(row.Cells[column]))
            return null;
        var was = before[column];
        return ViewGroups.Of(view, column, [was]).First(group => group.Value.Equals(was));
    }
}
