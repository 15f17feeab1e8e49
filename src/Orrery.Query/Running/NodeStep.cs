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

    /// <summary>Room for the nodes found together.</summary>
    protected int[] Nodes { get; } = new int[Most];

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

    /// <summary>Puts the next nodes into <see cref="Nodes"/>.</summary>
    /// <returns>How many; 0 only at the end.</returns>
    protected abstract int Fill();

    private bool Refill()
    {
        (_next, _count) = (0, Fill());
        return _count > 0;
    }
}
