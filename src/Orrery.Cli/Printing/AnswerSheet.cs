using System.Text.Json;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Cli;

/// <summary>The rows of an answer as a sheet: entities by title in a table, by ref in CSV, whole in JSON.</summary>
internal static class AnswerSheet
{
    public static Sheet Of(Answer answer, Reading reading, SheetFormat format)
    {
        var sheet = new Sheet([.. answer.Columns]) { Nothing = "No rows." };
        foreach (var row in answer.Rows)
            sheet.Add([.. row.Select(value => CellOf(value, reading, format))]);
        return sheet;
    }

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

    // What a query puts into one another is bounded there, above what JSON reads by itself.
    private const int Deepest = 1_000;

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
