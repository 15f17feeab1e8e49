namespace Orrery.Graph;

/// <summary>What a walk found: the starts first, then hop by hop.</summary>
public sealed class Reached
{
    private readonly Reading _reading;
    private readonly int[] _nodes;

    internal Reached(Reading reading, int[] nodes) => (_reading, _nodes) = (reading, nodes);

    /// <summary>How many entities, starts included.</summary>
    public int Count => _nodes.Length;

    /// <summary>The entities, nearest first.</summary>
    public IEnumerable<Entity> Entities => _nodes.Select(node => new Entity(_reading, node));

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
        var sum = 0.0;
        for (var i = 0; i < _nodes.Length; i++)
        {
            if (i + Prefetch.Ahead < _nodes.Length)
                column?.Hint(_nodes[i + Prefetch.Ahead]);
            sum +=
                column is not null && column.TryGet(_nodes[i], _reading.Minute, out var number)
                    ? number
                    : Ask(_nodes[i], labelNumber, fieldNumber);
        }

        return sum;
    }

    private double Ask(int node, int label, int field)
    {
        var memory = _reading.Memory;
        return memory.LabelSets.Has(memory.LabelsOf(node, _reading.Revision, _reading.At), label)
            ? _reading.NumberOf(node, field)
            : 0;
    }
}
