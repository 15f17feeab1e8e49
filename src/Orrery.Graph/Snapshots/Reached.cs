namespace Orrery.Graph;

/// <summary>What a walk found: the starts first, then hop by hop.</summary>
public sealed class Reached
{
    private readonly Reading _reading;
    private readonly int[] _nodes;

    internal Reached(Reading reading, int[] nodes) => (_reading, _nodes) = (reading, nodes);

    /// <summary>How many entities, starts included.</summary>
    public int Count => _nodes.Length;

    /// <summary>The entities, nearest first.</summary>
    public IEnumerable<Entity> Entities => _nodes.Select(node => new Entity(_reading, node));

    internal ReadOnlySpan<int> Nodes => _nodes;
}
