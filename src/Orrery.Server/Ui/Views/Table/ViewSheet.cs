using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Makes the table of a view: which columns, in which order, in which groups, with which totals.</summary>
internal sealed class ViewSheet
{
    /// <summary>How many characters the addresses of all heads may have together, before the question is written once for all of them.</summary>
    private const int MostInHeads = 16_000;

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
        var address = _view.Address(_view.Request);
        var shown = Shown().ToArray();
        var isOnce = address.Length * shown.Length > MostInHeads;
        ImmutableArray<SheetColumn> columns = [.. shown.Select(column => ColumnOf(column, isOnce))];
        var rows = Sorted();
        var summed = Summed(columns);
        return new(
            _view.Visit,
            _view.Saved is { Key: var key } ? $"rows-{key}" : "rows",
            _view.Title,
            columns,
            Lines(rows, columns, summed),
            TotalsOf(rows, columns, summed),
            _view.Telling
        )
        {
            Trust = new(_view.Reading),
            ThingOf = _view.ThingOf,
            Choosing =
                _canEdit && _view.ThingColumn is not null
                    ? new(_view.Request.Asked, rows.Count(row => _view.Rows.MarkOf(row) != RowMark.Went))
                    : null,
            Address = address,
            SortAddress = isOnce ? address : null,
            Part = Math.Max(0, _view.Request.Asked.Page - 1),
            Rules = rules,
            Notices =
            [
                .. _settings.Missing.Select(name => $"There is no column {name} to sort by: the order is the question's."),
                .. CountedOnce(rows, columns, summed),
                .. unread.Select(part => $"This rule cannot be read: {part}. Write it as due < today: warn."),
            ],
        };
    }

    // A column that is the heading of groups says nothing more in each row.
    private IEnumerable<int> Shown() =>
        _settings.Shown is { } named
            ? named
            : Enumerable.Range(0, _view.Columns.Length).Where(column => column != _settings.Group);

    private SheetColumn ColumnOf(int column, bool isOnce) =>
        new(column, _view.Heading(column), IsAmount(column))
        {
            SortAddress = isOnce ? null : _view.Address(_view.Request.Told(TableShape.Sort, SortBy(column))),
            SortChoice = isOnce ? SortBy(column) : null,
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
        foreach (var value in _view.Rows.Column(column))
        {
            if (AnswerTelling.IsAmount(value))
                hasAmount = true;
            else if (!value.IsNothing)
                return false;
        }

        return hasAmount;
    }

    private string SortBy(int column)
    {
        var name = _view.Columns[column];
        var isAscending = _settings.Sort is [(var by, false), ..] && by == column;
        return isAscending ? $"-{name}" : name;
    }

    private string? EditAddress(ShownRow row, string field) =>
        row.Mark != RowMark.Went
        && _view.ThingOf(row) is { } entity
        && _view.Reading.Model.FindKind(entity.Kind)?.Fields.GetValueOrDefault(field) is { Kind: not FieldKind.Series }
            ? _view.Visit.Links.Edit(entity, field)
            : null;

    // The numbers of the rows in order; rows that are alike stay as they are.
    private int[] Sorted()
    {
        var order = new int[_view.Rows.Count];
        for (var row = 0; row < order.Length; row++)
            order[row] = row;
        if (_settings.Sort is not [])
        {
            var by = _settings.Sort.Select(key => (key.Column, OrderOf(key.Column), key.IsDescending)).ToArray();
            Array.Sort(order, (one, other) => Compare(by, one, other));
        }

        return order;
    }

    private int Compare((int Column, CellOrder Order, bool IsDescending)[] by, int one, int other)
    {
        var (a, b) = (_view.Rows.CellsOf(one), _view.Rows.CellsOf(other));
        foreach (var (column, order, isDescending) in by)
        {
            if (order.Compare(a[column], b[column], isDescending) is not 0 and var difference)
                return difference;
        }

        return one.CompareTo(other);
    }

    private CellOrder OrderOf(int column) => new(_view.Telling, _fields[column].First);

    private bool[] Summed(ImmutableArray<SheetColumn> columns) =>
        [
            .. columns.Select(column =>
                _settings.Totals is { } named
                    ? named.Contains(column.Cell)
                    : column.IsAmount && _view.Rows.Column(column.Cell).Any(value => value is Value.Money)
            ),
        ];

    private SheetLines Lines(int[] rows, ImmutableArray<SheetColumn> columns, bool[] summed)
    {
        if (_settings.Group is not { } by)
            return new(_view.Rows, rows, [], ThingOf);
        Dictionary<Value, List<int>> found = [];
        foreach (var row in rows)
        {
            var value = _view.Rows.CellsOf(row)[by];
            if (!found.TryGetValue(value, out var group))
                found[value] = group = [];
            group.Add(row);
        }

        var order = OrderOf(by);
        var groups = found
            .OrderBy(group => group.Key, Comparer<Value>.Create((a, b) => order.Compare(a, b, isDescending: false)))
            .ToArray();
        return new(
            _view.Rows,
            [.. groups.SelectMany(group => group.Value)],
            [.. groups.Select(group => HeadingOf(group.Key, group.Value, by, columns, summed))],
            ThingOf
        );
    }

    private SheetLine.Group HeadingOf(Value value, List<int> rows, int by, ImmutableArray<SheetColumn> columns, bool[] summed) =>
        new(value, _fields[by].Of(_view.Rows[rows[0]]), rows.Count, TotalsOf(rows, columns, summed));

    private Id? ThingOf(int row) =>
        _view.ThingColumn is { } column && _view.Rows.CellsOf(row)[column] is Value.Entity { Id: var id } ? id : null;

    private ImmutableArray<ImmutableArray<Value>> TotalsOf(
        IEnumerable<int> rows,
        ImmutableArray<SheetColumn> columns,
        bool[] summed
    ) =>
        [
            .. columns.Select(
                (column, place) =>
                    summed[place] ? Sums.Of(Summands(rows, column.Cell).Select(row => _view.Rows.CellsOf(row)[column.Cell])) : []
            ),
        ];

    // A field of a thing counts once, in however many rows the thing stands: money that pays for three things is not there three times.
    private IEnumerable<int> Summands(IEnumerable<int> rows, int column) =>
        WhoseField(column) is { } of ? Counted(rows).DistinctBy(row => _view.Rows.CellsOf(row)[of]) : Counted(rows);

    private IEnumerable<int> Counted(IEnumerable<int> rows) => rows.Where(row => _view.Rows.MarkOf(row) != RowMark.Went);

    private int? WhoseField(int column) =>
        column < _view.Origins.Length && _view.Origins[column] is ColumnOrigin.FieldOf { Column: var of } ? of : null;

    // Who adds up the rows in their head comes to more: they are told why.
    private IEnumerable<string> CountedOnce(int[] rows, ImmutableArray<SheetColumn> columns, bool[] summed) =>
        columns
            .Where((column, place) => summed[place] && Summands(rows, column.Cell).Count() < Counted(rows).Count())
            .Select(column =>
                $"Of {column.Title} each {_view.Heading(WhoseField(column.Cell)!.Value)} counts once in the totals, in however many rows it stands."
            );
}
