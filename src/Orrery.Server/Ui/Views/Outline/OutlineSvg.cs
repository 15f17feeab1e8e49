namespace Orrery.Server;

/// <summary>An outline as a file of its own, open as it is on the page.</summary>
internal static class OutlineSvg
{
    public static string Write(ShownView view)
    {
        if (OutlineView.Of(view) is not { } shown)
            return GridSvg.Write(new(view.Title, "Nothing lies under anything.", 0, 320, [], []));
        var rows = shown.Rows.SelectMany(Below).ToArray();
        return ListSvg.Write(
            new(
                view.Title,
                $"{PictureWords.Said(view)}; each lies under what it {shown.Said}",
                [
                    (view.Heading(view.ThingColumn!.Value), false),
                    .. shown.Columns.Select(column => (view.Heading(column), false)),
                ],
                [.. rows.Take(PictureList.Most).Select(row => RowOf(view, shown, row))],
                rows.Length + shown.LeftOut
            )
        );
    }

    private static IEnumerable<OutlineRow> Below(OutlineRow row) => row.Below.SelectMany(Below).Prepend(row);

    private static PictureListRow RowOf(ShownView view, OutlineView shown, OutlineRow row) =>
        new([TitleOf(view, row), .. shown.Columns.Select(column => CellOf(view, row, column))], row.Level - 1);

    // What is shut says how much it holds, as on the page.
    private static PictureLine TitleOf(ShownView view, OutlineRow row)
    {
        var line = PictureWords.Line(Titles.Of(row.Thing), view.Telling.CategoryOf(row.Thing), row.Mark, was: null);
        return line.Tag is null && row is { BelowCount: > 0, IsOpen: false } ? line with { Tag = $"{row.BelowCount:#,0}" } : line;
    }

    private static PictureLine CellOf(ShownView view, OutlineRow row, int column)
    {
        var (value, field) = (row.Row.Cells[column], view.FieldOf(row.Row, column));
        var said = ValueCell.WordsOf(view.Telling, value, field) ?? (value.IsNothing ? "" : view.Visit.Values.Of(value, field));
        var was =
            row.Row.Before is { } before && !before[column].Equals(value)
                ? $"was {view.Visit.Values.Of(before[column], field)}"
                : null;
        return new(said, null, row.Mark == RowMark.Went ? PictureLook.Gone : PictureLook.Usual, was);
    }
}
