using Orrery.Graph;

namespace Orrery.Query;

/// <summary>From a known node to everything within some hops, each thing once: for patterns whose paths nobody asks for.</summary>
internal sealed class ReachPlan(Plan input, Hop hop, int fewest, int most) : Plan(input)
{
    public override string Describe() => $"Everything reached along {hop.Text}, each once";

    public override Step Open(Frame frame) => new Reaching(frame, frame.Open(Input!), hop, fewest, most);

    private sealed class Reaching(Frame frame, Step input, Hop hop, int fewest, int most) : InnerStep(input)
    {
        private readonly Reach _reach = new(frame.Graph.Ground);
        private DraftedWalk? _drafted;
        private int _next = int.MaxValue;

        private int Count => _drafted?.Count ?? _reach.Nodes.Length;

        public override void Begin()
        {
            _next = int.MaxValue;
            base.Begin();
        }

        public override bool Next()
        {
            while (true)
            {
                for (var count = _next == int.MaxValue ? 0 : Count; _next < count; )
                {
                    if (Fits(_drafted is null ? _reach.Nodes[_next++] : _drafted[_next++]))
                        return true;
                }

                _next = int.MaxValue;
                if (!Input.Next())
                    return false;
                if (frame.Slots[hop.From] is { IsNode: true, Number: var start })
                    Walk(start);
            }
        }

        private void Walk(int start)
        {
            _next = 0;
            if (frame.Graph.Sketch is null)
            {
                var direction = hop.Arrow == ArrowDirection.Left ? Direction.In : Direction.Out;
                _reach.Run([start], direction, hop.Types.Filter, fewest, most, frame.Meter.Look);
                return;
            }

            _drafted ??= new();
            _drafted.Run(frame, start, hop, fewest, most);
        }

        private bool Fits(int node)
        {
            foreach (var label in hop.Labels)
            {
                if (!frame.Graph.Has(node, label))
                    return false;
            }

            if (hop.IsToBound)
                return frame.Slots[hop.To] is { IsNode: true } to && to.Number == node;
            frame.Slots[hop.To] = Cell.Node(node);
            return true;
        }
    }
}
