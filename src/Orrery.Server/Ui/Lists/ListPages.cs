using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>The plain list of a kind.</summary>
public static class ListPages
{
    private const int MostColumns = 4;

    public static IResult Show(Visit visit, string kind, string? q, string? sort, int? page)
    {
        var found = visit.Reading.Model.FindKind(kind) ?? throw new FaultException(ServerFaults.NoKindHere(kind, visit.Reading));
        var list = KindList.Read(kind, q?.Trim(), sort, page);
        ImmutableArray<Entity> shown =
        [
            .. Ask(visit, list.Shown(visit.Reading.Model))
                .Select(row => row is [Value.Entity { Id: var id }] ? visit.Reading.FindAnyTime(id) : null)
                .OfType<Entity>(),
        ];
        var total = Ask(visit, list.Counted(visit.Reading.Model)) is [[Value.Integer { Number: var count }]] ? count : 0;
        return Page.Of<ListPage>(
            new ListView(visit, found, list, shown, total, ColumnsOf(found, shown), new Trust(visit.Reading))
        );
    }

    private static ImmutableArray<ImmutableArray<Value>> Ask(Visit visit, Question question) =>
        visit.Workspace.Ask(question, visit.Viewer, visit.When, visit.Cancel) switch
        {
            QueryOutcome.Answered { Answer.Rows: var rows } => rows,
            QueryOutcome.Refused { Fault: var fault } => throw new FaultException(fault.Fault),
            _ => throw new System.Diagnostics.UnreachableException("A question is answered or refused."),
        };

    // The fields that most of what is shown has a value for, in the order of the form.
    private static ImmutableArray<FieldDefinition> ColumnsOf(Kind kind, ImmutableArray<Entity> entities) =>
        [
            .. kind
                .Fields.Values.Where(IsColumn)
                .Select(field => (Field: field, Filled: entities.Count(entity => !entity[field.Symbol].IsNothing)))
                .Where(column => column.Filled > entities.Length / 4)
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
/// <param name="Visit">Who looks.</param>
/// <param name="Kind">At things of this kind.</param>
/// <param name="List">Which of them.</param>
/// <param name="Shown">Those of this page, in order.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Columns">The fields shown beside the title.</param>
/// <param name="Trust">When each was last looked at.</param>
public sealed record ListView(
    Visit Visit,
    Kind Kind,
    KindList List,
    ImmutableArray<Entity> Shown,
    long Total,
    ImmutableArray<FieldDefinition> Columns,
    Trust Trust
)
{
    public string SortBy(string field) => Address(field == List.SortBy && !List.Descending ? $"-{field}" : field, page: 1);

    public string Address(string sort, int page) =>
        Visit.Links.At(
            $"{Visit.Links.Root}/k/{Kind.Symbol}",
            ("q", List.Words),
            ("sort", sort == "title" ? null : sort),
            ("page", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null)
        );

    /// <summary>The list as a question to go on from.</summary>
    public string InAsk => Visit.Links.Ask(List.Open(Visit.Reading.Model, Columns.Select(column => column.Symbol)));

    /// <summary>The things as a table.</summary>
    public Sheet Sheet => KindSheet.Of(this);
}
