using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A table as a file of its own.</summary>
internal static class TableSvg
{
    public static string Write(ShownView view)
    {
        var sheet = ViewSheet.Of(view);
        List<PictureListRow> rows = [.. sheet.Lines.Of(0, PictureList.Most).Select(line => RowOf(sheet, line))];
        if (sheet.HasTotals)
            rows.Add(
                new(
                    [.. sheet.Totals.Select((total, column) => TotalOf(sheet, column, total, column == 0 ? "All" : ""))],
                    IsStrong: true
                )
            );
        return ListSvg.Write(
            new(
                view.Title,
                PictureWords.Said(view),
                [.. sheet.Columns.Select(column => (column.Title, column.IsAmount))],
                [.. rows],
                sheet.Lines.Count + (sheet.HasTotals ? 1 : 0)
            )
        );
    }

    private static PictureListRow RowOf(Sheet sheet, SheetLine line) =>
        line switch
        {
            SheetLine.Group group => new(
                [
                    .. group.Totals.Select(
                        (total, column) =>
                            TotalOf(
                                sheet,
                                column,
                                total,
                                column == 0 ? $"{Said(sheet, group.Value, group.Field, "none")} {group.Count:#,0}" : ""
                            )
                    ),
                ],
                IsStrong: true
            ),
            SheetLine.Row row => new([.. sheet.Columns.Select(column => CellOf(sheet, row.Of, column))]),
            _ => throw new System.Diagnostics.UnreachableException("A line of another sort."),
        };

    private static PictureLine CellOf(Sheet sheet, ShownRow row, SheetColumn column)
    {
        var cell = SheetCell.Of(sheet, row, column, rule: null);
        var thing = cell.Value is Value.Entity { Id: var id } ? sheet.Telling.Find(id) : null;
        var was = cell.Before is { } before ? $"was {Said(sheet, before, cell.Field, "nothing")}" : null;
        return new(
            Said(sheet, cell.Value, cell.Field, ""),
            thing is null ? null : sheet.Telling.CategoryOf(thing),
            row.Mark == RowMark.Went ? PictureLook.Gone : PictureLook.Usual,
            cell.Word ?? was
        );
    }

    private static PictureLine TotalOf(Sheet sheet, int column, ImmutableArray<Value> total, string otherwise)
    {
        var field = sheet.Lines.First is { } row ? sheet.Columns[column].FieldOf(row) : null;
        var said = string.Join(" · ", total.Select(value => Said(sheet, value, field, "")));
        return new(said.Length > 0 ? said : otherwise, null, PictureLook.Usual);
    }

    private static string Said(Sheet sheet, Value value, FieldDefinition? field, string nothing) =>
        value.IsNothing ? nothing : sheet.Say(value, field);
}
