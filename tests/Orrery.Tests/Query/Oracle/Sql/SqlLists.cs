using Orrery.Query;

namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>Lists in SQL: JSON that is taken apart and put together.</summary>
/// <remarks>What is counted or gathered stands in an inner table first: SQLite gives an aggregate over outer columns to the outer query.</remarks>
internal sealed class SqlLists(SqlStatement statement)
{
    public SqlPart Of(Expression expression, SqlScope scope) =>
        expression switch
        {
            Expression.List list => Written([.. list.Items.Select(item => statement.Expressions.Of(item, scope))]),
            Expression.Index index => At(
                statement.Expressions.Of(index.Target, scope),
                statement.Expressions.Of(index.Place, scope)
            ),
            Expression.ListComprehension comprehension => Comprehend(comprehension, scope),
            Expression.Quantified quantified => Quantify(quantified, scope),
            _ => throw new NoTranslationException(expression.GetType().Name),
        };

    public static SqlPart Joined(SqlPart left, SqlPart right, SqlType type)
    {
        var items =
            $"SELECT 0 AS side, key, value FROM json_each({left.Text}) UNION ALL SELECT 1, key, value FROM json_each({right.Text})";
        var joined = $"(SELECT json_group_array(j.value) FROM (SELECT * FROM ({items}) ORDER BY side, key) j)";
        return new($"(CASE WHEN {left.Text} IS NOT NULL AND {right.Text} IS NOT NULL THEN {joined} END)", type);
    }

    public SqlPart IsIn(SqlPart item, SqlPart list)
    {
        if (list.Type is SqlType.Unknown)
            return SqlPart.Truth("NULL");
        var each = Each(list);
        if (item.Type.With(each.Type) is SqlType.List or SqlType.Path)
            throw new NoTranslationException($"{item.Type} in a list");
        return Counted(list, each, $"{each.Text} = {item.Text}", "WHEN yes > 0 THEN 1 WHEN unknown > 0 THEN NULL ELSE 0");
    }

    public static SqlPart Call(string name, SqlPart[] arguments) =>
        (name, arguments) switch
        {
            ("size", [{ Type: SqlType.List, Text: var list }]) => SqlPart.Number($"json_array_length({list})"),
            ("nodes", [{ Type: SqlType.Path, Text: var path }]) => StepsOf(path, 0, new SqlType.Node()),
            ("relationships", [{ Type: SqlType.Path, Text: var path }]) => StepsOf(path, 1, new SqlType.Relation()),
            ("labels", [{ Type: SqlType.Node, Text: var node }]) => SqlPart.List(
                $"(CASE WHEN {node} IS NOT NULL THEN (SELECT json_group_array(l.label) FROM "
                    + $"(SELECT label FROM label WHERE id = {node} ORDER BY place) l) END)",
                new SqlType.Text()
            ),
            ("range", [{ Text: var from }, { Text: var to }]) when Whole(from) is { } first && Whole(to) is { } last =>
                SqlPart.List($"'[{string.Join(',', Enumerable.Range(first, last - first + 1))}]'", new SqlType.Number()),
            _ => throw new NoTranslationException($"{name}({string.Join(", ", arguments.Select(argument => argument.Type))})"),
        };

    /// <summary>Gathers what an inner table has in a column v.</summary>
    public static SqlPart Gathered(string select, SqlType item) =>
        SqlPart.List($"(SELECT json_group_array(v.v) FROM ({select}) v)", item);

    private static int? Whole(string literal) => int.TryParse(literal.Trim('(', ')'), out var number) ? number : null;

    private static SqlPart Written(SqlPart[] items) =>
        SqlPart.List(
            $"json_array({string.Join(", ", items.Select(item => item.Text))})",
            items.Aggregate((SqlType)new SqlType.Unknown(), (type, item) => type.With(item.Type))
        );

    private static SqlPart StepsOf(string path, int first, SqlType type) =>
        SqlPart.List(
            $"(CASE WHEN {path} IS NOT NULL THEN {Gathered($"SELECT value AS v FROM json_each({path}) WHERE key % 2 = {first} ORDER BY key", type).Text} END)",
            type
        );

    private static SqlPart At(SqlPart list, SqlPart place)
    {
        place.Type.Only<SqlType.Number>();
        if (list.Type is not SqlType.List { Item: var item })
            throw new NoTranslationException($"a place in {list.Type}");
        var key = $"(CASE WHEN {place.Text} < 0 THEN json_array_length({list.Text}) + {place.Text} ELSE {place.Text} END)";
        return new($"(SELECT value FROM json_each({list.Text}) WHERE key = {key})", item);
    }

    private SqlPart Comprehend(Expression.ListComprehension comprehension, SqlScope scope)
    {
        var list = statement.Expressions.Of(comprehension.Source, scope);
        if (list.Type is SqlType.Unknown)
            return SqlPart.Null;
        var each = Each(list);
        var inner = scope.With(comprehension.Item, each);
        var result = comprehension.Result is { } wanted ? statement.Expressions.Of(wanted, inner) : each;
        var row = each.Text.Split('.')[0];
        var select =
            $"SELECT {result.Text} AS v FROM json_each({list.Text}) {row} "
            + $"WHERE {statement.Expressions.Condition(comprehension.Where, inner)} ORDER BY {row}.key";
        return SqlPart.List($"(CASE WHEN {list.Text} IS NOT NULL THEN {Gathered(select, result.Type).Text} END)", result.Type);
    }

    private SqlPart Quantify(Expression.Quantified quantified, SqlScope scope)
    {
        var list = statement.Expressions.Of(quantified.Source, scope);
        if (list.Type is SqlType.Unknown)
            return SqlPart.Truth("NULL");
        var each = Each(list);
        var condition = statement.Expressions.Condition(quantified.Where, scope.With(quantified.Item, each));
        return Counted(
            list,
            each,
            condition,
            quantified.Quantifier switch
            {
                Quantifier.All => "WHEN no > 0 THEN 0 WHEN unknown > 0 THEN NULL ELSE 1",
                Quantifier.Any => "WHEN yes > 0 THEN 1 WHEN unknown > 0 THEN NULL ELSE 0",
                Quantifier.None => "WHEN yes > 0 THEN 0 WHEN unknown > 0 THEN NULL ELSE 1",
                _ => "WHEN yes > 1 THEN 0 WHEN unknown > 0 THEN NULL ELSE yes = 1",
            }
        );
    }

    private SqlPart Each(SqlPart list) =>
        list.Type is SqlType.List { Item: var item }
            ? new($"{statement.Fresh("e")}.value", item)
            : throw new NoTranslationException($"the items of {list.Type}");

    private static SqlPart Counted(SqlPart list, SqlPart each, string condition, string verdict)
    {
        var answers = $"SELECT ({condition}) AS t FROM json_each({list.Text}) {each.Text.Split('.')[0]}";
        var counts =
            "SELECT count(CASE WHEN a.t THEN 1 END) AS yes, count(CASE WHEN NOT a.t THEN 1 END) AS no, "
            + $"count(CASE WHEN a.t IS NULL THEN 1 END) AS unknown FROM ({answers}) a";
        return SqlPart.Truth($"(CASE WHEN {list.Text} IS NOT NULL THEN (SELECT CASE {verdict} END FROM ({counts})) END)");
    }
}
