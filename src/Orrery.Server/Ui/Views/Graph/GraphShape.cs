using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Things and what joins them.</summary>
internal static class GraphShape
{
    public const string Layout = "layout";
    public const string Reduced = "reduced";

    public static DrawnShape Drawn { get; } =
        new(
            ViewShape.Graph,
            "Graph",
            "See what joins things, step by step.",
            typeof(GraphCanvas),
            new ShapeSetting(
                Layout,
                "Arranged",
                SettingSort.Choice,
                "Left out: in layers.",
                ("layered", "In layers, along the relations"),
                ("organic", "Organic, near what it is joined with")
            )
            {
                IsOfReader = true,
            },
            new ShapeSetting(
                Reduced,
                "Hide shortcuts",
                SettingSort.Flag,
                "A relation is left out where a longer way along relations of its type leads to the same thing."
            )
        )
        {
            Picture = GraphSvg.Write,
            Feed = static (view, buffer) => new GraphFeed(view.Visit).Write(buffer, GraphContent.Of(view)),
        };
}
