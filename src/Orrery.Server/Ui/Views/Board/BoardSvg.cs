namespace Orrery.Server;

/// <summary>A board as a file of its own.</summary>
internal static class BoardSvg
{
    public static string Write(ShownView view)
    {
        var board = Board.Of(view);
        return GridSvg.Write(
            new(
                view.Title,
                PictureWords.Said(view),
                0,
                230,
                [.. board.Columns.Select(column => $"{column.Group.Title} {column.Count:#,0}")],
                [
                    new(
                        [],
                        [
                            .. board.Columns.Select(column =>
                                PictureCell.Of(column.Cards.SelectMany(card => Lines(view, board, card)))
                            ),
                        ]
                    ),
                ]
            )
        );
    }

    private static IEnumerable<PictureLine> Lines(ShownView view, Board board, BoardCard card)
    {
        var thing = view.ThingOf(card.Row);
        yield return PictureWords.Line(
            thing is null ? view.Visit.Values.Of(card.Row.Cells[Board.TitleColumn(view)], null) : Titles.Of(thing),
            thing is null ? null : view.Telling.CategoryOf(thing),
            card.CameFrom is null ? card.Row.Mark : RowMark.Moved,
            card.CameFrom is { } from ? $"from {from.Title}" : null
        );
        if (Facts(view, board, card) is { Length: > 0 } facts)
            yield return new(facts, null, PictureLook.Note);
    }

    private static string Facts(ShownView view, Board board, BoardCard card) =>
        string.Join(
            " · ",
            board
                .Facts.Where(column => !card.Row.Cells[column].IsNothing)
                .Select(column => view.Visit.Values.Short(card.Row.Cells[column], view.FieldOf(card.Row, column)))
        );
}
