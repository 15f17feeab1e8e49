using System.Collections.Immutable;
using Orrery.Query;

namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>Patterns in SQL: joins of nodes and relations, and walks of many relations as recursive tables.</summary>
internal sealed class SqlPatterns(SqlStatement statement)
{
    public SqlMatch Match(ImmutableArray<PatternPart> parts, SqlScope scope)
    {
        var match = new SqlMatch(statement, scope);
        foreach (var part in parts)
        {
            if (part.Search != PathSearch.All && parts.Length > 1)
                throw new NoTranslationException("a shortest path beside other patterns");
            match.Add(part);
        }

        match.KeepRelationsApart();
        return match;
    }

    public SqlPart Exists(PatternPart part, SqlScope scope) => Exists([part], null, scope);

    public SqlPart Ask(Expression.Subquery inner, SqlScope scope)
    {
        if (inner.Query.Parts is not [{ Clauses: [Clause.Match { IsOptional: false } match] }])
            throw new NoTranslationException("an inner query of more than a MATCH");
        return inner.Use == SubqueryUse.Exists
            ? Exists(match.Patterns, match.Where, scope)
            : SqlPart.Number($"(SELECT count(*) {From(match.Patterns, match.Where, scope).Text})");
    }

    public SqlPart Comprehend(Expression.PatternComprehension comprehension, SqlScope scope)
    {
        var (from, inner) = From([comprehension.Pattern], comprehension.Where, scope);
        var result = statement.Expressions.Of(comprehension.Result, inner);
        return SqlLists.Gathered($"SELECT {result.Text} AS v {from}", result.Type);
    }

    public static string HasLabel(string node, string label) =>
        $"EXISTS (SELECT 1 FROM label l WHERE l.id = {node} AND l.label = {Quoted(label)})";

    /// <summary>A table of all walks along one kind of step, no relation twice: where from, where to, how long, the relations, and the path behind its first node.</summary>
    public string Walk(RelationPattern relation)
    {
        var most = relation.Hops!.Most ?? long.MaxValue;
        string[] conditions =
        [
            $"w.length < {most}",
            "NOT EXISTS (SELECT 1 FROM json_each(w.relations) e WHERE e.value = s.id)",
            .. OfType(relation, "s"),
            .. Properties(relation.Properties, "s.id", new SqlType.Relation(), SqlScope.Empty),
        ];
        return statement.Put(
            "walk",
            name =>
                $"""
                    {name} (start, finish, length, relations, tail) AS (
                    SELECT id, id, 0, '[]', '' FROM node
                    UNION ALL
                    SELECT w.start, s.finish, w.length + 1, json_insert(w.relations, '$[#]', s.id), w.tail || ',"' || s.id || '","' || s.finish || '"'
                    FROM {name} w JOIN {Step(relation)} s ON s.start = w.finish
                    WHERE {string.Join(" AND ", conditions)})
                    """
        );
    }

    public static string Step(RelationPattern relation) =>
        relation.Direction switch
        {
            ArrowDirection.Right => "step_right",
            ArrowDirection.Left => "step_left",
            _ => "step_either",
        };

    public static IEnumerable<string> OfType(RelationPattern relation, string step) =>
        relation.Types is [] ? [] : [$"{step}.type IN ({string.Join(", ", relation.Types.Select(type => Quoted(type.Text)))})"];

    public IEnumerable<string> Properties(Expression? wanted, string id, SqlType type, SqlScope scope)
    {
        if (wanted is null)
            return [];
        if (wanted is not Expression.Map map)
            throw new NoTranslationException("properties that are no map");
        return map.Entries.Select(entry =>
        {
            var (one, other) = (
                SqlExpressions.PropertyOf(new(id, type), entry.Key),
                statement.Expressions.Of(entry.Value, scope)
            );
            return one.Type.With(other.Type) is SqlType.List
                ? throw new NoTranslationException("a list as a property")
                : $"{one.Text} = {other.Text}";
        });
    }

    private SqlPart Exists(ImmutableArray<PatternPart> parts, Expression? where, SqlScope scope) =>
        SqlPart.Truth($"EXISTS (SELECT 1 {From(parts, where, scope).Text})");

    private (string Text, SqlScope Scope) From(ImmutableArray<PatternPart> parts, Expression? where, SqlScope scope)
    {
        var match = Match(parts, scope);
        var condition = statement.Expressions.Condition(where, match.Scope);
        return ($"FROM {match.Table} WHERE {match.Condition} AND {condition}", match.Scope);
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
