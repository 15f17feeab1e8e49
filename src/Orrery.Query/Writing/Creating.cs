using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A node to create.</summary>
/// <param name="Slot">Where it goes.</param>
/// <param name="Labels">As stored.</param>
/// <param name="Properties">A map or null.</param>
internal sealed record NewNode(int Slot, ImmutableArray<string> Labels, Evaluator? Properties);

/// <summary>A relation to create between two nodes that are known by then.</summary>
internal sealed record NewArrow(int Slot, string Type, int Start, int End, Evaluator? Properties);

/// <summary>CREATE.</summary>
internal sealed class CreateAction(
    ImmutableArray<object> things,
    ImmutableArray<(int Slot, ImmutableArray<int> Elements)> paths,
    Vocabulary vocabulary
) : WriteAction
{
    public override void Act(Frame frame, Action emit)
    {
        Create(frame);
        emit();
    }

    public void Create(Frame frame)
    {
        foreach (var thing in things)
        {
            if (thing is NewNode node)
                CreateNode(frame, node);
            else
                CreateArrow(frame, (NewArrow)thing);
        }

        foreach (var (slot, elements) in paths)
            frame.Slots[slot] = PathBuilding.Build(frame, elements);
    }

    private void CreateNode(Frame frame, NewNode node)
    {
        var sketch = frame.Graph.BeginSketch();
        frame.Meter.Keep(4);
        var properties = Properties(frame, node.Properties);
        var number = sketch.AddEntity(frame.NewId(), node.Labels);
        Assigning.SetAll(frame, number, properties, vocabulary);
        frame.Slots[node.Slot] = Cell.Node(number);
    }

    private void CreateArrow(Frame frame, NewArrow arrow)
    {
        var (start, end) = (EndOf(frame, arrow.Start), EndOf(frame, arrow.End));
        frame.Meter.Keep(4);
        var properties = Properties(frame, arrow.Properties);
        var relation = frame.Graph.BeginSketch().AddRelation(frame.NewId(), arrow.Type, start, end);
        Assigning.SetAll(frame, ~relation, properties, vocabulary);
        frame.Slots[arrow.Slot] = Cell.Relation(relation);
    }

    private static int EndOf(Frame frame, int slot) =>
        frame.Slots[slot] is { IsNode: true, Number: var node } ? node : throw QueryFaults.EndMissing();

    private static ImmutableSortedDictionary<string, Value> Properties(Frame frame, Evaluator? properties) =>
        properties is null ? Graph.Properties.None : Assigning.MapOf(frame, properties.Evaluate(frame));
}
