using System.Diagnostics.CodeAnalysis;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>From a known node to everything within some hops, each thing once: for patterns whose paths nobody asks for.</summary>
internal sealed class ReachPlan(Plan input, Hop hop, int fewest, int most) : Plan(input)
{
    public override int Unique => Input!.IsSingle ? hop.To : -1;

    public override string Describe() => $"Everything reached along {hop.Text}, each once";

    public override Step Open(Frame frame) => Open(frame, []);

    /// <summary>The walk with the conditions right behind it.</summary>
    public Reaching Open(Frame frame, Evaluator[] conditions) => new(frame, frame.Open(Input!), hop, fewest, most, conditions);
}

/// <summary>A walk from each row before it, and the conditions right behind it.</summary>
internal sealed class Reaching(Frame frame, Step input, Hop hop, int fewest, int most, Evaluator[] conditions)
    : NodeStep(frame, input, hop.To)
{
    // Fewer are quicker looked at one by one.
    private const int OneInSo = 32;

    private readonly Reach _reach = frame.Walk();
    private DraftedWalk? _drafted;
    private int _at = int.MaxValue;
    private LabelledBlocks[]? _labelled;
    private int _block = int.MaxValue;

    public override void Begin()
    {
        (_at, _block) = (int.MaxValue, int.MaxValue);
        base.Begin();
    }

    // Of a walk that found a good part of everything: labels and fields are then read as they lie in memory, not as the walk came by (bench/, "query").
    public override bool NextBlock([NotNullWhen(true)] ref NodeBlock? block)
    {
        while (_block != int.MaxValue || (_at == int.MaxValue && Walk() && IsWorthBlocks()))
        {
            if (_block * Ground.Block >= Frame.Graph.Ground.EntityCount)
            {
                _block = int.MaxValue;
                continue;
            }

            Fill(block ??= new(), _block++);
            return true;
        }

        return false;
    }

    private void Fill(NodeBlock block, int number)
    {
        block.Number = number;
        var marks = _reach.Marks[Math.Min(block.First >> 6, _reach.Marks.Length)..];
        Array.Clear(block.Bits);
        marks[..Math.Min(marks.Length, block.Bits.Length)].CopyTo(block.Bits);
        foreach (var label in _labelled!)
            label.Keep(block);
        foreach (var condition in conditions)
            condition.Keep(Frame, Slot, block, isWanted: true);
    }

    private bool IsWorthBlocks()
    {
        var found = _reach.Nodes.Length;
        if (hop.IsToBound || _drafted is not null || _reach.HasRelations || found * OneInSo < Frame.Graph.Ground.EntityCount)
            return false;
        _labelled ??= [.. hop.Labels.Select(label => LabelledBlocks.TryMake(Frame.Graph, label, found)).OfType<LabelledBlocks>()];
        if (_labelled.Length < hop.Labels.Length)
        {
            _labelled = null;
            return false;
        }

        (_at, _block) = (int.MaxValue, 0);
        return true;
    }

    protected override int Fill()
    {
        while (true)
        {
            if (_at == int.MaxValue && !Walk())
                return 0;
            var found = Take();
            foreach (var label in hop.Labels)
                found = Frame.Graph.Keep(label, Nodes.AsSpan(0, found));
            foreach (var condition in conditions)
                found = condition.Keep(Frame, Slot, Nodes.AsSpan(0, found));
            if (found > 0)
                return found;
        }
    }

    // Walks from the next row; false when there is none.
    private bool Walk()
    {
        while (Input.Next())
        {
            if (Frame.Slots[hop.From] is not { IsNode: true, Number: var start })
                continue;
            _at = 0;
            if (Frame.Graph.Sketch is null)
            {
                var direction = hop.Arrow == ArrowDirection.Left ? Direction.In : Direction.Out;
                _reach.Run([start], direction, hop.Types.Filter, fewest, most, Frame.Meter.Look);
                return true;
            }

            _drafted ??= new();
            _drafted.Run(Frame, start, hop, fewest, most);
            return true;
        }

        return false;
    }

    // The next nodes that the walk found; with a known end, just that one.
    private int Take()
    {
        var count = _drafted?.Count ?? _reach.Nodes.Length;
        var (taken, room) = (0, MakeRoom(Math.Max(1, count - _at)));
        if (hop.IsToBound)
        {
            var isThere = Frame.Slots[hop.To] is { IsNode: true, Number: var to } && (_drafted?.Has(to) ?? _reach.Has(to));
            if (isThere)
                Nodes[taken++] = Frame.Slots[hop.To].Number;
            _at = count;
        }

        if (_drafted is null && _at < count)
        {
            _reach.Nodes.Slice(_at, Math.Min(room, count - _at)).CopyTo(Nodes);
            taken = Math.Min(room, count - _at);
            _at += taken;
        }

        for (; _at < count && taken < room; _at++)
            Nodes[taken++] = _drafted![_at];
        if (_at >= count)
            _at = int.MaxValue;
        return taken;
    }
}
