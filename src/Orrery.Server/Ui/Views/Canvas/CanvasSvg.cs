namespace Orrery.Server;

/// <summary>A canvas as a file of its own: a row for each large part.</summary>
internal static class CanvasSvg
{
    private const int HeadWidth = 150;
    private const int PartWidth = 250;

    public static string Write(ShownView view)
    {
        var canvas = Canvas.Of(view);
        var most = canvas.Areas.Select(area => area.Parts.Length).DefaultIfEmpty(1).Max();
        return GridSvg.Write(
            new(
                view.Title,
                PictureWords.Said(view),
                HeadWidth,
                PartWidth,
                [.. Enumerable.Repeat("", most)],
                [
                    .. canvas.Areas.Select(area => new PictureRow(
                        [area.Group.Title],
                        [
                            .. area.Parts.Select(part => PictureCell.Of(Lines(view, part))),
                            .. Enumerable.Repeat(new PictureCell([]), most - area.Parts.Length),
                        ]
                    )),
                ]
            )
        );
    }

    private static IEnumerable<PictureLine> Lines(ShownView view, CanvasPart part) =>
        [
            new($"{part.Group.Title} {part.Count:#,0}", null, PictureLook.Note),
            .. part.Rows.Select(row =>
                view.ThingOf(row) is { } thing
                    ? PictureWords.Line(Titles.Of(thing), view.Telling.CategoryOf(thing), row.Mark, null)
                    : PictureWords.Line(view.Visit.Values.Of(row.Cells[Canvas.TitleColumn(view)], null), null, row.Mark, null)
            ),
        ];
}
