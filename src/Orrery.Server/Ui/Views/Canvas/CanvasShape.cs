using Orrery.Practice;

namespace Orrery.Server;

/// <summary>One page in parts, each with what lies in it.</summary>
internal static class CanvasShape
{
    public static DrawnShape Drawn { get; } =
        new(
            ViewShape.Canvas,
            "Canvas",
            "See the whole on one page, part by part, and which part is empty.",
            typeof(CanvasBody),
            new ShapeSetting(
                "within",
                "Large parts",
                SettingSort.Column,
                "Whose values are the large parts; left out, the first column that is no thing."
            ),
            new ShapeSetting("by", "Parts", SettingSort.Column, "Whose values are the parts within them; left out, the next.")
        )
        {
            IsWide = true,
            Picture = CanvasSvg.Write,
        };
}
