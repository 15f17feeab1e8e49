namespace Orrery.Graph;

/// <summary>What a walk finds: the starts first, then hop by hop. It is walked when it is asked, and only what is asked is kept.</summary>
public sealed class Reached
{
    private readonly Reading _reading;
    private readonly Steps _steps;
    private int[]? _nodes;
    private int? _count;

    internal Reached(Reading reading, Steps steps) => (_reading, _steps) = (reading, steps);

    /// <summary>How many entities, starts included.</summary>
    public int Count => _count ??= _nodes?.Length ?? Walker.Count(_reading, _steps);

    /// <summary>The entities, nearest first.</summary>
    public IEnumerable<Entity> Entities => Nodes.Select(node => new Entity(_reading, node));

    private int[] Nodes => _nodes ??= Walker.Nodes(_reading, _steps);

    /// <summary>The sum of a number field over the distinct entities reached that carry a label; what is no number counts nothing.</summary>
    /// <remarks>Reads a column of the field that is laid out on the second asking (bench/, "rollup").</remarks>
    public double Sum(string label, string field)
    {
        var memory = _reading.Memory;
        var (labelNumber, fieldNumber) = (memory.Labels.Find(label), memory.Fields.Find(field));
        if (labelNumber < 0 || fieldNumber < 0)
            return 0;
        var column =
            _reading.Revision >= _reading.Epoch.Revision ? _reading.Epoch.Numbers.Find(memory, labelNumber, fieldNumber) : null;
        var numbers = new NumberSum(labelNumber, fieldNumber, column);
        return _nodes is { } known ? numbers.Over(_reading, known) : Walker.Sum(_reading, _steps, numbers);
    }
}
