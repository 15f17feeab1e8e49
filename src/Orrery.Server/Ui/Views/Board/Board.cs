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
        var cards = Cards(view, by);
        var groups = by is { } column
            ? ViewGroups.Of(view, column, view.Rows.SelectMany(row => Values(row, column)).Append(Value.Nothing))
            : [new ViewGroup(Value.Nothing, "all", "All", null)];
        var columns = groups.Select(group => new BoardColumn(group, [.. cards[group.Value]])).ToArray();
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

    private static ILookup<Value, BoardCard> Cards(ShownView view, int? by)
    {
        var seen = new Dictionary<Id, int>();
        return view
            .Rows.Select((row, order) => Card(view, row, order, by, seen))
            .ToLookup(card => by is { } column ? card.Row.Cells[column] : Value.Nothing);
    }

    private static BoardCard Card(ShownView view, ShownRow row, int order, int? by, Dictionary<Id, int> seen)
    {
        if (view.ThingColumn is not { } column || row.Cells[column] is not Value.Entity { Id: var id })
            return new(order, null, 1, row, CameFrom(view, row, by));
        var nth = seen[id] = seen.GetValueOrDefault(id) + 1;
        return new(order, id, nth, row, CameFrom(view, row, by));
    }

    private static ViewGroup? CameFrom(ShownView view, ShownRow row, int? by) =>
        by is { } column && row.Before is { } before && !before[column].Equals(row.Cells[column])
            ? ViewGroups.Of(view, column, [before[column]]).First(group => group.Value.Equals(before[column]))
            : null;

    private static IEnumerable<Value> Values(ShownRow row, int column) =>
        row.Before is { } before ? [row.Cells[column], before[column]] : [row.Cells[column]];

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
