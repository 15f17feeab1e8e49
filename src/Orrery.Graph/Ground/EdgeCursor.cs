using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Goes over the relations of one node, one way: the frozen ones, then the newer ones. A mutable struct: keep it in a field.</summary>
public struct EdgeCursor
{
    private const int CardsAhead = 24;
    private const int TitlesAhead = 12;
    private const int TextsAhead = 8;

    private readonly Ground _ground;
    private readonly TypeFilter _types;
    private readonly Direction _direction;
    private readonly bool _readsTitles;
    private readonly Edge[] _edges;
    private readonly ushort[] _edgeTypes;
    private readonly ImmutableArray<int> _above;
    private int _at;
    private int _end;
    private int _tail;

    internal EdgeCursor(Ground ground, int node, Direction direction, TypeFilter types, bool readsTitles)
    {
        (_ground, _direction, _types, _readsTitles) = (ground, direction, types, readsTitles && !ground.IsAnyTime);
        (_edges, _edgeTypes, _tail) = ([], [], -1);
        if (node < 0)
        {
            var ends = direction == Direction.Out ? ground.Memory.StartingAtRelation : ground.Memory.EndingAtRelation;
            _above = ends.GetValueOrDefault(~node, []);
            _end = _above.Length;
            return;
        }

        var epoch = ground.Reading.Epoch;
        var frozen = epoch.Frozen(direction);
        if (types.Set is { } set && types.Only < 0 && epoch.TypeSets.Find(new(direction, set)) is { } index)
            frozen = index;
        (var starts, _edges, _edgeTypes) = frozen.Columns;
        if (node + 1 < starts.Length)
        {
            (_at, _end) = (starts[node], starts[node + 1]);
            if (types.Only >= 0)
            {
                var range = frozen.RangeOf(node, types.Only);
                (_at, _end) = (_at + range.Start.Value, _at + range.End.Value);
            }
        }

        Hint();
        _tail = epoch.Tail.Count > 0 ? epoch.Tail.Newest(node, direction) : -1;
    }

    // Who asks for neighbours reads their labels and titles next: fetched side by side they cost one wait for memory, not one each.
    private readonly void Hint()
    {
        if (_ground.IsAnyTime)
            return;
        var (memory, count) = (_ground.Memory, _end - _at);
        var cards = memory.Epoch.Cards;
        for (var i = 0; i < Math.Min(count, CardsAhead); i++)
            cards.Hint(_edges[_at + i].Other);
        if (!_readsTitles)
            return;
        for (var i = 0; i < Math.Min(count, TitlesAhead); i++)
            cards.HintTitle(_edges[_at + i].Other, memory);
        for (var i = 0; i < Math.Min(count, TextsAhead); i++)
            cards.HintText(_edges[_at + i].Other, memory);
    }

    // The same for those a few steps from here: each look needs what the one before it has fetched.
    private readonly void HintAhead()
    {
        var (memory, left) = (_ground.Memory, _end - _at);
        var cards = memory.Epoch.Cards;
        if (left > CardsAhead)
            cards.Hint(_edges[_at + CardsAhead].Other);
        if (left > TitlesAhead)
            cards.HintTitle(_edges[_at + TitlesAhead].Other, memory);
        if (left > TextsAhead)
            cards.HintText(_edges[_at + TextsAhead].Other, memory);
    }

    /// <summary>The node at the other end.</summary>
    public int Other { get; private set; }

    /// <summary>The relation's number.</summary>
    public int Relation { get; private set; }

    /// <summary>The relation's type.</summary>
    public int Type { get; private set; }

    /// <summary>Goes to the next that can be seen.</summary>
    public bool MoveNext() => !_above.IsDefault ? NextAbove() : NextFrozen() || NextInTail();

    private bool NextFrozen()
    {
        while (_at < _end)
        {
            var at = _at++;
            ref readonly var edge = ref _edges[at];
            if (!_types.Passes(_edgeTypes[at]) || !_ground.Shows(edge))
                continue;
            (Other, Relation, Type) = (edge.Other, edge.Number, _edgeTypes[at]);
            if (_readsTitles)
                HintAhead();
            return true;
        }

        return false;
    }

    private bool NextInTail()
    {
        var tail = _ground.Reading.Epoch.Tail;
        while (_tail >= 0)
        {
            var relation = _tail;
            _tail = tail.Earlier(relation, _direction);
            if (Take(relation))
                return true;
        }

        return false;
    }

    private bool NextAbove()
    {
        while (_at < _end)
        {
            if (Take(_above[_at++]))
                return true;
        }

        return false;
    }

    private bool Take(int relation)
    {
        ref var row = ref _ground.Memory.Relations[relation];
        if (!_types.Passes(row.Type) || row.Revision > _ground.Reading.Revision || !_ground.Sees(~relation))
            return false;
        (Other, Relation, Type) = (_direction == Direction.Out ? row.End : row.Start, relation, row.Type);
        return true;
    }
}
