using System.Collections.Immutable;

namespace Orrery.Server;

/// <summary>Writes a picture of rows and columns as a file of its own.</summary>
internal static class GridSvg
{
    private const int Margin = 14;
    private const int Top = 54;
    private const int ColumnHead = 26;
    private const int LineHeight = 18;
    private const int Padding = 8;
    private const double Gap = 6;

    public static string Write(PictureGrid grid)
    {
        var heights = grid.Rows.Select(row => HeightOf(grid, row)).ToImmutableArray();
        var width = (Margin * 2) + grid.HeadWidth + (grid.ColumnWidth * grid.Columns.Length);
        using var file = new SvgFile(width, Top + ColumnHead + heights.Sum() + Margin, grid.Title);
        file.Text(Margin, 26, grid.Title, PictureInks.Ink, 16, "600");
        file.Text(Margin, 44, grid.Said, PictureInks.Ink3, 11);
        foreach (var (index, title) in grid.Columns.Index())
            file.Text(
                Margin + grid.HeadWidth + (grid.ColumnWidth * index) + Padding,
                Top + 17,
                SvgFile.Fit(title, grid.ColumnWidth - (Padding * 2), SvgFile.BoldCharacter),
                PictureInks.Ink2,
                12,
                "600"
            );
        double y = Top + ColumnHead;
        foreach (var (row, height) in grid.Rows.Zip(heights))
        {
            WriteRow(file, grid, row, y, height);
            y += height;
        }

        return file.Close();
    }

    // A heading takes the lines it needs, what is said below it one each.
    private static ImmutableArray<(string Text, bool IsTitle)> HeadOf(PictureGrid grid, PictureRow row) =>
        row.Head is not [var title, .. var below]
            ? []
            :
            [
                .. SvgFile.Wrap(title, grid.HeadWidth - Padding).Select(line => (line, true)),
                .. below.Select(line => (SvgFile.Fit(line, grid.HeadWidth - Padding), false)),
            ];

    private static int HeightOf(PictureGrid grid, PictureRow row) =>
        (Padding * 2)
        + (LineHeight * Math.Max(HeadOf(grid, row).Length, row.Cells.Select(cell => cell.Lines.Length).DefaultIfEmpty(0).Max()));

    private static void WriteRow(SvgFile file, PictureGrid grid, PictureRow row, double y, int height)
    {
        file.Line(Margin, y, Margin + grid.HeadWidth + (grid.ColumnWidth * grid.Columns.Length), y, PictureInks.Line);
        foreach (var (line, (text, isTitle)) in HeadOf(grid, row).Index())
            file.Text(
                Margin,
                y + Padding + 13 + (LineHeight * line),
                text,
                isTitle ? PictureInks.Ink : PictureInks.Ink3,
                isTitle ? 13 : 11,
                isTitle ? "600" : "400"
            );
        foreach (var (column, cell) in row.Cells.Index())
        {
            var x = Margin + grid.HeadWidth + (grid.ColumnWidth * column);
            if (cell.IsGap)
                file.Rect(x, y + 1, grid.ColumnWidth, height - 1, ("fill", PictureInks.Ask), ("fill-opacity", "0.07"));
            if (column > 0 || grid.HeadWidth > 0)
                file.Line(x, y, x, y + height, PictureInks.SoftLine);
            foreach (var (index, line) in cell.Lines.Index())
                WriteLine(file, line, x + Padding, y + Padding + 13 + (LineHeight * index), grid.ColumnWidth - (Padding * 2));
        }
    }

    private static void WriteLine(SvgFile file, PictureLine line, double x, double y, double room)
    {
        if (line.Category is { } category)
        {
            file.Body(category, x + 5, y - 4);
            (x, room) = (x + 15, room - 15);
        }

        var tag = line.Tag is { } said ? SvgFile.WidthOf(said) + Gap : 0;
        var text = SvgFile.Fit(line.Text, Math.Max(room - tag, 40));
        file.Tagged(
            x,
            y,
            (text, line.Look == PictureLook.Usual ? PictureInks.Ink : PictureInks.Ink3, line.Look == PictureLook.Gone),
            line.Tag is { } word ? (word, PictureInks.Accent) : null
        );
    }
}
