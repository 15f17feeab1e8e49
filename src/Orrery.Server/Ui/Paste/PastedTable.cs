using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Orrery.Server;

/// <summary>A list or a table as somebody pasted it: rows of cells.</summary>
/// <param name="Rows">All rows, each as wide as the widest.</param>
/// <param name="Divider">What divides the cells of a row; null when a row is one cell.</param>
public sealed partial record PastedTable(ImmutableArray<ImmutableArray<string>> Rows, char? Divider)
{
    private const int TimeoutInMilliseconds = 1_000;

    public int Width => Rows.IsEmpty ? 0 : Rows[0].Length;

    /// <summary>Reads a text: cells divided by tabs, as spreadsheets copy them, by bars, commas or semicolons; else a line is a row.</summary>
    public static PastedTable Read(string text)
    {
        var clean = text.ReplaceLineEndings("\n").Trim('\n', ' ', '\uFEFF');
        if (clean.Trim().Length == 0)
            return new([], null);
        if (clean.Contains('\t', StringComparison.Ordinal))
            return Even(Split(clean, '\t'), '\t');
        if (clean.Split('\n').All(line => line.TrimStart().StartsWith('|')))
            return Even([.. clean.Split('\n').Where(line => !Rule.IsMatch(line)).Select(Barred)], '|');
        foreach (var divider in (ReadOnlySpan<char>)[';', ','])
        {
            var rows = Split(clean, divider);
            if (rows.Count > 1 && rows[0].Count > 1 && rows.TrueForAll(row => row.Count == rows[0].Count))
                return Even(rows, divider);
        }

        return Even(
            [
                .. clean
                    .Split('\n')
                    .Select(line => Bullet.Replace(line, "").Trim())
                    .Where(line => line.Length > 0)
                    .Select(line => new List<string> { line }),
            ],
            null
        );
    }

    private static List<string> Barred(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    // A cell that begins with a quote ends with one, and may hold dividers, line breaks and doubled quotes between.
    private static List<List<string>> Split(string text, char divider)
    {
        List<List<string>> rows = [];
        List<string> row = [];
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (c == '"' && (isQuoted || cell.Length == 0))
                isQuoted = !isQuoted;
            else if (!isQuoted && (c == divider || c == '\n'))
                EndCell(endsRow: c == '\n');
            else
                cell.Append(c);
        }

        EndCell(endsRow: true);
        return rows;

        void EndCell(bool endsRow)
        {
            row.Add(cell.ToString().Trim());
            cell.Clear();
            if (!endsRow)
                return;
            if (row.Exists(value => value.Length > 0))
                rows.Add(row);
            row = [];
        }
    }

    private static PastedTable Even(List<List<string>> rows, char? divider)
    {
        var width = rows.Max(row => row.Count);
        return new(
            [.. rows.Select(row => ImmutableArray.CreateRange([.. row, .. Enumerable.Repeat("", width - row.Count)]))],
            divider
        );
    }

    [GeneratedRegex(
        @"^\s*([-*•‣–]|\d{1,4}[.)]|\[[ xX]\])\s+(\[[ xX]\]\s+)?",
        RegexOptions.ExplicitCapture,
        TimeoutInMilliseconds
    )]
    private static partial Regex Bullet { get; }

    [GeneratedRegex(@"^[\s|:\-]+$", RegexOptions.ExplicitCapture, TimeoutInMilliseconds)]
    private static partial Regex Rule { get; }
}
