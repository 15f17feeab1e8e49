using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Two dimensions crossed.</summary>
internal static class MatrixShape
{
    public static DrawnShape Drawn { get; } =
        new(
            ViewShape.Matrix,
            "Matrix",
            "Cross two things, and see what piles up and what is empty.",
            typeof(MatrixBody),
            new ShapeSetting(
                "rows",
                "Rows",
                SettingSort.Column,
                "Whose values are the rows; left out, the first column that fits."
            ),
            new ShapeSetting(
                "columns",
                "Columns",
                SettingSort.Column,
                "Whose values are the columns; left out, the next that fits."
            ),
            new ShapeSetting(
                "cell",
                "In the cells",
                SettingSort.Choice,
                "How many there are; left out, a count, or a mark where nothing is left to count.",
                ("count", "How many"),
                ("list", "Which"),
                ("sum", "A sum"),
                ("presence", "A mark")
            ),
            new ShapeSetting(
                "order",
                "In which order",
                SettingSort.Choice,
                "In the order of their list, else by size or title; or as the question brings them.",
                ("values", "By value"),
                ("question", "As asked")
            ),
            new ShapeSetting("sum", "Sum of", SettingSort.Column, "What is added up where the cells hold a sum.")
        )
        {
            IsWide = true,
            Picture = MatrixSvg.Write,
        };
}
