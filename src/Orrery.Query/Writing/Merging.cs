namespace Orrery.Query;

/// <summary>MERGE: the rows that match, or one that is created. Sees what it created for the rows before.</summary>
internal sealed class MergeAction(
    Plan pattern,
    CreateAction create,
    ReadyAssignment[] onCreate,
    ReadyAssignment[] onMatch,
    Evaluator[] properties
) : WriteAction
{
    public override IEnumerable<Plan> Inner => [pattern];

    public override void Act(Frame frame, Action emit)
    {
        foreach (var property in properties)
        {
            if (property.Evaluate(frame).IsNull)
                throw QueryFaults.MergeOfNull();
        }

        var step = frame.Open(pattern);
        step.Begin();
        List<Cell[]> matched = [];
        while (step.Next())
            matched.Add([.. frame.Slots]);
        foreach (var row in matched)
        {
            row.CopyTo(frame.Slots, 0);
            Run(frame, onMatch);
            emit();
        }

        if (matched.Count > 0)
            return;
        create.Create(frame);
        Run(frame, onCreate);
        emit();
    }

    private static void Run(Frame frame, ReadyAssignment[] assignments)
    {
        foreach (var assignment in assignments)
            assignment.Run(frame);
    }
}
