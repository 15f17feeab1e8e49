using System.Diagnostics.CodeAnalysis;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A scan and the conditions right behind it, some hundred nodes at a time: each condition goes over all of them before the next.</summary>
/// <remarks>Begins with few nodes, for whoever wants only the first rows. bench/, "query".</remarks>
internal sealed class BatchedScan(Frame frame, Step input, int slot, LabelTest? label, Evaluator[] conditions)
    : NodeStep(frame, input, slot)
{
    private const int Fewest = 16;

    private NodeSource _source;
    private BlockSource? _blocks;
    private bool _isInside;
    private int _batch = Fewest;

    public override void Begin()
    {
        (_isInside, _batch, _blocks) = (false, Fewest, null);
        base.Begin();
    }

    public override bool NextBlock([NotNullWhen(true)] ref NodeBlock? block)
    {
        if (_isInside)
            return false;
        if (_blocks is null)
        {
            if (BlockSource.TryMake(Frame.Graph, label) is not { } blocks || !Input.Next())
                return false;
            _blocks = blocks;
        }

        if (!_blocks.Next(block ??= new()))
        {
            // Relations that are matched as nodes lie in no block: they come in smaller numbers behind.
            (_source, _isInside) = (NodeSource.OfRelations(Frame.Graph, label), true);
            return false;
        }

        Frame.Meter.Look(block.Count);
        foreach (var condition in conditions)
            condition.Keep(Frame, Slot, block, isWanted: true);
        return true;
    }

    protected override int Fill()
    {
        while (true)
        {
            if (!_isInside)
            {
                if (!Input.Next())
                    return 0;
                (_source, _isInside) = (new(Frame.Graph, label), true);
            }

            var room = MakeRoom(_batch);
            var found = _source.Take(Nodes.AsSpan(0, room));
            Frame.Meter.Look(found);
            _isInside = found > 0;
            _batch = Math.Min(Most, _batch * 4);
            foreach (var condition in conditions)
                found = condition.Keep(Frame, Slot, Nodes.AsSpan(0, found));
            if (found > 0)
                return found;
        }
    }
}

/// <summary>Where the nodes of a scan come from: the ground, then what the query itself has made, then relations that are pointed at.</summary>
internal struct NodeSource(QueryGraph graph, LabelTest? label)
{
    private LabelCursor _cursor;
    private int _label;
    private bool _isInCursor;
    private int _next;
    private int _drafted;
    private IEnumerator<int>? _relations;

    /// <summary>Just the relations.</summary>
    public static NodeSource OfRelations(QueryGraph graph, LabelTest? label) =>
        new(graph, label) { _next = graph.Ground.EntityCount, _label = label?.Filter.Labels.Length ?? 0 };

    /// <summary>Fills a span as far as there are nodes; 0 at the end.</summary>
    public int Take(Span<int> into)
    {
        var count = 0;
        while (count < into.Length)
        {
            var more = label is null ? TakeAny(into[count..]) : TakeLabelled(into[count..]);
            if (more == 0)
                more = TakeDrafted(into[count..]);
            if (more == 0)
                more = TakeRelations(into[count..]);
            if (more == 0)
                break;
            count += more;
        }

        return count;
    }

    private int TakeAny(Span<int> into)
    {
        if (graph.Sketch is null)
            return graph.Ground.TakeSeen(ref _next, into);
        var count = 0;
        for (var bound = graph.Ground.EntityCount; _next < bound && count < into.Length; _next++)
        {
            if (graph.Sees(_next))
                into[count++] = _next;
        }

        return count;
    }

    private int TakeLabelled(Span<int> into)
    {
        var count = 0;
        while (count < into.Length && (_isInCursor || _label < label!.Filter.Labels.Length))
        {
            if (!_isInCursor)
                (_cursor, _isInCursor) = (graph.Ground.WithLabel(label!.Filter.Labels[_label++]), true);
            while (count < into.Length && (_isInCursor = _cursor.MoveNext()))
            {
                if (
                    graph.Sketch is null
                    || !(graph.Sketch.IsDeleted(_cursor.Entity) || graph.Sketch.IsRelabelled(_cursor.Entity))
                )
                    into[count++] = _cursor.Entity;
            }
        }

        return count;
    }

    private int TakeDrafted(Span<int> into)
    {
        if (graph.Sketch is not { } sketch)
            return 0;
        var (count, made) = (0, sketch.NewEntities);
        var all = made + (label is null ? 0 : sketch.RelabelledInOrder.Count);
        for (; _drafted < all && count < into.Length; _drafted++)
        {
            var node = _drafted < made ? graph.Ground.EntityCount + _drafted : sketch.RelabelledInOrder[_drafted - made];
            if (graph.Sees(node) && (label is null || graph.Has(node, label)))
                into[count++] = node;
        }

        return count;
    }

    private int TakeRelations(Span<int> into)
    {
        if (label is { IsRelation: false })
            return 0;
        _relations ??= graph.Ground.RelationsAsEnds().GetEnumerator();
        var count = 0;
        while (count < into.Length && _relations.MoveNext())
        {
            if (!graph.IsDeleted(~_relations.Current))
                into[count++] = ~_relations.Current;
        }

        return count;
    }
}
