using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Records as text: a part a line, "part: words"; of a list, a blank line between two.</summary>
internal static class RecordText
{
    /// <summary>The parts in the order of the definition, then what else the record says.</summary>
    public static string Write(Value.Map map, ImmutableArray<FieldOption> parts) =>
        Lines(
            parts
                .Where(part => map.Entries.ContainsKey(part.Symbol))
                .Select(part => (part.Symbol, FieldText.Write(map.Entries[part.Symbol])))
                .Concat(
                    map.Entries.Where(entry => !parts.Any(part => part.Symbol == entry.Key))
                        .Select(entry => (entry.Key, FieldText.Write(entry.Value)))
                )
        );

    /// <summary>A plain text among records is the first part of one.</summary>
    public static string Write(Value.List list, ImmutableArray<FieldOption> parts) =>
        string.Join(
            "\n\n",
            list.Items.Select(item =>
                item is Value.Map map ? Write(map, parts) : Lines([(parts[0].Symbol, FieldText.Write(item))])
            )
        );

    public static string One(IEnumerable<(string Part, string Text)> said, string also) =>
        string.Join('\n', new[] { Lines(said), also.ReplaceLineEndings("\n").Trim() }.Where(text => text.Length > 0));

    /// <summary>The rows of a form, in the order they stand in or by the place each was given; empty ones left out.</summary>
    public static string Rows(IFormCollection form, string name, ImmutableArray<FieldOption> parts)
    {
        var columns = parts.Select(part => (part.Symbol, Texts: form[$"{name}.{part.Symbol}"].ToArray())).ToArray();
        var places = form[$"{name}.place"].ToArray();
        var rows = Enumerable
            .Range(0, columns.Max(column => column.Texts.Length))
            .OrderBy(row => row < places.Length && int.TryParse(places[row], out var place) ? place : row + 1)
            .Select(row =>
                Lines(columns.Select(column => (column.Symbol, row < column.Texts.Length ? column.Texts[row] ?? "" : "")))
            )
            .Where(text => text.Length > 0);
        return string.Join("\n\n", rows);
    }

    public static Value ReadOne(string text, ImmutableArray<FieldOption> parts) =>
        text.Trim().Length == 0 ? Value.Nothing : RecordOf(text, parts);

    public static Value ReadRows(string text, ImmutableArray<FieldOption> parts)
    {
        var blocks = Split(text);
        return blocks.Length == 0 ? Value.Nothing : new Value.List([.. blocks.Select(block => RecordOf(block, parts))]);
    }

    /// <summary>The texts of each row, by part.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> RowsOf(string text, ImmutableArray<FieldOption> parts) =>
        Split(text).Select(block => Texts(RecordOf(block, parts)));

    /// <summary>The texts of one record, by part.</summary>
    public static IReadOnlyDictionary<string, string> PartsOf(string text, ImmutableArray<FieldOption> parts) =>
        Texts(RecordOf(text, parts));

    private static string[] Split(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // A line that names no part goes on with the one before it, or is the first.
    private static Value.Map RecordOf(string text, ImmutableArray<FieldOption> parts)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = parts[0].Symbol;
        foreach (
            var line in text.ReplaceLineEndings("\n")
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var words = line;
            if (line.Split(':', 2) is [{ Length: > 0 } name, var rest] && IsPart(name, parts))
                (at, words) = (name.Trim(), rest.Trim());
            said[at] = said.TryGetValue(at, out var before) && before.Length > 0 ? $"{before} {words}" : words;
        }

        return new(
            Properties.Of([.. said.Where(part => part.Value.Length > 0).Select(part => (part.Key, Value.Of(part.Value)))])
        );
    }

    // Of a record that has parts of its own beside those of the definition, a symbol is a part too.
    private static bool IsPart(string name, ImmutableArray<FieldOption> parts) =>
        parts.Any(part => part.Symbol == name)
        || (
            name.Length <= 40 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        );

    private static Dictionary<string, string> Texts(Value.Map record) =>
        record.Entries.ToDictionary(entry => entry.Key, entry => FieldText.Write(entry.Value), StringComparer.Ordinal);

    private static string Lines(IEnumerable<(string Part, string Text)> said) =>
        string.Join(
            '\n',
            said.Select(part => (part.Part, Text: part.Text.ReplaceLineEndings(" ").Trim()))
                .Where(part => part.Text.Length > 0)
                .Select(part => $"{part.Part}: {part.Text}")
        );
}
