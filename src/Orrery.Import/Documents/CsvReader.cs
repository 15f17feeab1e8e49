using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Reads a table with a header row: a list of maps, a map a row. Values beyond the header stand under <c>column N</c>, so that they are reported.</summary>
internal static class CsvReader
{
    public static FileContent Read(string file, string text, char delimiter, ImportLimits limits)
    {
        var line = 1;
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            MaxFieldSize = int.MaxValue,
            BadDataFound = wrong => throw Malformed(file, line, wrong),
        };
        using var rows = new CsvParser(new StringReader(text), settings);
        List<DoubledKey> doubled = [];
        List<Node> records = [];
        if (!rows.Read())
            throw ImportFaults.Empty(file);
        var header = rows.Record!.Select(h => h.Trim()).ToArray();
        var nodes = 0L;
        for (line = rows.RawRow + 1; rows.Read(); line = rows.RawRow + 1)
        {
            nodes += rows.Count;
            if (nodes > limits.Nodes)
                throw ImportFaults.Limit(file, line, "values", limits.Nodes);
            records.Add(RowOf(header, rows.Record!, line, records.Count == 0 ? doubled : []));
        }

        return new([new(null, new Node.List([.. records], 1))], [.. doubled]);
    }

    // A row is known by its first line: it may have many, and all the rest of the file where a quote is never closed.
    private static FaultException Malformed(string file, int line, BadDataFoundArgs wrong)
    {
        var field = wrong.Field.TrimStart();
        var before = wrong.RawRecord.IndexOf(wrong.Field, StringComparison.Ordinal);
        return ImportFaults.Malformed(
            file,
            line + wrong.RawRecord.AsSpan(0, Math.Max(0, before)).Count('\n'),
            "CSV",
            !field.StartsWith('"') ? "a quote stands inside a value that is not quoted."
                : field.Count(sign => sign == '"') % 2 == 1 ? "a quote opens a value here and is never closed."
                : "something follows the quote that closes a value."
        );
    }

    private static Node.Map RowOf(string[] header, string[] values, int line, List<DoubledKey> doubled)
    {
        var entries = new MapEntries(doubled);
        foreach (var (index, value) in values.Index())
        {
            var name = index < header.Length ? header[index] : $"column {index + 1}";
            entries.Add(name, new Node.Scalar(value.Length == 0 ? null : value, line), 1);
        }

        return new(entries.Close(), line);
    }
}
