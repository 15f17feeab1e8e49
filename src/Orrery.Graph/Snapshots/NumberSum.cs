namespace Orrery.Graph;

/// <summary>Sums a number field over the entities that carry a label. Measured: bench/, "rollup".</summary>
/// <param name="label">The label's number.</param>
/// <param name="field">The field's number.</param>
/// <param name="column">The numbers laid out, where sums over them are common; what it cannot tell, the facts are asked.</param>
internal readonly struct NumberSum(int label, int field, NumberColumn? column)
{
    /// <summary>A number takes a few nanoseconds and a fetch from memory a hundred: so many steps ahead it is asked for.</summary>
    private const int Far = 32;

    public double Over(Reading reading, ReadOnlySpan<int> nodes)
    {
        var (sum, minute) = (0.0, reading.Minute);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i + Far < nodes.Length)
                column?.Hint(nodes[i + Far]);
            sum += column is not null && column.TryGet(nodes[i], minute, out var number) ? number : Ask(reading, nodes[i]);
        }

        return sum;
    }

    private double Ask(Reading reading, int node) =>
        reading.Memory.LabelSets.Has(reading.Memory.LabelsOf(node, reading.Revision, reading.At), label)
            ? reading.NumberOf(node, field)
            : 0;
}
