using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The rows of a view as cards in columns.</summary>
/// <param name="By">The number of the column of the answer whose values are the columns; null when none fits.</param>
/// <param name="Field">The field that a card's column is, where dragging it may change that; else null.</param>
/// <param name="Columns">Left to right.</param>
/// <param name="Facts">The numbers of the columns of the answer that a card says besides its title.</param>
/// <param name="LeftOut">How many columns are too many to draw.</param>
public sealed record Board(int? By, string? Field, ImmutableArray<BoardColumn> Columns, ImmutableArray<int> Facts, int LeftOut)
{
    private const int MostColumns = 60;
    private const int FewFacts = 3;

    private static readonly FieldKind[] Moveable =
    [
        FieldKind.Enum,
        FieldKind.Text,
        FieldKind.Bool,
        FieldKind.Number,
        FieldKind.Scale,
        FieldKind.Date,
    ];

    public static Board Of(ShownView view)
    {
        var by = view.Column(view.Request["by"]) ?? Usual(view);
        var cards = CardsBy(view, by);
        var groups = by is { } column
            ? ViewGroups.Of(view, column, cards.Keys.Append(Value.Nothing))
            : [new ViewGroup(Value.Nothing, "all", "All", null)];
        var nth = NthOf(view);
        var columns = groups
            .Select(group => new BoardColumn(group, new(view, by, [.. cards.GetValueOrDefault(group.Value, [])], nth)))
            .ToArray();
        return new(
            by,
            MoveableField(view, by),
            [.. columns.Take(MostColumns)],
            FactsOf(view, by),
            Math.Max(0, columns.Length - MostColumns)
        );
    }

    /// <summary>The column of the answer that names a card.</summary>
    public static int TitleColumn(ShownView view) => view.ThingColumn ?? 0;

    // The numbers of the rows by the value that makes their column; a column that something came from is one as well.
    private static Dictionary<Value, List<int>> CardsBy(ShownView view, int? by)
    {
        Dictionary<Value, List<int>> cards = [];
        for (var row = 0; row < view.Rows.Count; row++)
        {
            Under(by is { } column ? view.Rows.CellsOf(row)[column] : Value.Nothing).Add(row);
            if (by is { } of && view.Rows.BeforeOf(row) is { } before)
                _ = Under(before[of]);
        }

        return cards;

        List<int> Under(Value value)
        {
            if (!cards.TryGetValue(value, out var rows))
                cards[value] = rows = [];
            return rows;
        }
    }

    // Which of the rows of its thing each row is, counted from 1; null where no thing is in two rows.
    private static int[]? NthOf(ShownView view)
    {
        if (!view.MayRepeat || view.ThingColumn is not { } column)
            return null;
        Dictionary<Id, int> seen = [];
        var nth = new int[view.Rows.Count];
        for (var row = 0; row < nth.Length; row++)
        {
            if (view.Rows.CellsOf(row)[column] is Value.Entity { Id: var id })
                nth[row] = seen[id] = seen.GetValueOrDefault(id) + 1;
        }

        return nth;
    }

    // A field of few words that could be changed there, else a column of few values.
    private static int? Usual(ShownView view)
    {
        var others = Enumerable.Range(0, view.Columns.Length).Where(column => column != view.ThingColumn).ToArray();
        return First(column => ViewGroups.FieldsOf(view, column).Any(field => field.Kind == FieldKind.Enum))
            ?? First(column => view.Answer.Rows.Select(row => row[column]).Distinct().Take(13).Count() is > 1 and < 13);

        int? First(Func<int, bool> fits) => others.Where(fits).Select(column => (int?)column).FirstOrDefault();
    }

    private static string? MoveableField(ShownView view, int? by) =>
        by is { } column
        && view.EditableField(column) is { } field
        && ViewGroups.FieldsOf(view, column) is { IsEmpty: false } fields
        && fields.All(one => Moveable.Contains(one.Kind))
            ? field
            : null;

    private static ImmutableArray<int> FactsOf(ShownView view, int? by) =>
        view.Request["show"] is { } said
            ? [.. said.Split(',').Select(name => view.Column(name.Trim())).OfType<int>()]
            :
            [
                .. Enumerable
                    .Range(0, view.Columns.Length)
                    .Where(column => column != by && column != TitleColumn(view))
                    .Take(FewFacts),
            ];
}
