using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Which things of a view lie above which, now and at the moment compared with.</summary>
internal sealed class OutlineJoins
{
    private readonly ShownView _view;
    private readonly Dictionary<Id, int> _numbers = [];
    private readonly List<Entity> _things = [];
    private readonly List<ShownRow> _rows = [];
    private readonly List<int> _otherRows = [];
    private readonly HashSet<(int Above, int Below)> _came = [];
    private readonly HashSet<(int Above, int Below)> _went = [];

    /// <param name="view">With a column of things.</param>
    /// <param name="type">The relation type that arranges them.</param>
    /// <param name="up">The way along the relation that leads upwards.</param>
    public OutlineJoins(ShownView view, string type, Direction up)
    {
        (_view, Type, Up) = (view, type, up);
        foreach (var row in view.Rows)
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

    public ShownRow RowOf(int thing) => _rows[thing];

    /// <summary>What became of a thing under another.</summary>
    /// <param name="above">The other; null for one on top.</param>
    /// <param name="thing">By number.</param>
    public RowMark MarkOf(int? above, int thing) =>
        above is not { } under || _rows[thing].Mark is RowMark.Went or RowMark.Came ? _rows[thing].Mark
        : _went.Contains((under, thing)) ? RowMark.Went
        : _came.Contains((under, thing)) && _rows[under].Mark != RowMark.Came ? RowMark.Came
        : _rows[thing].Mark;

    public OutlineNotes NotesOf(int? above, int thing) =>
        new(
            [.. Outline.Above(thing).Where(other => other != above).Select(other => _things[other])],
            [.. Outline.LeadsBack(thing).Select(other => _things[other])],
            Outside(thing, Up),
            Outside(thing, Up == Direction.Out ? Direction.In : Direction.Out),
            _otherRows[thing]
        );

    private void Add(ShownRow row)
    {
        if (_view.ThingOf(row) is not { } thing)
            return;
        if (_numbers.TryGetValue(thing.Id, out var known))
        {
            _otherRows[known]++;
            return;
        }

        _numbers[thing.Id] = _things.Count;
        _things.Add(thing);
        _rows.Add(row);
        _otherRows.Add(0);
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
