using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Makes the table of a view: which columns, in which order, in which groups, with which totals.</summary>
internal sealed class ViewSheet
{
    private readonly ShownView _view;
    private readonly TableSettings _settings;
    private readonly ColumnFields[] _fields;
    private readonly bool _canEdit;

    private ViewSheet(ShownView view)
    {
        _view = view;
        _settings = TableSettings.Of(view.Columns, name => view.Request[name]);
        _fields = [.. view.Columns.Select((_, column) => new ColumnFields(view, column))];
        _canEdit = view.CanEdit;
    }

    /// <summary>The table of a view, as its settings say.</summary>
    public static Sheet Of(ShownView view) => new ViewSheet(view).Make();

    private Sheet Make()
    {
        var (rules, unread) = FormatRules.Parse(_view.Request[TableShape.Formats], _view.Columns);
        ImmutableArray<SheetColumn> columns = [.. Shown().Select(ColumnOf)];
        var rows = Sorted();
        var summed = Summed(columns);
        return new(
            _view.Visit,
            _view.Saved is { Key: var key } ? $"rows-{key}" : "rows",
            _view.Title,
            columns,
            [.. Lines(rows, summed)],
            TotalsOf(rows, columns, summed),
            _view.Telling
        )
        {
            Trust = new(_view.Reading),
            ThingOf = _view.ThingOf,
            Choosing =
                _canEdit && _view.ThingColumn is not null
                    ? new(_view.Request.Asked, _view.Rows.Count(row => row.Mark != RowMark.Went))
                    : null,
            Address = _view.Address(_view.Request),
            Part = Math.Max(0, _view.Request.Asked.Page - 1),
            Rules = rules,
            Notices =
            [
                .. _settings.Missing.Select(name => $"There is no column {name} to sort by: the order is the question's."),
                .. unread.Select(part => $"This rule cannot be read: {part}. Write it as due < today: warn."),
            ],
        };
    }

    // A column that is the heading of groups says nothing more in each row.
    private IEnumerable<int> Shown() =>
        _settings.Shown is { } named
            ? named
            : Enumerable.Range(0, _view.Columns.Length).Where(column => column != _settings.Group);

    private SheetColumn ColumnOf(int column) =>
        new(column, _view.Columns[column], IsAmount(column))
        {
            SortAddress = SortBy(column),
            Sorted =
                _settings.Sort is [var (by, isDescending), ..] && by == column
                    ? isDescending
                        ? "descending"
                        : "ascending"
                    : null,
            FieldOf = _fields[column].Of,
            EditOf = _canEdit && _view.EditableField(column) is { } field ? row => EditAddress(row, field) : _ => null,
        };

    private bool IsAmount(int column)
    {
        var hasAmount = false;
        foreach (var row in _view.Rows)
        {
            if (AnswerTelling.IsAmount(row.Cells[column]))
                hasAmount = true;
            else if (!row.Cells[column].IsNothing)
                return false;
        }

        return hasAmount;
    }

    private string SortBy(int column)
    {
        var name = _view.Columns[column];
        var isAscending = _settings.Sort is [(var by, false), ..] && by == column;
        return _view.Address(
            _view.Request with
            {
                Settings = _view.Request.Settings.SetItem(TableShape.Sort, isAscending ? $"-{name}" : name),
            }
        );
    }

    private string? EditAddress(ShownRow row, string field) =>
        row.Mark != RowMark.Went
        && _view.ThingOf(row) is { } entity
        && _view.Reading.Model.FindKind(entity.Kind)?.Fields.GetValueOrDefault(field) is { Kind: not FieldKind.Series }
            ? _view.Visit.Links.Edit(entity, field)
            : null;

    private List<ShownRow> Sorted()
    {
        IEnumerable<ShownRow> rows = _view.Rows;
        // The first key is sorted by last: sorting keeps the order of equal rows.
        foreach (var (column, isDescending) in _settings.Sort.Reverse())
            rows = OrderOf(column).Sort(rows, column, isDescending);
        return [.. rows];
    }

    private CellOrder OrderOf(int column) => new(_view.Telling, _fields[column].First);

    private bool[] Summed(ImmutableArray<SheetColumn> columns) =>
        [
            .. columns.Select(column =>
                _settings.Totals is { } named
                    ? named.Contains(column.Cell)
                    : column.IsAmount && _view.Rows.Any(row => row.Cells[column.Cell] is Value.Money)
            ),
        ];

    private IEnumerable<SheetLine> Lines(List<ShownRow> rows, bool[] summed)
    {
        var copies = new Dictionary<Id, int>();
        if (_settings.Group is not { } by)
            return rows.Select(row => LineOf(row, copies));
        var columns = Shown().Select(ColumnOf).ToImmutableArray();
        return rows.GroupBy(row => row.Cells[by])
            .OrderBy(group => group.Key.IsNothing)
            .ThenBy(group => group.Key, OrderOf(by))
            .SelectMany(group =>
                group
                    .Select<ShownRow, SheetLine>(row => LineOf(row, copies))
                    .Prepend(
                        new SheetLine.Group(
                            group.Key,
                            _fields[by].Of(group.First()),
                            group.Count(),
                            TotalsOf(group, columns, summed)
                        )
                    )
            );
    }

    private SheetLine.Row LineOf(ShownRow row, Dictionary<Id, int> copies)
    {
        if (_view.ThingColumn is not { } column || row.Cells[column] is not Value.Entity { Id: var id })
            return new SheetLine.Row(row, null);
        ref var copy = ref CollectionsMarshal.GetValueRefOrAddDefault(copies, id, out _);
        return new SheetLine.Row(row, id, ++copy);
    }

    private static ImmutableArray<ImmutableArray<Value>> TotalsOf(
        IEnumerable<ShownRow> rows,
        ImmutableArray<SheetColumn> columns,
        bool[] summed
    ) =>
        [
            .. columns.Select(
                (column, place) =>
                    summed[place]
                        ? Sums.Of(rows.Where(row => row.Mark != RowMark.Went).Select(row => row.Cells[column.Cell]))
                        : []
            ),
        ];
}
