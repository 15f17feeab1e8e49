using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The rows of a view put together by two of its columns.</summary>
internal sealed class Matrix
{
    private const int MostRows = 300;
    private const int MostColumns = 60;
    private const int MostOfADimension = 60;

    private readonly MatrixSide _now;
    private readonly MatrixSide _then;

    private Matrix(ShownView view, MatrixAxes axes, MatrixContent content)
    {
        (Axes, Content) = (axes, content);
        _now = MatrixSide.Of(axes, view.Answer.Rows);
        _then = MatrixSide.Of(axes, view.Then?.Answer.Rows ?? []);
        IsCompared = view.Then is not null;
        Rows = Ordered(view, axes.Rows, _now.Rows.Concat(_then.Rows));
        Columns = Ordered(view, axes.Columns, _now.Columns.Concat(_then.Columns));
    }

    public MatrixAxes Axes { get; }

    public MatrixContent Content { get; }

    public bool IsCompared { get; }

    /// <summary>Top to bottom, all of them.</summary>
    public ImmutableArray<ViewGroup> Rows { get; }

    /// <summary>Left to right, all of them.</summary>
    public ImmutableArray<ViewGroup> Columns { get; }

    public IEnumerable<ViewGroup> DrawnRows => Rows.Take(MostRows);

    public IEnumerable<ViewGroup> DrawnColumns => Columns.Take(MostColumns);

    /// <summary>How many rows and columns are too many to draw.</summary>
    public (int Rows, int Columns) LeftOut => (Math.Max(0, Rows.Length - MostRows), Math.Max(0, Columns.Length - MostColumns));

    /// <summary>The matrix of a view; null when its answer has no two columns to cross.</summary>
    public static Matrix? Of(ShownView view) => AxesOf(view) is { } axes ? new(view, axes, ContentOf(view, axes)) : null;

    public MatrixCell Cell(ViewGroup row, ViewGroup column) => Compared(side => side.Cell(row.Value, column.Value));

    public MatrixCell TotalOfRow(ViewGroup row) => Compared(side => side.Row(row.Value));

    public MatrixCell TotalOfColumn(ViewGroup column) => Compared(side => side.Column(column.Value));

    public MatrixCell Total => Compared(side => side.All);

    /// <summary>Whether something stands in several cells of a row, a column or all, so that totals are less than what cells add up to.</summary>
    public bool CountsSomeOnce =>
        Content == MatrixContent.Count && _now.Cells.Sum(cell => cell.Items.Count) > _now.All.Items.Count;

    private MatrixCell Compared(Func<MatrixSide, MatrixPile> pile)
    {
        var (now, then) = (pile(_now), pile(_then));
        return IsCompared
            ? new(
                now.Items,
                [.. now.Items.Where(item => !then.Has(item))],
                [.. then.Items.Where(item => !now.Has(item))],
                now.Sum,
                then.Sum
            )
            : new(now.Items, [], [], now.Sum, Amounts.None);
    }

    private static ImmutableArray<ViewGroup> Ordered(ShownView view, int column, IEnumerable<Value> values) =>
        view.Request["order"] == "question" ? ViewGroups.AsAsked(view, column, values) : ViewGroups.Of(view, column, values);

    private static MatrixAxes? AxesOf(ShownView view)
    {
        var (rows, columns) = (view.Column(view.Request["rows"]), view.Column(view.Request["columns"]));
        var usual = new Queue<int>(Usual(view).Where(column => column != rows && column != columns));
        if (rows is null && usual.TryDequeue(out var first))
            rows = first;
        if (columns is null && usual.TryDequeue(out var second))
            columns = second;
        if (rows is not { } down || columns is not { } across)
            return null;
        var items = Things(view).Where(column => column != down && column != across).Select(column => (int?)column);
        return new(down, across, items.FirstOrDefault(), view.Column(view.Request["sum"]));
    }

    private static MatrixContent ContentOf(ShownView view, MatrixAxes axes) =>
        view.Request["cell"] switch
        {
            "list" => MatrixContent.List,
            "sum" when axes.Amounts is not null => MatrixContent.Sum,
            "presence" => MatrixContent.Presence,
            "count" => MatrixContent.Count,
            _ => axes.Amounts is not null ? MatrixContent.Sum
            : axes.Items is null && Things(view).Contains(axes.Rows) && Things(view).Contains(axes.Columns)
                ? MatrixContent.Presence
            : MatrixContent.Count,
        };

    // What repeats is a dimension; what is left over, things first, makes up for it.
    private static IEnumerable<int> Usual(ShownView view)
    {
        var all = Enumerable.Range(0, view.Columns.Length).ToArray();
        var repeating = all.Where(column =>
            column != view.ThingColumn
            && view.Answer.Rows.Select(row => row[column]).Distinct().Take(MostOfADimension + 1).Count() <= MostOfADimension
        );
        return repeating.Concat(Things(view)).Concat(all).Distinct();
    }

    private static IEnumerable<int> Things(ShownView view) =>
        Enumerable
            .Range(0, view.Columns.Length)
            .Where(column =>
                view.Answer.Rows.Select(row => row[column]).FirstOrDefault(value => !value.IsNothing) is Value.Entity
            );
}
