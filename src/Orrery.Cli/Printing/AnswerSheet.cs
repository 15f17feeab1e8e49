using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Cli;

/// <summary>The rows of an answer as a sheet: entities by title and ref in a table, by ref for programs.</summary>
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
            Value.Null => null,
            Value.Integer i => i.Number,
            Value.Bool b => b.Flag,
            Value.Text t => t.Characters,
            _ => AnswerWords.Of(value, reading, isForPeople: format == SheetFormat.Table),
        };
}
