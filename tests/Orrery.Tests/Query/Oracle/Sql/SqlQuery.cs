using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>A query said again in SQL: each clause a table, made of the one before.</summary>
internal sealed class SqlQuery
{
    private readonly SqlStatement _statement;
    private readonly SqlProjection _projection;

    private SqlQuery(ImmutableSortedDictionary<string, Value> parameters)
    {
        _statement = new(parameters);
        _projection = new(_statement);
    }

    /// <summary>False where some part of the query is not among what is translated.</summary>
    /// <param name="text">openCypher; a prefix that names a moment is left to whoever fills the tables.</param>
    /// <param name="parameters">Their values are written into the SQL.</param>
    /// <param name="question">The query in SQL.</param>
    /// <param name="reason">Why there is none.</param>
    public static bool TryTranslate(
        string text,
        ImmutableSortedDictionary<string, Value> parameters,
        [NotNullWhen(true)] out SqlQuestion? question,
        [NotNullWhen(false)] out string? reason
    )
    {
        try
        {
            (question, reason) = (new SqlQuery(parameters).Translate(Parser.Parse(text).Query), null);
            return true;
        }
        catch (NoTranslationException no)
        {
            (question, reason) = (null, no.Message);
            return false;
        }
    }

    private SqlQuestion Translate(RegularQuery query)
    {
        var rows = Translate(query.Parts[0]);
        if (query.Parts.Length == 1)
            return new(_statement.Ending(rows.Text), [.. rows.Columns.Select(column => column.Part.Type)]);
        var (text, types) = (rows.Text, rows.Columns.Select(column => column.Part.Type));
        foreach (var (part, isAll) in query.Parts.Skip(1).Zip(query.IsAll))
        {
            var more = Translate(part);
            text = $"SELECT * FROM ({text}) UNION{(isAll ? " ALL" : "")} SELECT * FROM ({more.Text})";
            types = types.Zip(more.Columns, (type, column) => type.With(column.Part.Type));
        }

        return new(_statement.Ending(text), [.. types]);
    }

    private SqlRows Translate(SingleQuery query)
    {
        var (table, scope) = Put("SELECT 1 AS \"#\"", SqlScope.Empty);
        foreach (var clause in query.Clauses)
        {
            switch (clause)
            {
                case Clause.Match match:
                    (table, scope) = Match(match, table, scope);
                    break;
                case Clause.Unwind unwind:
                    (table, scope) = Unwind(unwind, table, scope);
                    break;
                case Clause.With with:
                    (table, scope) = With(with, table, scope);
                    break;
                case Clause.Return last:
                    return _projection.Project(last.Projection, table, scope);
                default:
                    throw new NoTranslationException(clause.GetType().Name);
            }
        }

        throw new NoTranslationException("a query without RETURN");
    }

    private (string Table, SqlScope Scope) Match(Clause.Match clause, string table, SqlScope scope)
    {
        var match = _statement.Patterns.Match(clause.Patterns, scope);
        var where = _statement.Expressions.Condition(clause.Where, match.Scope);
        return Put(
            $"SELECT {match.Scope.Columns} FROM {table} {(clause.IsOptional ? "LEFT " : "")}JOIN {match.Table} ON {match.Condition} AND {where}",
            match.Scope
        );
    }

    private (string Table, SqlScope Scope) Unwind(Clause.Unwind clause, string table, SqlScope scope)
    {
        var list = _statement.Expressions.Of(clause.List, scope);
        if (list.Type is not SqlType.List { Item: var item })
            throw new NoTranslationException($"UNWIND of {list.Type}");
        var row = _statement.Fresh("u");
        scope = scope.With(clause.Variable, new($"{row}.value", item));
        return Put($"SELECT {scope.Columns} FROM {table} JOIN json_each({list.Text}) {row}", scope);
    }

    private (string Table, SqlScope Scope) With(Clause.With clause, string table, SqlScope scope)
    {
        var rows = _projection.Project(clause.Projection, table, scope).In(_statement.Fresh("r"));
        var where = _statement.Expressions.Condition(clause.Where, rows.Scope);
        return Put($"SELECT {rows.Scope.Columns} {rows.Source} WHERE {where}", rows.Scope);
    }

    private (string Table, SqlScope Scope) Put(string select, SqlScope scope)
    {
        var table = _statement.Put("c", name => $"{name} AS ({select})");
        return (table, scope.In(table));
    }
}
