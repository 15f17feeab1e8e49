using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Which things of a view lie above which, now and at the moment compared with.</summary>
internal sealed class OutlineJoins
{
    private readonly ShownView _view;
    private readonly Dictionary<Id, int> _numbers;
    private readonly List<Entity> _things;
    private readonly List<int> _rows;
    private readonly Dictionary<int, int> _otherRows = [];
    private readonly HashSet<(int Above, int Below)> _came = [];
    private readonly HashSet<(int Above, int Below)> _went = [];

    /// <param name="view">With a column of things.</param>
    /// <param name="type">The relation type that arranges them.</param>
    /// <param name="up">The way along the relation that leads upwards.</param>
    public OutlineJoins(ShownView view, string type, Direction up)
    {
        (_view, Type, Up) = (view, type, up);
        var count = view.Rows.Count;
        (_numbers, _things, _rows) = (new(count), new(count), new(count));
        for (var row = 0; row < count; row++)
            Add(row);
        var now = Joins(view.Reading);
        var then = view.Then is { Reading: var before } ? Joins(before) : now;
        _came.UnionWith(now.Except(then));
        _went.UnionWith(then.Except(now));
        Outline = Practice.Outline.Of(_things.Count, now.Concat(_went));
    }

    public string Type { get; }

    public Direction Up { get; }

    public Practice.Outline Outline { get; }

    public IReadOnlyList<Entity> Things => _things;

    public int? NumberOf(Id id) => _numbers.TryGetValue(id, out var number) ? number : null;

    public ShownRow RowOf(int thing) => _view.Rows[_rows[thing]];

    private RowMark MarkOf(int thing) => _view.Rows.MarkOf(_rows[thing]);

    /// <summary>What became of a thing under another.</summary>
    /// <param name="above">The other; null for one on top.</param>
    /// <param name="thing">By number.</param>
    public RowMark MarkOf(int? above, int thing) =>
        above is not { } under || MarkOf(thing) is RowMark.Went or RowMark.Came ? MarkOf(thing)
        : _went.Contains((under, thing)) ? RowMark.Went
        : _came.Contains((under, thing)) && MarkOf(under) != RowMark.Came ? RowMark.Came
        : MarkOf(thing);

    public OutlineNotes NotesOf(int? above, int thing) =>
        new(
            [.. Outline.Above(thing).Where(other => other != above).Select(other => _things[other])],
            [.. Outline.LeadsBack(thing).Select(other => _things[other])],
            Outside(thing, Up),
            Outside(thing, Up == Direction.Out ? Direction.In : Direction.Out),
            _otherRows.GetValueOrDefault(thing)
        );

    private void Add(int row)
    {
        if (
            _view.ThingColumn is not { } column
            || _view.Rows.CellsOf(row)[column] is not Value.Entity { Id: var id }
            || (_view.Rows.MarkOf(row) == RowMark.Went ? _view.Then!.Reading : _view.Reading).FindAnyTime(id) is not { } thing
        )
            return;
        if (!_numbers.TryAdd(id, _things.Count))
        {
            _otherRows[_numbers[id]] = _otherRows.GetValueOrDefault(_numbers[id]) + 1;
            return;
        }

        _things.Add(thing);
        _rows.Add(row);
    }

    private HashSet<(int Above, int Below)> Joins(Reading reading)
    {
        HashSet<(int, int)> joins = [];
        for (var number = 0; number < _things.Count; number++)
        {
            var thing = ReferenceEquals(_things[number].Reading, reading)
                ? _things[number]
                : reading.FindAnyTime(_things[number].Id);
            foreach (var relation in thing?.Relations(Direction.Out, Type) ?? [])
            {
                if (_numbers.TryGetValue(relation.ToId, out var other) && other != number)
                    joins.Add(Up == Direction.Out ? (other, number) : (number, other));
            }
        }

        return joins;
    }

    private int Outside(int thing, Direction way) =>
        _things[thing]
            .Relations(way, Type)
            .Select(relation => way == Direction.Out ? relation.ToId : relation.FromId)
            .Distinct()
            .Count(other => !_numbers.ContainsKey(other));
}
