using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Graph;

/// <summary>Observations of a thing, batch by batch: in the clear, or sealed as values of a field of ours where they are personal.</summary>
internal static class Observed
{
    private const string Prefix = "~observed:";

    /// <summary>The field that keeps the sealed observations of a series field.</summary>
    public static string FieldOf(string series) => Prefix + series;

    /// <summary>Whose observations that field keeps; null for any other field.</summary>
    public static string? Of(string field) => field.StartsWith(Prefix, StringComparison.Ordinal) ? field[Prefix.Length..] : null;

    public static Value ToValue(ImmutableArray<Observation> points) =>
        Value.Of(points.SelectMany(point => (Value[])[Value.Of(point.At.ToUnixTimeTicks()), Value.Of(point.Value)]));

    /// <summary>What <see cref="ToValue"/> was given; nothing of a value whose key is gone.</summary>
    public static ImmutableArray<Observation> ToPoints(Value? value) =>
        value is Value.List list
            ?
            [
                .. list
                    .Items.Chunk(2)
                    .Select(pair =>
                        pair is [Value.Integer at, Value.Float number]
                            ? new Observation(Instant.FromUnixTimeTicks(at.Number), number.Number)
                            : throw new InvalidDataException("Sealed observations are a time and a number each.")
                    ),
            ]
            : [];

    /// <summary>The batches of a series field that count at a revision: not those that were withdrawn by then, unless added again.</summary>
    public static List<Fact> Batches(GraphMemory memory, int node, string series, int revision)
    {
        List<Fact> batches = [];
        foreach (var name in (ReadOnlySpan<string>)[series, FieldOf(series)])
        {
            if (memory.Fields.Find(name) is not (>= 0 and var field))
                continue;
            foreach (var fact in memory.Epoch.Facts.Of(node, field))
            {
                if (fact.Revision > revision)
                    continue;
                if (fact.Tag == FactTags.SeriesGone)
                    batches.RemoveAll(batch => batch.Revision == fact.Payload);
                else if (fact.Tag == FactTags.Series || name != series)
                    batches.Add(fact);
            }
        }

        return batches;
    }

    public static ImmutableArray<Observation> Points(GraphMemory memory, in Fact batch)
    {
        if (batch.Tag != FactTags.Series)
            return ToPoints(memory.ValueOf(batch) is Value.Personal personal ? personal.Clear : null);
        var bytes = new ByteReader(memory.Heap.Get(batch.Payload));
        return SeriesCodec.Read(ref bytes);
    }
}
