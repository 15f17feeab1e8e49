using Orrery.Graph;

namespace Orrery.Query;

/// <summary>All nodes, or those with a label, for every row before it.</summary>
internal sealed class ScanPlan(Plan input, int slot, string name, LabelTest? label) : Plan(input)
{
    public override string Describe() =>
        label is null ? $"Every entity as {name}" : $"Entities labelled {label.Written} as {name}";

    public override Step Open(Frame frame) =>
        label is null ? new AllNodes(frame, frame.Open(Input!), slot) : new Labelled(frame, frame.Open(Input!), slot, label);

    private sealed class AllNodes(Frame frame, Step input, int slot) : InnerStep(input)
    {
        private int _next = int.MaxValue;
        private IEnumerator<int>? _relations;

        public override void Begin()
        {
            (_next, _relations) = (int.MaxValue, null);
            base.Begin();
        }

        public override bool Next()
        {
            while (true)
            {
                for (; _next < frame.Graph.EntityBound; _next++)
                {
                    frame.Meter.Look();
                    if (!frame.Graph.Sees(_next))
                        continue;
                    frame.Slots[slot] = Cell.Node(_next++);
                    return true;
                }

                if (NextRelation(frame, ref _relations) is { } relation)
                {
                    frame.Slots[slot] = Cell.Node(~relation);
                    return true;
                }

                if (!Input.Next())
                    return false;
                (_next, _relations) = (0, frame.Graph.Ground.RelationsAsEnds().GetEnumerator());
            }
        }
    }

    private sealed class Labelled(Frame frame, Step input, int slot, LabelTest label) : InnerStep(input)
    {
        private int _label = int.MaxValue;
        private LabelCursor _cursor;
        private bool _isInCursor;
        private int _nextNew = int.MaxValue;
        private IEnumerator<int>? _relations;

        public override void Begin()
        {
            (_label, _isInCursor, _nextNew, _relations) = (int.MaxValue, false, int.MaxValue, null);
            base.Begin();
        }

        public override bool Next()
        {
            while (true)
            {
                if (NextFrozen() || NextDrafted())
                    return true;
                if (NextRelation(frame, ref _relations) is { } relation)
                {
                    frame.Slots[slot] = Cell.Node(~relation);
                    return true;
                }

                if (!Input.Next())
                    return false;
                (_label, _isInCursor, _nextNew) = (0, false, 0);
                _relations = label.IsRelation ? frame.Graph.Ground.RelationsAsEnds().GetEnumerator() : null;
            }
        }

        private bool NextFrozen()
        {
            while (_isInCursor || _label < label.Filter.Labels.Length)
            {
                if (!_isInCursor)
                    (_cursor, _isInCursor) = (frame.Graph.Ground.WithLabel(label.Filter.Labels[_label++]), true);
                while (_cursor.MoveNext())
                {
                    frame.Meter.Look();
                    if (
                        frame.Graph.Sketch is { } sketch
                        && (sketch.IsDeleted(_cursor.Entity) || sketch.IsRelabelled(_cursor.Entity))
                    )
                        continue;
                    frame.Slots[slot] = Cell.Node(_cursor.Entity);
                    return true;
                }

                _isInCursor = false;
            }

            return false;
        }

        // What the query itself created or labelled anew.
        private bool NextDrafted()
        {
            if (frame.Graph.Sketch is not { } sketch)
                return false;
            var bound = sketch.NewEntities;
            while (_nextNew < bound + sketch.RelabelledInOrder.Count)
            {
                var at = _nextNew++;
                var node = at < bound ? frame.Graph.Ground.EntityCount + at : sketch.RelabelledInOrder[at - bound];
                if (!frame.Graph.Sees(node) || !frame.Graph.Has(node, label))
                    continue;
                frame.Slots[slot] = Cell.Node(node);
                return true;
            }

            return false;
        }
    }

    // Relations that are pointed at are nodes too.
    private static int? NextRelation(Frame frame, ref IEnumerator<int>? relations)
    {
        while (relations is not null)
        {
            if (!relations.MoveNext())
                relations = null;
            else if (!frame.Graph.IsDeleted(~relations.Current))
                return relations.Current;
        }

        return null;
    }
}

/// <summary>The node with an id or a ref, for every row before it.</summary>
internal sealed class SeekPlan(Plan input, int slot, string name, SeekBy by, Evaluator key) : Plan(input)
{
    public override string Describe() => $"The entity whose {(by == SeekBy.Id ? "id" : "ref")} is given as {name}";

    public override Step Open(Frame frame) => new Seek(frame, frame.Open(Input!), slot, by, key);

    private sealed class Seek(Frame frame, Step input, int slot, SeekBy by, Evaluator key) : InnerStep(input)
    {
        public override bool Next()
        {
            while (Input.Next())
            {
                frame.Meter.Look();
                var node = Find(key.Evaluate(frame));
                if (node == Ground.None || !frame.Graph.Sees(node))
                    continue;
                frame.Slots[slot] = Cell.Node(node);
                return true;
            }

            return false;
        }

        private int Find(in Cell wanted)
        {
            if (wanted.Object is not Value.Text { Characters: var text })
                return Ground.None;
            // Just as id() writes it: what only means the same id is another text.
            if (by == SeekBy.Id)
            {
                return Guid.TryParseExact(text, "D", out var id) && !text.AsSpan().ContainsAnyInRange('A', 'F')
                    ? frame.Graph.Find(new Id(id))
                    : Ground.None;
            }

            return
                EntityRef.TryParse(text, out var entityRef)
                && frame.Graph.Ground.Find(entityRef) is var node and not Ground.None
                && OurProperties.RefOf(frame.Graph, node) == text
                ? node
                : Ground.None;
        }
    }
}

/// <summary>By what a single node is found.</summary>
internal enum SeekBy
{
    Id,
    Ref,
}
