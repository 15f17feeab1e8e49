using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Cards in columns by the value of a field.</summary>
internal static class BoardShape
{
    public static DrawnShape Drawn { get; } =
        new(
            ViewShape.Board,
            "Board",
            "See how far each one is, and move it on.",
            typeof(BoardBody),
            new ShapeSetting(
                "by",
                "Columns by",
                SettingSort.Column,
                "Whose values are the columns; left out, the first field that is one of a few words."
            ),
            new ShapeSetting(
                "show",
                "On the cards",
                SettingSort.Columns,
                "What else a card says; left out, the first three others."
            )
        )
        {
            IsWide = true,
            Picture = BoardSvg.Write,
        };
}
