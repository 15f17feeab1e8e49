using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A cell of a table as it is drawn.</summary>
/// <param name="Sheet">Whose it is.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Field">What says how the value is called, or null.</param>
/// <param name="Rule">What marks it, or null.</param>
/// <param name="Edit">The address of the form that edits it; null where it cannot be edited.</param>
/// <param name="Class">How a stylesheet knows it, or null.</param>
/// <param name="Word">What became of its row, said in the first cell; else null.</param>
/// <param name="Before">What it held at the moment compared with, where that is something else; else null.</param>
internal readonly record struct SheetCell(
    Sheet Sheet,
    Value Value,
    FieldDefinition? Field,
    FormatRule? Rule,
    string? Edit,
    string? Class,
    string? Word,
    Value? Before
)
{
    public static SheetCell Of(Sheet sheet, ShownRow row, SheetColumn column, FormatRule? rule)
    {
        var value = row.Cells[column.Cell];
        return new(
            sheet,
            value,
            column.FieldOf(row),
            rule,
            value is Value.Entity ? null : column.EditOf(row),
            ClassOf(column, rule),
            column == sheet.Columns[0] ? WordOf(row.Mark) : null,
            row.Before is { } before && !before[column.Cell].Equals(value) ? before[column.Cell] : null
        );
    }

    /// <summary>What the box says that chooses a thing.</summary>
    public string ChooseLabel(Id thing) => $"Choose {(Sheet.Telling.Find(thing) is { } entity ? Titles.Of(entity) : "it")}";

    private static string? ClassOf(SheetColumn column, FormatRule? rule) =>
        (column.IsAmount, rule?.ToneName) switch
        {
            (true, { } tone) => $"amount {tone}",
            (true, null) => "amount",
            (false, { } tone) => tone,
            _ => null,
        };

    private static string? WordOf(RowMark mark) =>
        mark switch
        {
            RowMark.Came => "new",
            RowMark.Went => "gone",
            _ => null,
        };
}
