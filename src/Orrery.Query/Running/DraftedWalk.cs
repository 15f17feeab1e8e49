namespace Orrery.Query;

/// <summary>A breadth-first walk over the graph with what the query itself has changed; each node once.</summary>
internal sealed class DraftedWalk
{
    private readonly HashSet<int> _seen = [];
    private readonly List<int> _nodes = [];

    public int Count => _nodes.Count;

    public int this[int place] => _nodes[place];

    public bool Has(int node) => _seen.Contains(node);

    public void Clear()
    {
        _seen.Clear();
        _nodes.Clear();
    }

    /// <summary>Finds what is reached by at least and at most so many relations; the start itself only where a path leads back to it, or for none.</summary>
    public void Run(Frame frame, int start, Hop hop, int fewest, int most)
    {
        Clear();
        // At least one relation: the start counts only when it is come back to.
        if (fewest == 0)
            Visit(start);
        List<int> front = [start];
        for (var depth = 0; depth < most && front.Count > 0; depth++)
        {
            List<int> next = [];
            foreach (var node in front)
            {
                var around = new Neighbourhood(frame.Graph, node, hop.Arrow, hop.Types);
                while (around.MoveNext())
                {
                    frame.Meter.Look();
                    if (Visit(around.Other) && around.Other != start)
                        next.Add(around.Other);
                }
            }

            front = next;
        }
    }

    private bool Visit(int node)
    {
        if (!_seen.Add(node))
            return false;
        _nodes.Add(node);
        return true;
    }
}
