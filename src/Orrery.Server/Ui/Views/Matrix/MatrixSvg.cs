using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A matrix as a file of its own.</summary>
internal static class MatrixSvg
{
    private const int Few = 6;

    public static string Write(ShownView view)
    {
        if (Matrix.Of(view) is not { } matrix)
            return GridSvg.Write(new(view.Title, "The answer has no two columns to cross.", 0, 320, [], []));
        var columns = matrix.DrawnColumns.ToArray();
        return GridSvg.Write(
            new(
                view.Title,
                PictureWords.Said(view),
                200,
                matrix.Content == MatrixContent.List ? 190 : 110,
                [.. columns.Select(column => column.Title), "All"],
                [
                    .. matrix.DrawnRows.Select(row => new PictureRow(
                        [row.Title],
                        [
                            .. columns.Select(column => Cell(view, matrix.Cell(row, column), matrix.Content)),
                            Total(view, matrix.TotalOfRow(row), matrix.Content),
                        ]
                    )),
                    new(
                        ["All"],
                        [
                            .. columns.Select(column => Total(view, matrix.TotalOfColumn(column), matrix.Content)),
                            Total(view, matrix.Total, matrix.Content),
                        ]
                    ),
                ]
            )
        );
    }

    private static PictureCell Cell(ShownView view, MatrixCell cell, MatrixContent content) =>
        cell.IsEmpty ? new([])
        : content == MatrixContent.List ? PictureCell.Of(cell.Items.Take(Few).Select(item => Item(view, cell, item)))
        : new([
            new(
                MatrixWords.Text(view, cell, content, isTotal: false),
                null,
                PictureLook.Usual,
                MatrixWords.Change(view, cell, content)
            ),
        ]);

    private static PictureCell Total(ShownView view, MatrixCell cell, MatrixContent content) =>
        new([new(MatrixWords.Text(view, cell, content, isTotal: true), null, PictureLook.Note)]);

    private static PictureLine Item(ShownView view, MatrixCell cell, Value item)
    {
        var thing = ViewGroups.ThingOf(view, item);
        return PictureWords.Line(
            thing is null ? "a row" : Titles.Of(thing),
            thing is null ? null : view.Telling.CategoryOf(thing),
            cell.Came.Contains(item) ? RowMark.Came : RowMark.Same,
            null
        );
    }
}
