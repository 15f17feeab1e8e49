using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Orrery.Graph;

namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>A visible graph as tables of a database in memory: what is a node, what carries which label, what is related, and the fields of both.</summary>
internal sealed class SqlTables : IDisposable
{
    private const string Schema = """
        CREATE TABLE node (id);
        CREATE TABLE label (id, label, place);
        CREATE TABLE relation (id, type, start, finish);
        CREATE TABLE thing (id, size, share, name, open, tags);
        CREATE VIEW step_right AS SELECT id, type, start, finish FROM relation;
        CREATE VIEW step_left AS SELECT id, type, finish AS start, start AS finish FROM relation;
        CREATE VIEW step_either AS SELECT * FROM step_right UNION ALL SELECT * FROM step_left WHERE start <> finish;
        """;

    private const string Empty = "DELETE FROM node; DELETE FROM label; DELETE FROM relation; DELETE FROM thing;";

    private readonly SqliteConnection _connection = new("Data Source=:memory:;Pooling=False");

    public SqlTables()
    {
        _connection.Open();
        Run(Schema);
    }

    /// <summary>What a field holds; null for one that is not kept. Columns are untyped, so that values stay as they are.</summary>
    public static SqlType? TypeOf(string field) =>
        field switch
        {
            "size" or "share" => new SqlType.Number(),
            "name" => new SqlType.Text(),
            "open" => new SqlType.Truth(),
            "tags" => new SqlType.List(new SqlType.Number()),
            _ => null,
        };

    /// <summary>Holds this graph from now on.</summary>
    public void Fill(OracleGraph graph)
    {
        var things = graph.Nodes.Select(node => (node.Id, node.Fields)).Concat(graph.Relations.Select(r => (r.Id, r.Fields)));
        Run(
            string.Concat([
                "BEGIN;",
                Empty,
                .. graph.Nodes.Select(node => Insert("node", [Quoted(node.Id)])),
                .. graph.Nodes.SelectMany(node =>
                    node.Labels.Select((label, place) => Insert("label", [Quoted(node.Id), Quoted(label), $"{place}"]))
                ),
                .. graph.Relations.Select(r => Insert("relation", [Quoted(r.Id), Quoted(r.Type), Quoted(r.From), Quoted(r.To)])),
                .. things
                    .DistinctBy(thing => thing.Id)
                    .Select(thing =>
                        Insert(
                            "thing",
                            [
                                Quoted(thing.Id),
                                .. ((string[])["size", "share", "name", "open", "tags"]).Select(field =>
                                    Cell(thing.Fields, field)
                                ),
                            ]
                        )
                    ),
                "COMMIT;",
            ])
        );
    }

    /// <summary>Asks it.</summary>
    public ImmutableArray<ImmutableArray<Value>> Ask(SqlQuestion question)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = question.Text;
        using var reader = command.ExecuteReader();
        List<ImmutableArray<Value>> rows = [];
        while (reader.Read())
            rows.Add([.. question.Columns.Select((type, at) => type.Read(reader.GetValue(at)))]);
        return [.. rows];
    }

    public void Dispose() => _connection.Dispose();

    private void Run(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static string Insert(string table, string[] values) => $"INSERT INTO {table} VALUES ({string.Join(',', values)});\n";

    private static string Cell(ImmutableSortedDictionary<string, Value> fields, string field) =>
        fields.GetValueOrDefault(field, Value.Nothing) switch
        {
            Value.Null => "NULL",
            Value.Integer number => number.Number.ToString(CultureInfo.InvariantCulture),
            Value.Float number => number.Number.ToString("0.0##############", CultureInfo.InvariantCulture),
            Value.Bool flag => flag.Flag ? "1" : "0",
            Value.List list => Quoted(SqlJson.Write(list)),
            Value.Text text => Quoted(text.Characters),
            var other => throw new InvalidDataException($"{field} is {other}."),
        };

    private static string Quoted(object text) => $"'{text.ToString()!.Replace("'", "''", StringComparison.Ordinal)}'";
}

/// <summary>A query in SQL and what its columns stand for.</summary>
internal sealed record SqlQuestion(string Text, ImmutableArray<SqlType> Columns);
