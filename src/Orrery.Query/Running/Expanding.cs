using Orrery.Graph;

namespace Orrery.Query;

/// <summary>How one relation of a pattern is followed.</summary>
/// <param name="From">The slot of the node where it is known.</param>
/// <param name="Relation">The slot for the relation, or for the list of them.</param>
/// <param name="To">The slot of the node at the other end.</param>
/// <param name="Arrow">Which way, seen from <paramref name="From"/>.</param>
/// <param name="Types">Which types.</param>
/// <param name="IsToBound">Whether the other end is known too.</param>
/// <param name="IsRelationBound">Whether the relation itself is known.</param>
/// <param name="Others">Slots of relations of the same MATCH that it must differ from.</param>
/// <param name="Text">As EXPLAIN shows it.</param>
internal sealed record Hop(
    int From,
    int Relation,
    int To,
    ArrowDirection Arrow,
    TypeTest Types,
    bool IsToBound,
    bool IsRelationBound,
    int[] Others,
    string Text
)
{
    /// <summary>Whether it is followed from right to left: a list of its relations still stands from left to right.</summary>
    public bool IsBackwards { get; init; }

    /// <summary>Whether a shortest path is of the one relation that is written: it stands for itself, not in a list.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Labels that the other end must have.</summary>
    public LabelTest[] Labels { get; init; } = [];

    /// <summary>Whether a relation is none of those that the same MATCH took already.</summary>
    public bool IsUnused(Frame frame, int relation)
    {
        foreach (var slot in Others)
        {
            ref var other = ref frame.Slots[slot];
            if (other.IsRelation ? other.Number == relation : Holds(frame, other, relation))
                return false;
        }

        return true;
    }

    private static bool Holds(Frame frame, in Cell list, int relation)
    {
        if (list.Object is not Value.List { Items: var items })
            return false;
        var id = frame.Graph.IdOf(~relation);
        foreach (var item in items)
        {
            if (item is Value.Relation one && one.Id == id)
                return true;
        }

        return false;
    }
}

/// <summary>From a known node along one relation.</summary>
internal sealed class ExpandPlan(Plan input, Hop hop) : Plan(input)
{
    public override string Describe() => $"Along {hop.Text}";

    public override Step Open(Frame frame) => new Expand(frame, frame.Open(Input!), hop);

    private sealed class Expand(Frame frame, Step input, Hop hop) : InnerStep(input)
    {
        private readonly bool _readsTitles = frame.Plan.Titled.Contains(hop.To);
        private Neighbourhood _around;
        private bool _isInside;

        public override void Begin()
        {
            _isInside = false;
            base.Begin();
        }

        public override bool Next()
        {
            while (true)
            {
                while (_isInside && _around.MoveNext())
                {
                    frame.Meter.Look();
                    if (Fits())
                        return true;
                }

                _isInside = false;
                if (!Input.Next())
                    return false;
                ref var from = ref frame.Slots[hop.From];
                if (!from.IsNode)
                    continue;
                (_around, _isInside) = (new(frame.Graph, from.Number, hop.Arrow, hop.Types, _readsTitles), true);
            }
        }

        private bool Fits()
        {
            var (relation, other) = (_around.Relation, _around.Other);
            if (hop.IsToBound && !(frame.Slots[hop.To] is { IsNode: true } to && to.Number == other))
                return false;
            if (hop.IsRelationBound && !(frame.Slots[hop.Relation] is { IsRelation: true } one && one.Number == relation))
                return false;
            if (hop.Others.Length > 0 && !hop.IsUnused(frame, relation))
                return false;
            foreach (var label in hop.Labels)
            {
                if (!frame.Graph.Has(other, label))
                    return false;
            }

            frame.Slots[hop.Relation] = Cell.Relation(relation, _around.Type);
            frame.Slots[hop.To] = Cell.Node(other);
            return true;
        }
    }
}

/// <summary>From a known relation to its ends.</summary>
internal sealed class EndsPlan(Plan input, Hop hop, bool isFromBound) : Plan(input)
{
    public override string Describe() => $"The ends of {hop.Text}";

    public override Step Open(Frame frame) => new Ends(frame, frame.Open(Input!), hop, isFromBound);

    private sealed class Ends(Frame frame, Step input, Hop hop, bool isFromBound) : InnerStep(input)
    {
        private int _turn = 2;

        public override void Begin()
        {
            _turn = 2;
            base.Begin();
        }

        public override bool Next()
        {
            while (true)
            {
                for (; _turn < 2; _turn++)
                {
                    if (Take(_turn))
                    {
                        _turn++;
                        return true;
                    }
                }

                if (!Input.Next())
                    return false;
                _turn = 0;
            }
        }

        // First as it points, then, for an arrow without a head, the other way.
        private bool Take(int turn)
        {
            if (frame.Slots[hop.Relation] is not { IsRelation: true, Number: var relation } || !frame.Graph.Sees(~relation))
                return false;
            if (!frame.Graph.HasType(relation, hop.Types) || (hop.Others.Length > 0 && !hop.IsUnused(frame, relation)))
                return false;
            var (start, end) = frame.Graph.EndsOf(relation);
            if (
                turn == 0
                    ? hop.Arrow == ArrowDirection.Left
                    : hop.Arrow == ArrowDirection.Right || (hop.Arrow == ArrowDirection.Either && start == end)
            )
                return false;
            var (from, to) = turn == 0 ? (start, end) : (end, start);
            if (isFromBound && !(frame.Slots[hop.From] is { IsNode: true } known && known.Number == from))
                return false;
            if (hop.IsToBound && !(frame.Slots[hop.To] is { IsNode: true } other && other.Number == to))
                return false;
            if (hop.From == hop.To && from != to)
                return false;
            (frame.Slots[hop.From], frame.Slots[hop.To]) = (Cell.Node(from), Cell.Node(to));
            return Array.TrueForAll(hop.Labels, label => frame.Graph.Has(to, label));
        }
    }
}
