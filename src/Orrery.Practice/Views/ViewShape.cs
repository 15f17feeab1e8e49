namespace Orrery.Practice;

/// <summary>What a view looks like.</summary>
public enum ViewShape
{
    /// <summary>Rows and columns.</summary>
    Table,

    /// <summary>Cards in columns by the value of a field.</summary>
    Board,

    /// <summary>Things under other things, by relations.</summary>
    Outline,

    /// <summary>Things along the time they take.</summary>
    Timeline,

    /// <summary>Two dimensions crossed.</summary>
    Matrix,

    /// <summary>Things and what joins them.</summary>
    Graph,

    /// <summary>What happens on which day.</summary>
    Calendar,

    /// <summary>One figure, and how it was over time.</summary>
    Number,

    /// <summary>One page in parts, each with what lies in it.</summary>
    Canvas,
}

/// <summary>What shapes are called where they are written down.</summary>
public static class ViewShapes
{
    /// <summary>All of them, in the order in which people choose.</summary>
    public static IReadOnlyList<ViewShape> All { get; } = Enum.GetValues<ViewShape>();

    /// <summary>How packs, addresses and fields write a shape: <c>board</c>.</summary>
    public static string NameOf(ViewShape shape) =>
        shape switch
        {
            ViewShape.Table => "table",
            ViewShape.Board => "board",
            ViewShape.Outline => "outline",
            ViewShape.Timeline => "timeline",
            ViewShape.Matrix => "matrix",
            ViewShape.Graph => "graph",
            ViewShape.Calendar => "calendar",
            ViewShape.Number => "number",
            ViewShape.Canvas => "canvas",
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };

    /// <summary>The shape of that name, or null when there is none.</summary>
    public static ViewShape? Find(string? name) =>
        All.Where(shape => NameOf(shape) == name).Select(shape => (ViewShape?)shape).FirstOrDefault();
}
