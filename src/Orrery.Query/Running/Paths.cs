using Orrery.Graph;

namespace Orrery.Query;

/// <summary>From a known node along any number of relations, none of them twice: every path is a row.</summary>
/// <param name="input">Where rows come from.</param>
/// <param name="hop">How each relation is followed.</param>
/// <param name="fewest">The fewest relations.</param>
/// <param name="most">The most.</param>
/// <param name="condition">What each relation must fulfil (its slot is <paramref name="each"/>), or null.</param>
/// <param name="each">Where a relation stands while the condition is asked.</param>
internal sealed class PathsPlan(Plan input, Hop hop, int fewest, int most, Evaluator? condition, int each) : Plan(input)
{
    public override string Describe() => $"Every path along {hop.Text}";

    public override Step Open(Frame frame) => new Paths(frame, frame.Open(Input!), hop, fewest, most, condition, each);

    private sealed class Paths(Frame frame, Step input, Hop hop, int fewest, int most, Evaluator? condition, int each)
        : InnerStep(input)
    {
        private readonly List<Neighbourhood> _around = [];
        private readonly List<(int Relation, int Node)> _path = [];
        private bool _isWaiting;
        private int _start;

        public override void Begin()
        {
            (_isWaiting, _) = (false, 0);
            _around.Clear();
            _path.Clear();
            base.Begin();
        }

        public override bool Next()
        {
            while (true)
            {
                if (_isWaiting)
                {
                    _isWaiting = false;
                    if (fewest == 0 && Emit(_start))
                        return true;
                }

                while (_around.Count > 0)
                {
                    if (Advance() && _path.Count >= fewest && Emit(_path[^1].Node))
                        return true;
                }

                if (!Input.Next())
                    return false;
                if (frame.Slots[hop.From] is not { IsNode: true, Number: var start })
                    continue;
                (_start, _isWaiting) = (start, true);
                if (most > 0)
                    _around.Add(new(frame.Graph, start, hop.Arrow, hop.Types));
            }
        }

        // One relation further, or one back; true when there is a new path.
        private bool Advance()
        {
            var around = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_around);
            // The path holds one relation for each node but the first: drop the one tried last.
            if (_path.Count == _around.Count)
                _path.RemoveAt(_path.Count - 1);
            if (!around[^1].MoveNext())
            {
                _around.RemoveAt(_around.Count - 1);
                return false;
            }

            frame.Meter.Look();
            var (relation, other) = (around[^1].Relation, around[^1].Other);
            if (!MayTake(relation))
                return false;
            _path.Add((relation, other));
            if (_path.Count < most)
                _around.Add(new(frame.Graph, other, hop.Arrow, hop.Types));
            return true;
        }

        private bool MayTake(int relation)
        {
            foreach (var step in _path)
            {
                if (step.Relation == relation)
                    return false;
            }

            if (!hop.IsUnused(frame, relation))
                return false;
            if (condition is null)
                return true;
            frame.Slots[each] = Cell.Relation(relation);
            return condition.Test(frame) == true;
        }

        private bool Emit(int node)
        {
            if (hop.IsToBound && !(frame.Slots[hop.To] is { IsNode: true } to && to.Number == node))
                return false;
            foreach (var label in hop.Labels)
            {
                if (!frame.Graph.Has(node, label))
                    return false;
            }

            var relations = new Value[_path.Count];
            for (var i = 0; i < relations.Length; i++)
                relations[i] = new Value.Relation(frame.Graph.IdOf(~_path[i].Relation));
            if (hop.IsRelationBound)
            {
                if (!(frame.Slots[hop.Relation].Object is Value.List known && known.Items.AsSpan().SequenceEqual(relations)))
                    return false;
            }
            else
                frame.Slots[hop.Relation] = Cell.OfPlain(
                    new Value.List(System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(relations))
                );

            frame.Slots[hop.To] = Cell.Node(node);
            return true;
        }
    }
}
