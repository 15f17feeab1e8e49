using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Fields of a node, for entities and relations alike.</summary>
internal static class FieldReading
{
    public static ImmutableSortedDictionary<string, Value> Fields(Reading reading, int node)
    {
        var fields = Properties.None.ToBuilder();
        foreach (var (field, value) in Values(reading, node))
            fields.Add(field, value);
        return fields.ToImmutable();
    }

    public static ImmutableArray<FieldValue> Values(Reading reading, int node)
    {
        var memory = reading.Memory;
        var facts = memory.Epoch.Facts.ByField(node);
        var values = ImmutableArray.CreateBuilder<FieldValue>(facts.Length);
        for (var i = 0; i < facts.Length; )
        {
            var end = EndOfField(facts, i);
            if (Newest(reading, facts[i..end]) is >= 0 and var newest && facts[i + newest] is { Tag: not FactTags.Nothing } fact)
                values.Add(new(memory.Fields[fact.Field], memory.ValueOf(fact)));
            i = end;
        }

        return values.DrainToImmutable();
    }

    /// <summary>Where the facts of the field at a place end, in facts by field.</summary>
    public static int EndOfField(ReadOnlySpan<Fact> facts, int start)
    {
        var end = start + 1;
        while (end < facts.Length && facts[end].Field == facts[start].Field)
            end++;
        return end;
    }

    /// <summary>Which of the facts of one field holds, -1 when none does or the field is not one to be shown.</summary>
    public static int Newest(Reading reading, ReadOnlySpan<Fact> facts)
    {
        if (facts[0].Field <= GraphMemory.LabelsField)
            return -1;
        for (var i = facts.Length - 1; i >= 0; i--)
        {
            if (!FactTags.IsSeries(facts[i].Tag) && facts[i].Covers(reading.Revision, reading.At))
                return IsOurs(reading.Memory.Fields[facts[i].Field]) ? -1 : i;
        }

        return -1;
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
                    .Where(stretch => stretch.Fact.Tag != FactTags.Nothing && !FactTags.IsSeries(stretch.Fact.Tag))
                    .Select(stretch => new FieldFact(
                        field,
                        reading.Memory.ValueOf(stretch.Fact),
                        Ticks.ToValidity(stretch.From, stretch.To),
                        new(stretch.Fact.Revision)
                    )),
            ];
    }

    public static ImmutableArray<Observation> Series(Reading reading, int node, string field) =>
        [
            .. Observed
                .Batches(reading.Memory, node, field, reading.Revision)
                .SelectMany(batch => Observed.Points(reading.Memory, batch))
                .Where(point => point.At <= reading.Valid)
                // In the order they were recorded: of two observations of one instant the later one corrects the other.
                .GroupBy(point => point.At)
                .Select(same => same.Last())
                .OrderBy(point => point.At),
        ];

    /// <summary>Fields that the product keeps for itself (claims of sources).</summary>
    public static bool IsOurs(string field) => field.StartsWith('~');
}
