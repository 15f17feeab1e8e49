using Orrery.Graph;

namespace Orrery.Query;

/// <summary>All nodes, or those with a label, for every row before it.</summary>
internal sealed class ScanPlan(Plan input, int slot, string name, LabelTest? label) : Plan(input)
{
    public override int Unique => Input!.IsSingle ? slot : -1;

    public override string Describe() =>
        label is null ? $"Every entity as {name}" : $"Entities labelled {label.Written} as {name}";

    public override Step Open(Frame frame) => Open(frame, []);

    /// <summary>The scan with the conditions right behind it.</summary>
    public BatchedScan Open(Frame frame, Evaluator[] conditions) => new(frame, frame.Open(Input!), slot, label, conditions);
}

/// <summary>The node with an id or a ref, for every row before it.</summary>
internal sealed class SeekPlan(Plan input, int slot, string name, SeekBy by, Evaluator key) : Plan(input)
{
    public override bool IsSingle => Input!.IsSingle;

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
