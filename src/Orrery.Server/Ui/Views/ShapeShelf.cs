using System.Collections.Immutable;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The shapes that can be drawn.</summary>
public static class ShapeShelf
{
    /// <summary>In the order in which they are offered.</summary>
    public static ImmutableArray<DrawnShape> All { get; } =
    [
        TableShape.Drawn,
        BoardShape.Drawn,
        OutlineShape.Drawn,
        TimelineShape.Drawn,
        MatrixShape.Drawn,
        GraphShape.Drawn,
        CalendarShape.Drawn,
        NumberShape.Drawn,
        CanvasShape.Drawn,
    ];

    /// <summary>The shape of that kind; a table where it cannot be drawn yet.</summary>
    public static DrawnShape Of(ViewShape shape) => All.FirstOrDefault(drawn => drawn.Shape == shape) ?? TableShape.Drawn;
}
