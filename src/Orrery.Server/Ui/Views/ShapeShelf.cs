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

    /// <summary>Whether what one shape is told under a name may be told to another: both mean the same by it, or one of them does not know it.</summary>
    public static bool MeansTheSame(ViewShape one, ViewShape other, string name) =>
        one == other
        || SettingOf(one, name) is not { } mine
        || SettingOf(other, name) is not { } theirs
        || (mine.Sort == theirs.Sort && mine.Choices.SequenceEqual(theirs.Choices));

    private static ShapeSetting? SettingOf(ViewShape shape, string name) =>
        Of(shape).Settings.FirstOrDefault(setting => setting.Name == name);
}
