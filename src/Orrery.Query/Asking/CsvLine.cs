using System.Buffers;

namespace Orrery.Query;

/// <summary>One line of an answer as comma-separated values.</summary>
public static class CsvLine
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>The cells with commas between and the end of the line behind; quoted where they need it (RFC 4180).</summary>
    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(NeedQuotes) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
