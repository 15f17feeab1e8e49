using Orrery.Graph;

namespace Orrery.Query;

/// <summary>All entities of a scan, some thousand at a time as bits (bench/, "query").</summary>
internal sealed class BlockSource
{
    // A label that fewer have is looked up in its own list.
    private const int OneInSo = 8;

    private readonly QueryGraph _graph;
    private readonly LabelledBlocks? _labelled;
    private int _next;

    private BlockSource(QueryGraph graph, LabelledBlocks? labelled) => (_graph, _labelled) = (graph, labelled);

    /// <summary>The entities of a scan; null where going over all of them would not pay, or the query has changed some.</summary>
    public static BlockSource? TryMake(QueryGraph graph, LabelTest? label)
    {
        if (graph.Sketch is not null)
            return null;
        if (label is null)
            return new(graph, null);
        if (label.Estimate * OneInSo < graph.Ground.EntityCount)
            return null;
        return LabelledBlocks.TryMake(graph, label, (int)label.Estimate) is { } labelled ? new(graph, labelled) : null;
    }

    /// <summary>Puts the next ones into a block; false at the end.</summary>
    public bool Next(NodeBlock block)
    {
        if (_next * Ground.Block >= _graph.Ground.EntityCount)
            return false;
        block.Number = _next++;
        _graph.Ground.SeenBits(block.Number, block.Bits);
        _labelled?.Keep(block);
        return true;
    }
}
