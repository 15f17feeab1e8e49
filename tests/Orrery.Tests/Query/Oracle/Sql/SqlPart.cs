using System.Collections.Immutable;

namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>An expression in SQL, and what it stands for.</summary>
internal sealed record SqlPart(string Text, SqlType Type)
{
    public static readonly SqlPart Null = new("NULL", new SqlType.Unknown());

    public static SqlPart Truth(string text) => new(text, new SqlType.Truth());

    public static SqlPart Number(string text) => new(text, new SqlType.Number());

    public static SqlPart List(string text, SqlType item) => new(text, new SqlType.List(item));
}

/// <summary>The names of a query and where SQL finds them.</summary>
/// <param name="Names">What stands for each.</param>
/// <param name="Group">Where aggregates gather, or null outside of a projection that aggregates.</param>
internal sealed record SqlScope(ImmutableSortedDictionary<string, SqlPart> Names, SqlGroup? Group)
{
    public static readonly SqlScope Empty = new(ImmutableSortedDictionary.Create<string, SqlPart>(StringComparer.Ordinal), null);

    public SqlScope With(string name, SqlPart part) => this with { Names = Names.SetItem(name, part) };

    /// <summary>The same names as columns of a table.</summary>
    public SqlScope In(string table) =>
        this with
        {
            Names = Names.ToImmutableSortedDictionary(
                name => name.Key,
                name => name.Value with { Text = $"{table}.{Quoted(name.Key)}" },
                StringComparer.Ordinal
            ),
        };

    /// <summary>All names as columns, with one more so that rows without names are rows too.</summary>
    public string Columns =>
        string.Join(", ", Names.Select(name => $"{name.Value.Text} AS {Quoted(name.Key)}").Prepend("1 AS \"#\""));

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>The expressions that aggregates gather: columns of the table that is grouped.</summary>
internal sealed class SqlGroup
{
    private readonly List<string> _columns = [];

    public string Columns => string.Join(", ", _columns.Prepend("1 AS \"#\""));

    /// <summary>Names an expression as a column.</summary>
    public SqlPart Add(SqlPart part)
    {
        var name = $"g{_columns.Count}";
        _columns.Add($"{part.Text} AS {name}");
        return part with { Text = $"g.{name}" };
    }
}
