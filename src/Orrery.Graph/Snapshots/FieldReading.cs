using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Fields of a node, for entities and relations alike.</summary>
internal static class FieldReading
{
    public static ImmutableSortedDictionary<string, Value> Fields(Reading reading, int node)
    {
        var memory = reading.Memory;
        var fields = Properties.None.ToBuilder();
        HashSet<int> decided = [GraphMemory.ExistsField, GraphMemory.LabelsField];
        foreach (var fact in NewestFirst(memory.Epoch.Facts.Of(node)))
        {
            if (fact.Tag == FactTags.Series || !fact.Covers(reading.Revision, reading.At) || !decided.Add(fact.Field))
                continue;
            if (fact.Tag != FactTags.Nothing && memory.Fields[fact.Field] is var name && !IsOurs(name))
                fields[name] = memory.ValueOf(fact);
        }

        return fields.ToImmutable();
    }

    public static FieldFact? Fact(Reading reading, int node, string field) =>
        Timeline(reading, node, field).FirstOrDefault(fact => fact.During.Contains(reading.Valid));

    public static ImmutableArray<FieldFact> Timeline(Reading reading, int node, string field)
    {
        var number = reading.Memory.Fields.Find(field);
        return number <= GraphMemory.LabelsField
            ? []
            :
            [
                .. reading
                    .Memory.Timeline(node, number, reading.Revision)
                    .Where(stretch => stretch.Fact.Tag is not (FactTags.Nothing or FactTags.Series))
                    .Select(stretch => new FieldFact(
                        field,
                        reading.Memory.ValueOf(stretch.Fact),
                        Ticks.ToValidity(stretch.From, stretch.To),
                        new(stretch.Fact.Revision)
                    )),
            ];
    }

    public static ImmutableArray<Observation> Series(Reading reading, int node, string field)
    {
        var number = reading.Memory.Fields.Find(field);
        if (number < 0)
            return [];
        List<Observation> points = [];
        foreach (var fact in reading.Memory.Epoch.Facts.Of(node, number))
        {
            if (fact.Revision > reading.Revision || fact.Tag != FactTags.Series)
                continue;
            var bytes = new ByteReader(reading.Memory.Heap.Get(fact.Payload));
            points.AddRange(SeriesCodec.Read(ref bytes).Where(point => point.At <= reading.Valid));
        }

        return [.. points.OrderBy(point => point.At)];
    }

    /// <summary>Fields that the product keeps for itself (claims of sources).</summary>
    public static bool IsOurs(string field) => field.StartsWith('~');

    private static IEnumerable<Fact> NewestFirst(List<Fact> facts)
    {
        for (var i = facts.Count - 1; i >= 0; i--)
            yield return facts[i];
    }
}
