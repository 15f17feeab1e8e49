using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The rows of a view laid into parts within large parts, all in the order of the question.</summary>
/// <param name="Areas">The large parts.</param>
public sealed record Canvas(ImmutableArray<CanvasArea> Areas)
{
    public static Canvas Of(ShownView view)
    {
        var others = Enumerable.Range(0, view.Columns.Length).Where(column => column != view.ThingColumn).ToArray();
        var within = view.Column(view.Request["within"]) ?? others.Select(column => (int?)column).FirstOrDefault();
        var by =
            view.Column(view.Request["by"])
            ?? others.Where(column => column != within).Select(column => (int?)column).FirstOrDefault();
        return new([
            .. Grouped(view, within, view.Rows)
                .Select(area => new CanvasArea(
                    area.Group,
                    [
                        .. Grouped(view, by, area.Rows)
                            .Select(part => new CanvasPart(
                                part.Group,
                                [.. part.Rows.Where(row => HoldsSomething(view, row)).DistinctBy(row => KeyOf(view, row))]
                            )),
                    ]
                )),
        ]);
    }

    /// <summary>The column of the answer that names what lies in a part.</summary>
    public static int TitleColumn(ShownView view) => view.ThingColumn ?? 0;

    private static IEnumerable<(ViewGroup Group, IReadOnlyList<ShownRow> Rows)> Grouped(
        ShownView view,
        int? column,
        IReadOnlyList<ShownRow> rows
    )
    {
        if (column is not { } by)
            return [(new ViewGroup(Value.Nothing, "all", "All", null), rows)];
        var lists = rows.ToLookup(row => row.Cells[by]);
        return ViewGroups
            .AsAsked(view, by, rows.Select(row => row.Cells[by]))
            .Select(group => (group, (IReadOnlyList<ShownRow>)[.. lists[group.Value]]));
    }

    // A row without a thing keeps its part, and nothing lies in it.
    private static bool HoldsSomething(ShownView view, ShownRow row) => !row.Cells[TitleColumn(view)].IsNothing;

    private static (Value, RowMark) KeyOf(ShownView view, ShownRow row) => (row.Cells[TitleColumn(view)], row.Mark);
}

/// <summary>A large part of a canvas.</summary>
/// <param name="Group">What it is called.</param>
/// <param name="Parts">What it consists of.</param>
public sealed record CanvasArea(ViewGroup Group, ImmutableArray<CanvasPart> Parts);

/// <summary>A part of a canvas.</summary>
/// <param name="Group">What it is called.</param>
/// <param name="Rows">What lies in it.</param>
public sealed record CanvasPart(ViewGroup Group, ImmutableArray<ShownRow> Rows)
{
    /// <summary>How many lie in it at the moment that is looked at.</summary>
    public int Count => Rows.Count(row => row.Mark != RowMark.Went);
}
