using System.Text.Json;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Cli;

/// <summary>The rows of an answer as a sheet: entities by title in a table, by ref in CSV, whole in JSON.</summary>
internal static class AnswerSheet
{
    private const int WidestHeading = 120;

    // What a query puts into one another is bounded there, above what JSON reads by itself.
    private const int Deepest = 1_000;

    public static Sheet Of(Answer answer, Reading reading, SheetFormat format)
    {
        var sheet = new Sheet([.. answer.Columns.Select(column => HeadingOf(column, format))]) { Nothing = "No rows." };
        foreach (var row in answer.Rows)
            sheet.Add([.. row.Select(value => CellOf(value, reading, format))]);
        return sheet;
    }

    // A column without a name is called like its expression, which may be a page long.
    private static string HeadingOf(string column, SheetFormat format) =>
        format != SheetFormat.Table || column.Length <= WidestHeading
            ? column
            : $"{column[..(char.IsHighSurrogate(column[WidestHeading - 2]) ? WidestHeading - 2 : WidestHeading - 1)]}\u2026";

    private static object? CellOf(Value value, Reading reading, SheetFormat format) =>
        value switch
        {
            _ when format == SheetFormat.Json => ElementOf(value, reading),
            Value.Null => null,
            Value.Integer i => i.Number,
            Value.Bool b => b.Flag,
            Value.Text t => t.Characters,
            _ => AnswerWords.Of(value, reading, isForPeople: format == SheetFormat.Table),
        };

    // As every other face writes it.
    private static JsonElement ElementOf(Value value, Reading reading)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            new AnswerJson(reading, json).Write(value);
        using var document = JsonDocument.Parse(bytes.ToArray(), new() { MaxDepth = Deepest });
        return document.RootElement.Clone();
    }
}
