using Orrery.Graph;

namespace Orrery.Query;

/// <summary>
/// Whether some path of one kind leads from a known node to anything of a sort that no row decides. Asked of a few rows, each walks forward; asked of many, one walk
/// back from everything of that sort finds all nodes for which it is so.
/// </summary>
/// <param name="slot">The slot of the known node.</param>
/// <param name="forward">Answers for one row.</param>
/// <param name="number">Where the set is kept during a run.</param>
/// <param name="ends">Finds everything of the sort.</param>
/// <param name="end">The slot it is found in.</param>
/// <param name="back">The relations, seen from the far end.</param>
internal sealed class BackwardTester(int slot, Tester forward, int number, Plan ends, int end, Hop back, int fewest, int most)
    : Tester
{
    private const int FewRows = 64;

    public override bool? Test(Frame frame)
    {
        if (frame.Slots[slot] is not { IsNode: true, Number: var node } || frame.Graph.Sketch is not null)
            return forward.Test(frame);
        var set = frame.Kept(number, static () => new Asked());
        if (set.Found is null && ++set.Rows <= FewRows)
            return forward.Test(frame);
        return (set.Found ??= Find(frame)).Has(node);
    }

    public override int Keep(Frame frame, int slot, Span<int> nodes) => Split(frame, slot, nodes, isWanted: true);

    public override int KeepFalse(Frame frame, int slot, Span<int> nodes) => Split(frame, slot, nodes, isWanted: false);

    public override void Keep(Frame frame, int slot, NodeBlock block, bool isWanted)
    {
        if (FoundFor(frame, slot, block.Count) is not { } found)
        {
            base.Keep(frame, slot, block, isWanted);
            return;
        }

        var marks = found.Marks;
        for (var word = 0; word < block.Bits.Length; word++)
        {
            var at = (block.First >> 6) + word;
            var marked = at < marks.Length ? marks[at] : 0;
            block.Bits[word] &= isWanted ? marked : ~marked;
        }
    }

    // What was found for all rows, as soon as there are many of them.
    private Reach? FoundFor(Frame frame, int of, int rows)
    {
        if (of != slot || frame.Graph.Sketch is not null)
            return null;
        var asked = frame.Kept(number, static () => new Asked());
        if (asked.Found is null && asked.Rows + rows > FewRows)
            asked.Found = Find(frame);
        return asked.Found;
    }

    private int Split(Frame frame, int of, Span<int> nodes, bool isWanted)
    {
        if (FoundFor(frame, of, nodes.Length) is not { } found)
            return isWanted ? base.Keep(frame, of, nodes) : base.KeepFalse(frame, of, nodes);
        var kept = 0;
        foreach (var node in nodes)
        {
            if (found.Has(node) == isWanted)
                nodes[kept++] = node;
        }

        return kept;
    }

    // The known node's own slot and those of the row are left as they are: what is found has slots of its own.
    private Reach Find(Frame frame)
    {
        List<int> starts = [];
        var step = frame.Open(ends);
        step.Begin();
        while (step.Next())
        {
            if (frame.Slots[end] is { IsNode: true, Number: var node })
                starts.Add(node);
        }

        frame.Meter.KeepBytes((4L * starts.Count) + (frame.Graph.Ground.EntityCount / 4));
        var reach = frame.Walk();
        var direction = back.Arrow == ArrowDirection.Left ? Direction.In : Direction.Out;
        reach.Run(starts.ToArray(), direction, back.Types.Filter, fewest, most, frame.Meter.Look);
        return reach;
    }

    private sealed class Asked
    {
        public int Rows { get; set; }

        public Reach? Found { get; set; }
    }
}
