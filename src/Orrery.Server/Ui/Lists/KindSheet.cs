using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Makes the table of a kind's list: the thing, its fields, and when somebody last looked.</summary>
internal static class KindSheet
{
    private const string Title = "title";

    public static Sheet Of(ListView view)
    {
        ImmutableArray<SheetColumn> columns =
        [
            ColumnOf(view, Title, 0),
            .. view.Columns.Select((field, place) => ColumnOf(view, field, place + 1)),
            new SheetColumn(view.Columns.Length + 1, "Last looked at", IsAmount: false),
        ];
        return new(
            view.Visit,
            "rows",
            view.Visit.Words.Kinds(view.Kind.Symbol),
            columns,
            LinesOf(view),
            [.. columns.Select(_ => ImmutableArray<Value>.Empty)],
            new(view.Visit, view.Visit.Reading)
        )
        {
            Trust = view.Trust,
            IsBrief = true,
            ThingOf = row => ThingOf(view, row),
            Choosing = view.Visit.IsNow ? new(view.List.Open(view.Visit.Reading.Model, []), view.Total) : null,
        };
    }

    private static SheetColumn ColumnOf(ListView view, FieldDefinition field, int cell) =>
        ColumnOf(view, field.Symbol, cell) with
        {
            IsAmount = field.Kind is FieldKind.Money or FieldKind.Number or FieldKind.Percent,
            FieldOf = _ => field,
            EditOf = row => view.Visit.IsNow ? EditAddress(view, row, field.Symbol) : null,
        };

    private static SheetColumn ColumnOf(ListView view, string field, int cell) =>
        new(cell, view.Visit.Words.Field(view.Kind.Symbol, field), IsAmount: false)
        {
            Hint = view.Visit.Words.Definition(view.Kind.Symbol, field) is { } known ? view.Visit.Words.Hint(known.Id) : null,
            SortAddress = view.SortBy(field),
            Sorted =
                field != view.List.SortBy ? null
                : view.List.Descending ? "descending"
                : "ascending",
        };

    private static string? EditAddress(ListView view, ShownRow row, string field) =>
        ThingOf(view, row) is { } entity ? view.Visit.Links.Edit(entity, field) : null;

    private static Entity? ThingOf(ListView view, ShownRow row) =>
        row.Cells[0] is Value.Entity { Id: var id } ? view.Visit.Reading.FindAnyTime(id) : null;

    private static SheetLines LinesOf(ListView view)
    {
        var rows = view.Shown.Select(entity => RowOf(view, entity)).ToArray();
        return new(rows, [.. Enumerable.Range(0, rows.Length)], [], row => (rows[row].Cells[0] as Value.Entity)?.Id);
    }

    private static ShownRow RowOf(ListView view, Entity entity)
    {
        ImmutableArray<Value> cells =
        [
            new Value.Entity(entity.Id),
            .. view.Columns.Select(field => entity[field.Symbol]),
            view.Trust.LookAt(entity) is { } look ? Value.Of(look.At) : Value.Nothing,
        ];
        return new(cells, RowMark.Same, null);
    }
}
