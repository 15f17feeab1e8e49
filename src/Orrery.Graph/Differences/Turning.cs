using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Turns what one reading shows into what another shows.</summary>
public static class Turning
{
    /// <summary>The commands that, over an interval, give everything the existence, kind and fields it has in the other reading.</summary>
    /// <param name="from">What is to change.</param>
    /// <param name="to">What it is to become; of the same branch.</param>
    /// <param name="during">When the commands hold.</param>
    /// <remarks>Looks beneath what can be seen: a relation that is hidden because its end is gone must not reappear with it. Masks are not minded.</remarks>
    public static IEnumerable<GraphCommand> Commands(Reading from, Reading to, Validity during)
    {
        var memory = to.Memory;
        for (int node = 0, count = memory.Entities.Count; node < count; node++)
        {
            foreach (var command in Commands(node, from, to, during))
                yield return command;
        }

        for (int relation = 0, count = memory.Relations.Count; relation < count; relation++)
        {
            foreach (var command in Commands(~relation, from, to, during))
                yield return command;
        }
    }

    private static IEnumerable<GraphCommand> Commands(int node, Reading from, Reading to, Validity during)
    {
        var memory = to.Memory;
        if (from.Mask == to.Mask && !Candidates.MayDiffer(memory, node, from, to))
            return [];
        var id = new Id(node >= 0 ? memory.Entities[node].Id : memory.Relations[~node].Id);
        return (memory.ExistsItself(node, from.Revision, from.At), memory.ExistsItself(node, to.Revision, to.At)) switch
        {
            (_, true) => [new GraphCommand.Restore(id, during), .. Shape(node, id, from, to, during)],
            (true, false) => [new GraphCommand.Retire(id, during)],
            _ => [],
        };
    }

    private static IEnumerable<GraphCommand> Shape(int node, Id id, Reading from, Reading to, Validity during)
    {
        if (node >= 0)
            yield return new GraphCommand.SetLabels(id, LabelsOf(node, to), during);
        var (was, now) = (FieldReading.Fields(from, node), FieldReading.Fields(to, node));
        foreach (var field in was.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var value = now.GetValueOrDefault(field, Value.Nothing);
            if (!value.Equals(was.GetValueOrDefault(field, Value.Nothing)))
                yield return new GraphCommand.SetField(id, field, value, during);
        }
    }

    private static ImmutableArray<string> LabelsOf(int node, Reading reading) =>
        reading.Memory.LabelSets.NamesOf(reading.Memory.LabelsOf(node, reading.Revision, reading.At));
}
