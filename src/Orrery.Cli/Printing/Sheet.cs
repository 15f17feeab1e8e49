using System.Text;
using System.Text.Json;
using Orrery.Query;
using Spectre.Console;

namespace Orrery.Cli;

/// <summary>How an answer is written.</summary>
internal enum SheetFormat
{
    Table,
    Json,
    Csv,
}

/// <summary>An answer in rows. Cells are texts, whole numbers, truth values, nothing, or for JSON alone anything it can hold.</summary>
/// <param name="Columns">Their names: the heads of a table, the properties in JSON.</param>
internal sealed record Sheet(params string[] Columns)
{
    private readonly List<object?[]> _rows = [];

    /// <summary>What a table without rows says instead.</summary>
    public string Nothing { get; init; } = "Nothing.";

    public void Add(params object?[] cells) => _rows.Add(cells);

    public void Print(Terminal terminal, SheetFormat format)
    {
        switch (format)
        {
            case SheetFormat.Json:
                terminal.Out.WriteLine(ToJson());
                break;
            case SheetFormat.Csv:
                WriteCsv(terminal.Out);
                break;
            default:
                WriteTable(terminal);
                break;
        }
    }

    private string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, Encoder = Text.Readable }))
        {
            json.WriteStartArray();
            foreach (var row in _rows)
            {
                json.WriteStartObject();
                foreach (var (column, cell) in Columns.Zip(row))
                    Write(json, column.Replace(' ', '-'), cell);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string name, object? cell)
    {
        switch (cell)
        {
            case null:
                json.WriteNull(name);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case JsonElement element:
                json.WritePropertyName(name);
                element.WriteTo(json);
                break;
            default:
                json.WriteString(name, Text.Of(cell));
                break;
        }
    }

    private void WriteCsv(TextWriter to)
    {
        foreach (var row in _rows.Prepend(Columns))
            to.Write(CsvLine.Of(row.Select(Text.Of)));
    }

    private void WriteTable(Terminal terminal)
    {
        if (_rows is [])
        {
            terminal.Out.WriteLine(Nothing);
            return;
        }

        var console = AnsiConsole.Create(
            new()
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(terminal.Out),
            }
        );
        console.Profile.Width = terminal.Width ?? 200;
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (column, at) in Columns.Select((column, at) => (column, at)))
            table.AddColumn(new TableColumn(new Spectre.Console.Text(column)) { Alignment = AlignmentOf(at) });
        foreach (var row in _rows)
            table.AddRow(row.Select(cell => new Spectre.Console.Text(Text.InTable(cell))));
        console.Write(table);
    }

    private Justify AlignmentOf(int column) => _rows.All(row => row[column] is long) ? Justify.Right : Justify.Left;
}
