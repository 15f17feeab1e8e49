using System.Diagnostics.CodeAnalysis;

namespace Orrery.Query;

/// <summary>A step whose rows are nodes in one slot, found some hundred at a time: who does not need each row takes them together.</summary>
internal abstract class NodeStep(Frame frame, Step input, int slot) : InnerStep(input)
{
    protected const int Most = 1_024;

    private int _next;
    private int _count;

    /// <summary>Where each node stands.</summary>
    public int Slot => slot;

    protected Frame Frame => frame;

    /// <summary>Room for the nodes found together; see <see cref="MakeRoom"/>.</summary>
    protected int[] Nodes { get; private set; } = [];

    public override void Begin()
    {
        (_next, _count) = (0, 0);
        base.Begin();
    }

    public sealed override bool Next()
    {
        if (_next == _count && !Refill())
            return false;
        frame.Slots[slot] = Cell.Node(Nodes[_next++]);
        return true;
    }

    /// <summary>The next nodes, without making a row of each; none at the end.</summary>
    public ReadOnlySpan<int> Rest()
    {
        if (_next == _count && !Refill())
            return [];
        var rest = Nodes.AsSpan(_next, _count - _next);
        _next = _count;
        return rest;
    }

    /// <summary>The next nodes as bits, for whoever has taken none so far; false when the others are to be taken with <see cref="Rest"/>.</summary>
    /// <param name="block">Filled; made when there is something to fill in.</param>
    public virtual bool NextBlock([NotNullWhen(true)] ref NodeBlock? block) => false;

    /// <summary>Makes room for so many nodes, but not for more than are ever taken together; most queries need little.</summary>
    /// <returns>How many there is room for.</returns>
    protected int MakeRoom(int nodes)
    {
        nodes = Math.Min(Most, nodes);
        if (Nodes.Length < nodes)
            Nodes = new int[nodes];
        return nodes;
    }

    /// <summary>Puts the next nodes into <see cref="Nodes"/>.</summary>
    /// <returns>How many; 0 only at the end.</returns>
    protected abstract int Fill();

    private bool Refill()
    {
        (_next, _count) = (0, Fill());
        return _count > 0;
    }
}
