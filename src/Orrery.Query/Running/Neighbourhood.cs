using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Goes over the relations of a node with what the query itself has made or deleted. A mutable struct: keep it in a field.</summary>
internal struct Neighbourhood
{
    private readonly QueryGraph _graph;
    private readonly TypeTest _types;
    private readonly ArrowDirection _arrow;
    private readonly int _node;
    private readonly bool _readsTitles;
    private EdgeCursor _cursor;
    private IReadOnlyList<int> _new;
    private int _nextNew;
    private Direction _direction;
    private bool _isOver;

    public Neighbourhood(QueryGraph graph, int node, ArrowDirection arrow, TypeTest types, bool readsTitles = false)
    {
        (_graph, _types, _arrow, _node, _readsTitles) = (graph, types, arrow, node, readsTitles);
        _new = [];
        Turn(arrow == ArrowDirection.Left ? Direction.In : Direction.Out);
    }

    public int Other { get; private set; }

    public int Relation { get; private set; }

    /// <summary>The relation's type, or -1 for one that the query made.</summary>
    public int Type { get; private set; }

    public bool MoveNext()
    {
        while (!_isOver)
        {
            while (Step())
            {
                // A relation of a node with itself is one relation, whichever way one looks.
                if (_arrow != ArrowDirection.Either || _direction == Direction.Out || Other != _node)
                    return true;
            }

            if (_arrow != ArrowDirection.Either || _direction == Direction.In)
                _isOver = true;
            else
                Turn(Direction.In);
        }

        return false;
    }

    private bool Step()
    {
        if (_graph.Sketch is null)
        {
            if (!_cursor.MoveNext())
                return false;
            (Other, Relation, Type) = (_cursor.Other, _cursor.Relation, _cursor.Type);
            return true;
        }

        while (!_graph.Sketch.IsNew(_node) && _cursor.MoveNext())
        {
            (Other, Relation, Type) = (_cursor.Other, _cursor.Relation, _cursor.Type);
            if (!_graph.IsDeleted(~Relation))
                return true;
        }

        while (_nextNew < _new.Count)
        {
            (Relation, Type) = (_new[_nextNew++], -1);
            if (_graph.IsDeleted(~Relation) || !_types.Passes(_graph.Sketch.TypeOf(Relation)))
                continue;
            var (start, end) = _graph.Sketch.EndsOf(Relation);
            Other = _direction == Direction.Out ? end : start;
            return true;
        }

        return false;
    }

    private void Turn(Direction direction)
    {
        _direction = direction;
        if (_graph.Sketch is not { } sketch || !sketch.IsNew(_node))
            _cursor = _graph.Ground.Edges(_node, direction, _types.Filter, _readsTitles);
        if (_graph.Sketch is not null)
            (_new, _nextNew) = (_graph.Sketch.NewEdges(_node, direction), 0);
    }
}
