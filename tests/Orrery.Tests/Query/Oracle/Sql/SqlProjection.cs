using System.Collections.Immutable;
using Orrery.Query;

namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>WITH and RETURN in SQL.</summary>
internal sealed class SqlProjection(SqlStatement statement)
{
    public SqlRows Project(Projection projection, string table, SqlScope scope)
    {
        ImmutableArray<(string Name, Expression Expression)> items =
        [
            .. projection.IncludesAll
                ? scope
                    .Names.Keys.Order(StringComparer.Ordinal)
                    .Select(name => (name, (Expression)new Expression.Variable(default, name)))
                : [],
            .. projection.Items.Select(item => (item.Alias ?? item.Text, item.Expression)),
        ];
        var rows = items.Any(item => OracleAggregates.AreIn(item.Expression))
            ? Grouped(items, table, scope)
            : new([.. items.Select(item => (item.Name, statement.Expressions.Of(item.Expression, scope)))], $"FROM {table}");
        return Ordered(projection, rows with { IsDistinct = projection.IsDistinct });
    }

    // Keys and what is gathered become columns of an inner table: a bare number in GROUP BY would be a place.
    private SqlRows Grouped(ImmutableArray<(string Name, Expression Expression)> items, string table, SqlScope scope)
    {
        var group = new SqlGroup();
        List<string> keys = [];
        List<(string Name, SqlPart Part)> columns = [];
        foreach (var (name, expression) in items)
        {
            if (OracleAggregates.AreIn(expression))
            {
                columns.Add((name, statement.Expressions.Of(expression, scope with { Group = group })));
                continue;
            }

            var key = group.Add(statement.Expressions.Of(expression, scope));
            keys.Add(key.Text);
            columns.Add((name, key));
        }

        var by = keys is [] ? "" : $" GROUP BY {string.Join(", ", keys)}";
        return new([.. columns], $"FROM (SELECT {group.Columns} FROM {table}) g{by}");
    }

    private SqlRows Ordered(Projection projection, SqlRows rows)
    {
        var isCut = projection.Skip is not null || projection.Limit is not null;
        if (projection.OrderBy is [] && !isCut)
            return rows;
        var inner = rows.In("o");
        var keys = projection.OrderBy.Select(key => (Key(key.Expression, inner), key.IsDescending)).ToArray();
        if (isCut && !inner.Columns.All(column => keys.Any(key => key.Item1 == column.Part)))
            throw new NoTranslationException("rows that are cut and not wholly ordered");
        var by = string.Join(
            ", ",
            keys.Select(key => $"{Sorted(key.Item1)} {(key.IsDescending ? "DESC NULLS FIRST" : "ASC NULLS LAST")}")
        );
        return inner with { Source = $"{inner.Source} ORDER BY {by}{Cut(projection)}" };
    }

    private static SqlPart Key(Expression expression, SqlRows rows) =>
        expression is Expression.Variable variable && rows.Columns.Any(column => column.Name == variable.Name)
            ? rows.Columns.Last(column => column.Name == variable.Name).Part
            : throw new NoTranslationException("an order by what is no column");

    // Without its closing bracket a list of ids that goes on sorts behind one that ends.
    private static string Sorted(SqlPart key) =>
        key.Type switch
        {
            SqlType.Path or SqlType.List(SqlType.Node or SqlType.Relation) => $"rtrim({key.Text}, ']')",
            SqlType.List(SqlType.Number or SqlType.Unknown) =>
                $"(CASE WHEN {key.Text} IS NOT NULL THEN ({Padded(key.Text)}) END)",
            SqlType.List => throw new NoTranslationException("an order of lists"),
            _ => key.Text,
        };

    // Lists of generated queries hold small whole numbers, and nulls, which are the greatest.
    private static string Padded(string list) =>
        "SELECT coalesce(group_concat(i.digits, ''), '') FROM (SELECT CASE WHEN value IS NULL THEN 'z' "
        + $"ELSE printf('%012d', value + 500000000000) END AS digits FROM json_each({list}) ORDER BY key) i";

    private string Cut(Projection projection)
    {
        string? Few(Expression? expression) =>
            expression is null ? null : statement.Expressions.Of(expression, SqlScope.Empty).Text;
        var (skip, limit) = (Few(projection.Skip), Few(projection.Limit));
        return skip is null && limit is null ? "" : $" LIMIT {limit ?? "-1"} OFFSET {skip ?? "0"}";
    }
}

/// <summary>What is selected.</summary>
internal sealed record SqlRows(ImmutableArray<(string Name, SqlPart Part)> Columns, string Source)
{
    public bool IsDistinct { get; init; }

    public string Text =>
        $"SELECT {(IsDistinct ? "DISTINCT " : "")}{string.Join(", ", Columns.Select(column => $"{column.Part.Text} AS {SqlScope.Quoted(column.Name)}"))} {Source}";

    public SqlScope Scope => Columns.Aggregate(SqlScope.Empty, (scope, column) => scope.With(column.Name, column.Part));

    /// <summary>The same as an inner table.</summary>
    public SqlRows In(string table) =>
        new(
            [.. Columns.Select(column => (column.Name, column.Part with { Text = $"{table}.{SqlScope.Quoted(column.Name)}" }))],
            $"FROM ({Text}) {table}"
        );
}
