using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Rows and columns.</summary>
internal static class TableShape
{
    public const string Group = "group";
    public const string Total = "total";
    public const string Sort = "sort";
    public const string Columns = "columns";
    public const string Formats = "formats";

    public static DrawnShape Drawn { get; } =
        new(
            ViewShape.Table,
            "Table",
            "Read and compare, row by row.",
            typeof(TableView),
            new ShapeSetting(Group, "Grouped by", SettingSort.Column, "A heading for each value of it; else one list."),
            new ShapeSetting(
                Total,
                "Totals of",
                SettingSort.Columns,
                "Summed below and under each heading; else amounts of money."
            ),
            new ShapeSetting(
                Sort,
                "Sorted by",
                SettingSort.Text,
                "A column, with - before it for the largest first; else as the question says."
            ),
            new ShapeSetting(Columns, "Columns", SettingSort.Columns, "Which to show; else all of them."),
            new ShapeSetting(
                Formats,
                "Marked",
                SettingSort.Text,
                "Rules such as: due < today: warn; status = abandoned: faint; amount > 100000: strong."
            )
        )
        {
            Part = typeof(TablePart),
            Picture = TableSvg.Write,
        };
}
