using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>One assignment, ready to run.</summary>
internal abstract class ReadyAssignment
{
    /// <summary>Where it is written.</summary>
    public required TextSpan At { get; init; }

    /// <summary>Assigns; what is refused points here.</summary>
    public void Run(Frame frame)
    {
        try
        {
            Assign(frame);
        }
        catch (QueryException refused) when (refused.Fault.At is null)
        {
            throw refused.At(At);
        }
    }

    protected abstract void Assign(Frame frame);

    protected static int? NodeIn(Frame frame, in Cell cell) =>
        cell.IsNull ? null
        : cell.IsNode ? cell.Number
        : cell.IsRelation ? ~cell.Number
        : throw QueryFaults.InvalidArgument("SET", "an entity or a relation", cell.ToValue(frame.Graph));
}

internal sealed class PropertyAssignment(Evaluator target, string key, Evaluator value, Vocabulary vocabulary) : ReadyAssignment
{
    protected override void Assign(Frame frame)
    {
        if (NodeIn(frame, target.Evaluate(frame)) is { } node)
            Assigning.Set(frame, node, key, value.Evaluate(frame).ToValue(frame.Graph), vocabulary);
    }
}

internal sealed class MapAssignment(Evaluator target, Evaluator value, bool keepsOthers, Vocabulary vocabulary) : ReadyAssignment
{
    protected override void Assign(Frame frame)
    {
        if (NodeIn(frame, target.Evaluate(frame)) is { } node)
            Assigning.Replace(frame, node, Assigning.MapOf(frame, value.Evaluate(frame)), keepsOthers, vocabulary);
    }
}

internal sealed class LabelAssignment(Evaluator target, ImmutableArray<string> labels, bool isRemoval) : ReadyAssignment
{
    protected override void Assign(Frame frame)
    {
        var cell = target.Evaluate(frame);
        if (cell.IsNull)
            return;
        if (!cell.IsNode && !cell.IsRelation)
            throw QueryFaults.InvalidArgument("A label", "an entity", cell.ToValue(frame.Graph));
        var node = cell.IsNode ? cell.Number : ~cell.Number;
        if (node < 0)
            Refuse();
        else if (isRemoval)
            Assigning.RemoveLabels(frame, node, labels);
        else
            Assigning.AddLabels(frame, node, labels);
    }

    // A relation that stands as a node has the one label, for good; to take away others changes nothing.
    private void Refuse()
    {
        if (isRemoval ? labels.Contains(Vocabulary.RelationLabel) : labels is not [Vocabulary.RelationLabel])
            throw QueryFaults.InvalidArgument(
                $"A relation has the label {Vocabulary.RelationLabel} and no other.",
                "Label entities; what a relation is, its type says."
            );
    }
}

/// <summary>SET and REMOVE.</summary>
internal sealed class ChangeAction(ReadyAssignment[] assignments) : WriteAction
{
    public override void Act(Frame frame, Action emit)
    {
        foreach (var assignment in assignments)
            assignment.Run(frame);
        emit();
    }
}

/// <summary>DELETE.</summary>
internal sealed class DeleteAction(Placed[] things, bool isDetaching) : WriteAction
{
    public override void Act(Frame frame, Action emit)
    {
        foreach (var (thing, at) in things)
            Delete(frame, thing.Evaluate(frame), at);
        emit();
    }

    private void Delete(Frame frame, in Cell cell, TextSpan at)
    {
        var sketch = frame.Graph.BeginSketch();
        if (!isDetaching)
            sketch.DeletedAt ??= at;
        if (cell.IsRelation)
            sketch.Delete(~cell.Number);
        else if (cell.IsNode)
            DeleteNode(frame, cell.Number);
        else if (cell.Object is Value.Path path)
        {
            foreach (var id in path.Steps.Where((_, at) => at % 2 == 1).Concat(path.Steps.Where((_, at) => at % 2 == 0)))
                DeleteFound(frame, frame.Graph.Find(id));
        }
        else if (!cell.IsNull)
            throw QueryFaults.InvalidArgument("DELETE", "an entity, a relation or a path", cell.ToValue(frame.Graph)).At(at);
    }

    private void DeleteFound(Frame frame, int node)
    {
        if (node >= 0)
            DeleteNode(frame, node);
        else
            frame.Graph.BeginSketch().Delete(node);
    }

    private void DeleteNode(Frame frame, int node)
    {
        if (isDetaching)
        {
            var around = new Neighbourhood(frame.Graph, node, ArrowDirection.Either, TypeTest.Any);
            while (around.MoveNext())
            {
                frame.Meter.Look();
                frame.Graph.BeginSketch().Delete(~around.Relation);
            }
        }

        frame.Graph.BeginSketch().Delete(node);
    }
}
