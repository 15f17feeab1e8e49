using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>The plain list of a kind.</summary>
public static class ListPages
{
    public const int PageSize = 50;
    private const int MostColumns = 4;

    public static IResult Show(Visit visit, string kind, string? q, string? sort, int? page)
    {
        var found = visit.Reading.Model.FindKind(kind) ?? throw new FaultException(Fault.UnknownKind(kind, visit.Reading.Model));
        var sorted = sort is { Length: > 0 } ? sort : "title";
        var selection = new Selection(
            kind,
            q ?? "",
            sorted.TrimStart('-'),
            sorted.StartsWith('-'),
            Math.Max(1, page ?? 1),
            PageSize
        );
        var answer = selection.Run(visit.Reading);
        return Page.Of<ListPage>(
            new ListView(visit, found, selection, answer, ColumnsOf(found, answer.Entities), new Trust(visit.Reading))
        );
    }

    // The fields that most of what is shown has a value for, in the order of the form.
    private static ImmutableArray<FieldDefinition> ColumnsOf(Kind kind, IReadOnlyList<Entity> entities) =>
        [
            .. kind
                .Fields.Values.Where(IsColumn)
                .Select(field => (Field: field, Filled: entities.Count(entity => !entity[field.Symbol].IsNothing)))
                .Where(column => column.Filled > entities.Count / 4)
                .OrderByDescending(column => column.Field.Symbol == "status")
                .ThenBy(column => column.Field.Order)
                .Take(MostColumns)
                .Select(column => column.Field),
        ];

    private static bool IsColumn(FieldDefinition field) =>
        field.Symbol is not ("title" or "confirmed-at" or "confirmed-by" or "assertion" or "stance")
        && !field.IsPersonal
        && field.Kind
            is FieldKind.Text
                or FieldKind.Number
                or FieldKind.Money
                or FieldKind.Percent
                or FieldKind.Bool
                or FieldKind.Date
                or FieldKind.Period
                or FieldKind.Enum;
}

/// <summary>What a list shows.</summary>
public sealed record ListView(
    Visit Visit,
    Kind Kind,
    Selection Selection,
    SelectionPage Answer,
    ImmutableArray<FieldDefinition> Columns,
    Trust Trust
)
{
    public string Sort => (Selection.Descending ? "-" : "") + Selection.SortBy;

    public string SortBy(string field) =>
        Address(field == Selection.SortBy && !Selection.Descending ? $"-{field}" : field, page: 1);

    public string Address(string sort, int page) =>
        Visit.Links.At(
            $"{Visit.Links.Root}/k/{Kind.Symbol}",
            ("q", Selection.Words),
            ("sort", sort == "title" ? null : sort),
            ("page", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null)
        );

    public string? Sorted(string field) =>
        field != Selection.SortBy ? null
        : Selection.Descending ? "descending"
        : "ascending";
}
