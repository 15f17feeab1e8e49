using Orrery.Graph;
// Nodes that were reached: how far off, and the relations by which they first were.
using Reached = System.Collections.Generic.Dictionary<
    int,
    (int Depth, System.Collections.Generic.List<(int Relation, int Before)> Ways)
>;

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
        private const int None = -1;

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
                    var found = _found.Current;
                    frame.Slots[hop.Relation] =
                        hop.IsSingle && found is Value.List { Items: [var one] }
                            ? Cell.Of(one, frame.Graph)
                            : Cell.OfPlain(found);
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

        private IEnumerable<Value> Find(int from, int to)
        {
            if (from == to && fewest == 0)
                return [new Value.List([])];
            var found =
                from == to ? Loops(from)
                : Search(from, to, most, None) is { } reached ? Paths(reached, to, [])
                : [];
            return isAll ? found : found.Take(1);
        }

        // What comes back takes one relation away, then a shortest way home without it.
        private IEnumerable<Value> Loops(int node)
        {
            var shortest = most;
            List<(int Away, Reached Home)> found = [];
            var around = new Neighbourhood(frame.Graph, node, hop.Arrow, hop.Types);
            while (around.MoveNext())
            {
                frame.Meter.Look();
                var away = around.Relation;
                if (!MayTake(away) || Search(around.Other, node, shortest - 1, away) is not { } home)
                    continue;
                var length = home[node].Depth + 1;
                if (length > shortest)
                    continue;
                if (length < shortest)
                    found.Clear();
                shortest = length;
                found.Add((away, home));
            }

            return found.SelectMany(loop => Paths(loop.Home, node, [Of(loop.Away)]));
        }

        // Breadth first: for each node the relations by which it was first reached; null where the goal was not.
        private Reached? Search(int from, int to, int longest, int without)
        {
            Reached reached = new() { [from] = (0, []) };
            List<int> front = [from];
            for (var depth = 1; depth <= longest && front.Count > 0 && !reached.ContainsKey(to); depth++)
            {
                List<int> next = [];
                foreach (var node in front)
                {
                    var around = new Neighbourhood(frame.Graph, node, hop.Arrow, hop.Types);
                    while (around.MoveNext())
                    {
                        frame.Meter.Look();
                        var (relation, other) = (around.Relation, around.Other);
                        if (relation == without || !MayTake(relation))
                            continue;
                        if (!reached.TryGetValue(other, out var way))
                        {
                            reached[other] = way = (depth, []);
                            next.Add(other);
                        }

                        if (way.Depth == depth)
                            way.Ways.Add((relation, node));
                    }
                }

                front = next;
            }

            return reached.ContainsKey(to) ? reached : null;
        }

        private IEnumerable<Value> Paths(Reached reached, int to, Value[] first)
        {
            Stack<(int Node, Value[] Behind)> open = new([(to, [])]);
            while (open.TryPop(out var at))
            {
                var (depth, ways) = reached[at.Node];
                if (depth == 0)
                {
                    Value[] path = [.. first, .. at.Behind];
                    yield return new Value.List([.. hop.IsBackwards ? path.Reverse() : path]);
                }

                foreach (var (relation, before) in ways)
                {
                    frame.Meter.Look();
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
