using Orrery.Practice;

namespace Orrery.Server;

/// <summary>One figure and how it was over time, or a few of them side by side.</summary>
internal static class NumberShape
{
    public const string Since = "since";
    public const string Step = "step";

    public static DrawnShape Drawn { get; } =
        new(
            ViewShape.Number,
            "Number",
            "See one figure, and how it went.",
            typeof(NumberView),
            new ShapeSetting(Since, "Since", SettingSort.Text, "A day such as 2024-01-31; else two years back."),
            new ShapeSetting(
                Step,
                "Asked every",
                SettingSort.Choice,
                "How far apart the moments are; else a month.",
                (TrendMoments.Week, "week"),
                (TrendMoments.Month, "month"),
                (TrendMoments.Quarter, "quarter")
            )
        )
        {
            DrawsNothing = true,
            Picture = NumberSvg.Write,
        };
}
