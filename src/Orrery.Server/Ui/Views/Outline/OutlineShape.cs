using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Things under other things, by relations.</summary>
internal static class OutlineShape
{
    public const string By = "by";
    public const string Direction = "direction";
    public const string Depth = "depth";

    public static DrawnShape Drawn { get; } =
        new(
            ViewShape.Outline,
            "Outline",
            "Follow what serves, contains or leads to what, level by level.",
            typeof(OutlineList),
            new ShapeSetting(
                By,
                "Arranged by",
                SettingSort.RelationType,
                "The relation that puts one thing under another. Left out: the one that joins most of them."
            ),
            new ShapeSetting(
                Direction,
                "On top",
                SettingSort.Choice,
                "Which end of the relation lies above. Left out: what it points at.",
                ("up", "What it points at"),
                ("down", "Where it starts")
            ),
            new ShapeSetting(
                Depth,
                "Open to level",
                SettingSort.Choice,
                "How many levels are open at first. Left out: as many as fit on a screen.",
                ("1", "1"),
                ("2", "2"),
                ("3", "3"),
                ("4", "4"),
                ("5", "5")
            )
        )
        {
            Picture = OutlineSvg.Write,
        };
}
