using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Reads lookup tables: rows in the order of their file, each a period that begins the day after the one before ended.</summary>
internal static class LookupReader
{
    /// <summary>Reads them.</summary>
    /// <param name="bytesOf">The bytes of a file; null when it is not there, which leaves its table out.</param>
    public static LookupTables Read(ImmutableArray<LookupMapping> lookups, Func<string, byte[]?> bytesOf, ImportLimits limits)
    {
        var tables = LookupTables.None.Tables;
        foreach (var lookup in lookups)
        {
            if (bytesOf(lookup.File) is { } bytes)
                tables = tables.SetItem(lookup.Name, new(lookup.File, Rows(lookup, bytes, limits)));
        }

        return new(tables);
    }

    private static ImmutableDictionary<string, Value> Rows(LookupMapping lookup, byte[] bytes, ImportLimits limits)
    {
        var content = FileReader.Read(lookup.File, bytes, lookup.Format, ',', limits);
        var evaluator = new Evaluator(LookupTables.None, "", limits);
        var rows = ImmutableDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        LocalDate? before = null;
        foreach (var document in content.Documents)
        {
            var record = new Instance(
                new(new([]), "", [], Doubling.Odd, [], [], [], [], null),
                document,
                new(document.Root, null),
                null,
                ""
            );
            foreach (var row in lookup.At.From(record.Place))
            {
                if (One(evaluator, lookup.Key, record, row) is not Value.Text { Characters: var key })
                    continue;
                var ends = (One(evaluator, lookup.Ends, record, row) as Value.Date)?.Day;
                rows.TryAdd(key, ends is { } day ? new Value.Period(before?.PlusDays(1), day) : Value.Nothing);
                before = ends;
            }
        }

        return rows.ToImmutable();
    }

    private static Value? One(Evaluator evaluator, Expression expression, Instance record, Place row) =>
        evaluator.Read(expression, record, row).Answers is [{ Result: Transformed.Done done }, ..] ? done.Value : null;
}
