using System.Collections.Immutable;

namespace Orrery.Server;

/// <summary>Writes a picture of lines under columns as a file of its own.</summary>
internal static class ListSvg
{
    private const int Margin = 14;
    private const int Top = 54;
    private const int RowHeight = 26;
    private const int Padding = 10;
    private const int Indent = 18;
    private const int BodyWidth = 15;
    private const double Narrowest = 48;
    private const double WidestFirst = 420;
    private const double Widest = 240;
    private const double Gap = 6;

    public static string Write(PictureList list)
    {
        var widths = list.Columns.Select((_, column) => WidthOf(list, column)).ToImmutableArray();
        var more = list.Count - list.Rows.Length;
        var width = (Margin * 2) + Math.Max(widths.Sum(), SvgFile.WidthOf(list.Title, SvgFile.BoldCharacter) + (2 * Padding));
        var height = Top + (RowHeight * (list.Rows.Length + (more > 0 ? 2 : 1))) + Margin;
        using var file = new SvgFile(width, height, list.Title);
        file.Text(Margin, 26, list.Title, PictureInks.Ink, 16, "600");
        file.Text(Margin, 44, list.Said, PictureInks.Ink3, 11);
        WriteHeads(file, list, widths);
        var y = Top + RowHeight;
        foreach (var row in list.Rows)
        {
            WriteRow(file, list, row, widths, y);
            y += RowHeight;
        }

        if (more > 0)
            file.Text(Margin + Padding, y + 17, $"{more:#,0} more", PictureInks.Ink3, 12);
        return file.Close();
    }

    private static void WriteHeads(SvgFile file, PictureList list, ImmutableArray<double> widths)
    {
        double x = Margin;
        foreach (var ((title, isAmount), width) in list.Columns.Zip(widths))
        {
            var said = SvgFile.Fit(title, width - (Padding * 2), SvgFile.BoldCharacter);
            file.Text(isAmount ? x + width - Padding : x + Padding, Top + 17, said, PictureInks.Ink2, 12, "600", isAmount);
            x += width;
        }
    }

    private static void WriteRow(SvgFile file, PictureList list, PictureListRow row, ImmutableArray<double> widths, double y)
    {
        file.Line(Margin, y, Margin + widths.Sum(), y, row.IsStrong ? PictureInks.Line : PictureInks.SoftLine);
        double x = Margin;
        foreach (var (column, cell) in row.Cells.Index())
        {
            var indent = column == 0 ? row.Level * Indent : 0;
            var room = widths[column] - (Padding * 2) - indent;
            WriteCell(file, cell, x + Padding + indent, y + 17, room, list.Columns[column].IsAmount, row.IsStrong);
            x += widths[column];
        }
    }

    private static void WriteCell(SvgFile file, PictureLine cell, double x, double y, double room, bool isAmount, bool isStrong)
    {
        if (cell.Category is { } category)
        {
            file.Body(category, x + 5, y - 4);
            (x, room) = (x + BodyWidth, room - BodyWidth);
        }

        var ink = cell.Look == PictureLook.Usual ? PictureInks.Ink : PictureInks.Ink3;
        if (isStrong)
            file.Text(isAmount ? x + room : x, y, SvgFile.Fit(cell.Text, room, SvgFile.BoldCharacter), ink, 12, "600", isAmount);
        else if (isAmount && cell.Tag is null)
            file.Text(x + room, y, SvgFile.Fit(cell.Text, room), ink, isEnd: true);
        else
            file.Tagged(
                x,
                y,
                (SvgFile.Fit(cell.Text, Math.Max(room - TagWidth(cell), 40)), ink, cell.Look == PictureLook.Gone),
                cell.Tag is { } word ? (word, PictureInks.Accent) : null
            );
    }

    // As wide as the widest that stands in it, so that short columns leave their room to long ones.
    private static double WidthOf(PictureList list, int column)
    {
        var widest = SvgFile.WidthOf(list.Columns[column].Title, SvgFile.BoldCharacter);
        foreach (var row in list.Rows)
        {
            if (column >= row.Cells.Length)
                continue;
            var cell = row.Cells[column];
            var text = SvgFile.WidthOf(cell.Text, row.IsStrong ? SvgFile.BoldCharacter : SvgFile.Character);
            var before = (column == 0 ? row.Level * Indent : 0) + (cell.Category is null ? 0 : BodyWidth);
            widest = Math.Max(widest, text + before + TagWidth(cell));
        }

        return Math.Clamp(widest, Narrowest, column == 0 ? WidestFirst : Widest) + (Padding * 2);
    }

    private static double TagWidth(PictureLine cell) => cell.Tag is { } said ? SvgFile.WidthOf(said) + Gap : 0;
}
