using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A shortest path between two known nodes, or all of them.</summary>
/// <param name="input">Where rows come from.</param>
/// <param name="hop">How each relation is followed; both ends are known.</param>
/// <param name="fewest">0 or 1.</param>
/// <param name="most">The most relations.</param>
/// <param name="isAll">All that are as short as the shortest.</param>
/// <param name="condition">What each relation must fulfil (its slot is <paramref name="each"/>), or null.</param>
/// <param name="each">Where a relation stands while the condition is asked.</param>
internal sealed class ShortestPathsPlan(Plan input, Hop hop, int fewest, int most, bool isAll, Evaluator? condition, int each)
    : Plan(input)
{
    public override string Describe() => isAll ? $"All shortest paths along {hop.Text}" : $"A shortest path along {hop.Text}";

    public override Step Open(Frame frame) => new Shortest(frame, frame.Open(Input!), hop, fewest, most, isAll, condition, each);

    private sealed class Shortest(
        Frame frame,
        Step input,
        Hop hop,
        int fewest,
        int most,
        bool isAll,
        Evaluator? condition,
        int each
    ) : InnerStep(input)
    {
        private IEnumerator<Value>? _found;

        public override void Begin()
        {
            _found = null;
            base.Begin();
        }

        public override bool Next()
        {
            while (true)
            {
                if (_found is not null && _found.MoveNext())
                {
                    frame.Slots[hop.Relation] = Cell.OfPlain(_found.Current);
                    return true;
                }

                _found = null;
                if (!Input.Next())
                    return false;
                if (
                    frame.Slots[hop.From] is { IsNode: true, Number: var from }
                    && frame.Slots[hop.To] is { IsNode: true, Number: var to }
                )
                    _found = Find(from, to).GetEnumerator();
            }
        }

        // Breadth first: for each node the relations by which it was first reached.
        private IEnumerable<Value> Find(int from, int to)
        {
            if (from == to && fewest == 0)
                return [new Value.List([])];
            Dictionary<int, (int Depth, List<(int Relation, int Before)> Ways)> reached = new() { [from] = (0, []) };
            List<int> front = [from];
            (int Depth, List<(int Relation, int Before)> Ways) back = (0, []);
            for (var depth = 1; depth <= most && front.Count > 0; depth++)
            {
                List<int> next = [];
                foreach (var node in front)
                {
                    var around = new Neighbourhood(frame.Graph, node, hop.Arrow, hop.Types);
                    while (around.MoveNext())
                    {
                        frame.Meter.Look();
                        var (relation, other) = (around.Relation, around.Other);
                        if (!MayTake(relation))
                            continue;
                        // Coming back to the start closes a loop: the start itself was reached at depth 0.
                        if (other == to && from == to)
                            back.Ways.Add((relation, node));
                        if (!reached.TryGetValue(other, out var way))
                        {
                            reached[other] = way = (depth, []);
                            next.Add(other);
                        }

                        if (way.Depth == depth)
                            way.Ways.Add((relation, node));
                    }
                }

                var goal = from == to ? back : reached.GetValueOrDefault(to, (0, []));
                if (goal.Ways.Count > 0)
                    return isAll ? Backwards(reached, goal.Ways) : Backwards(reached, goal.Ways).Take(1);
                front = next;
            }

            return [];
        }

        private IEnumerable<Value> Backwards(
            Dictionary<int, (int Depth, List<(int Relation, int Before)> Ways)> reached,
            List<(int Relation, int Before)> last
        )
        {
            Stack<(int Node, Value[] Behind)> open = new();
            foreach (var (relation, before) in last)
                open.Push((before, [Of(relation)]));
            while (open.TryPop(out var at))
            {
                var (depth, ways) = reached[at.Node];
                if (depth == 0)
                    yield return new Value.List([.. at.Behind]);
                foreach (var (relation, before) in ways)
                {
                    frame.Meter.Look();
                    if (depth > 0 && !at.Behind.Contains(Of(relation)))
                        open.Push((before, [Of(relation), .. at.Behind]));
                }
            }
        }

        private Value.Relation Of(int relation) => new(frame.Graph.IdOf(~relation));

        private bool MayTake(int relation)
        {
            if (!hop.IsUnused(frame, relation))
                return false;
            if (condition is null)
                return true;
            frame.Slots[each] = Cell.Relation(relation);
            return condition.Test(frame) == true;
        }
    }
}
