using System.Globalization;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>Expressions in SQL, whose logic has three values too.</summary>
internal sealed class SqlExpressions(SqlStatement statement)
{
    public SqlPart Of(Expression expression, SqlScope scope) =>
        expression switch
        {
            Expression.Literal literal => OfValue(literal.Value),
            Expression.Parameter parameter => OfValue(statement.Parameters[parameter.Name]),
            _ when scope.Group is not null => Gathered(expression, scope),
            Expression.Variable variable => scope.Names[variable.Name],
            Expression.Property property => PropertyOf(Of(property.Target, scope), property.Key),
            Expression.Unary unary => Unary(unary.Operator, Of(unary.Operand, scope)),
            Expression.Binary { Operator: BinaryOperator.In } binary => statement.Lists.IsIn(
                Of(binary.Left, scope),
                Of(binary.Right, scope)
            ),
            Expression.Binary binary => Binary(binary.Operator, Of(binary.Left, scope), Of(binary.Right, scope)),
            Expression.Comparison comparison => Compare(comparison, scope),
            Expression.HasLabels labels => HasLabels(Of(labels.Target, scope), labels),
            Expression.Case choice => Choose(choice, scope),
            Expression.Call call => Call(call, scope),
            Expression.PatternExists pattern => statement.Patterns.Exists(pattern.Pattern, scope),
            Expression.PatternComprehension pattern => statement.Patterns.Comprehend(pattern, scope),
            Expression.Subquery inner => statement.Patterns.Ask(inner, scope),
            _ => statement.Lists.Of(expression, scope),
        };

    public string Condition(Expression? where, SqlScope scope)
    {
        if (where is null)
            return "1";
        var part = Of(where, scope);
        part.Type.Only<SqlType.Truth>();
        return part.Text;
    }

    public static SqlPart PropertyOf(SqlPart thing, string key)
    {
        if (thing.Type is SqlType.Unknown)
            return SqlPart.Null;
        if (thing.Type is not (SqlType.Node or SqlType.Relation))
            throw new NoTranslationException($"a property of {thing.Type}");
        return SqlTables.TypeOf(key) is { } type
            ? new($"(SELECT t.{key} FROM thing t WHERE t.id = {thing.Text})", type)
            : throw new NoTranslationException($"the field {key}");
    }

    private static SqlPart OfValue(Value value) =>
        value switch
        {
            Value.Null => SqlPart.Null,
            Value.Integer number => SqlPart.Number(string.Create(CultureInfo.InvariantCulture, $"({number.Number})")),
            Value.Float { Number: var number } => SqlPart.Number(
                $"({number.ToString("0.0##############", CultureInfo.InvariantCulture)})"
            ),
            Value.Text text => new($"'{text.Characters.Replace("'", "''", StringComparison.Ordinal)}'", new SqlType.Text()),
            Value.Bool flag => SqlPart.Truth(flag.Flag ? "1" : "0"),
            _ => throw new NoTranslationException($"the value {value}"),
        };

    // Beside what is gathered stand only values.
    private SqlPart Gathered(Expression expression, SqlScope scope) =>
        expression switch
        {
            Expression.CountRows => SqlPart.Number("count(*)"),
            Expression.Call call when OracleAggregates.IsOne(call) => Aggregate(call, call.Name.Text, scope),
            Expression.Call { Name.Text: "size", Arguments: [Expression.Call { Name.Text: "collect" } inner] } => Aggregate(
                inner,
                "count",
                scope
            ),
            _ => throw new NoTranslationException($"{expression.GetType().Name} around an aggregate"),
        };

    private SqlPart Aggregate(Expression.Call call, string name, SqlScope scope)
    {
        var argument = scope.Group!.Add(Of(call.Arguments[0], scope with { Group = null }));
        var gathered = $"({(call.IsDistinct ? "DISTINCT " : "")}{argument.Text})";
        return (name, argument.Type) switch
        {
            ("count", _) => SqlPart.Number($"count{gathered}"),
            ("sum", SqlType.Number or SqlType.Unknown) => SqlPart.Number($"coalesce(sum{gathered}, 0)"),
            ("min" or "max", SqlType.Number or SqlType.Text or SqlType.Truth or SqlType.Unknown) => argument with
            {
                Text = $"{name}{gathered}",
            },
            _ => throw new NoTranslationException($"{name} of {argument.Type}"),
        };
    }

    private static SqlPart Unary(UnaryOperator sign, SqlPart operand) =>
        sign switch
        {
            UnaryOperator.IsNull => SqlPart.Truth($"({operand.Text} IS NULL)"),
            UnaryOperator.IsNotNull => SqlPart.Truth($"({operand.Text} IS NOT NULL)"),
            UnaryOperator.Not when operand.Type.Only<SqlType.Truth>() is not null => SqlPart.Truth($"(NOT {operand.Text})"),
            UnaryOperator.Minus when operand.Type.Only<SqlType.Number>() is not null => SqlPart.Number($"(- {operand.Text})"),
            _ => throw new NoTranslationException($"{sign}"),
        };

    private static SqlPart Binary(BinaryOperator sign, SqlPart left, SqlPart right)
    {
        var type = left.Type.With(right.Type);
        var (a, b) = (left.Text, right.Text);
        return (sign, type) switch
        {
            (BinaryOperator.And, SqlType.Truth or SqlType.Unknown) => SqlPart.Truth($"({a} AND {b})"),
            (BinaryOperator.Or, SqlType.Truth or SqlType.Unknown) => SqlPart.Truth($"({a} OR {b})"),
            (BinaryOperator.Xor, SqlType.Truth or SqlType.Unknown) => SqlPart.Truth($"({a} <> {b})"),
            (BinaryOperator.StartsWith, SqlType.Text or SqlType.Unknown) => SqlPart.Truth($"(substr({a}, 1, length({b})) = {b})"),
            (BinaryOperator.EndsWith, SqlType.Text or SqlType.Unknown) => SqlPart.Truth(
                $"(CASE WHEN {b} = '' AND {a} IS NOT NULL THEN 1 ELSE substr({a}, -length({b})) = {b} END)"
            ),
            (BinaryOperator.Contains, SqlType.Text or SqlType.Unknown) => SqlPart.Truth($"(instr({a}, {b}) > 0)"),
            (_, SqlType.Unknown) => SqlPart.Null,
            (BinaryOperator.Add, SqlType.Text) => new($"({a} || {b})", type),
            (BinaryOperator.Add, SqlType.List) => SqlLists.Joined(left, right, type),
            (BinaryOperator.Add, SqlType.Number) => SqlPart.Number($"({a} + {b})"),
            (BinaryOperator.Subtract, SqlType.Number) => SqlPart.Number($"({a} - {b})"),
            (BinaryOperator.Multiply, SqlType.Number) => SqlPart.Number($"({a} * {b})"),
            _ => throw new NoTranslationException($"{sign} of {type}"),
        };
    }

    private SqlPart Compare(Expression.Comparison comparison, SqlScope scope)
    {
        List<string> steps = [];
        var left = Of(comparison.First, scope);
        foreach (var step in comparison.Rest)
        {
            var right = Of(step.Right, scope);
            steps.Add($"{left.Text} {SignOf(step.Operator, left.Type.With(right.Type))} {right.Text}");
            left = right;
        }

        return SqlPart.Truth($"({string.Join(" AND ", steps)})");
    }

    private static string SignOf(ComparisonOperator sign, SqlType type) =>
        (sign, type) switch
        {
            (_, SqlType.List or SqlType.Path) => throw new NoTranslationException($"{sign} of {type}"),
            (ComparisonOperator.Equal, _) => "=",
            (ComparisonOperator.NotEqual, _) => "<>",
            (_, SqlType.Node or SqlType.Relation) => throw new NoTranslationException($"{sign} of {type}"),
            (ComparisonOperator.Less, _) => "<",
            (ComparisonOperator.LessOrEqual, _) => "<=",
            (ComparisonOperator.Greater, _) => ">",
            _ => ">=",
        };

    private static SqlPart HasLabels(SqlPart node, Expression.HasLabels asked)
    {
        node.Type.Only<SqlType.Node>();
        var all = asked.Labels.Select(label => SqlPatterns.HasLabel(node.Text, label.Text));
        return SqlPart.Truth($"(CASE WHEN {node.Text} IS NOT NULL THEN {string.Join(" AND ", all)} END)");
    }

    private SqlPart Choose(Expression.Case choice, SqlScope scope)
    {
        SqlType type = new SqlType.Unknown();
        SqlPart Arm(Expression then)
        {
            var part = Of(then, scope);
            type = type.With(part.Type);
            return part;
        }

        var subject = choice.Subject is { } asked ? Of(asked, scope) : null;
        List<string> arms = [];
        foreach (var arm in choice.Arms)
        {
            var when = Of(arm.When, scope);
            if (subject is null)
                when.Type.Only<SqlType.Truth>();
            else
                SignOf(ComparisonOperator.Equal, subject.Type.With(when.Type));
            arms.Add($"WHEN {when.Text} THEN {Arm(arm.Then).Text}");
        }

        var otherwise = choice.Else is { } last ? Arm(last).Text : "NULL";
        return new($"(CASE {subject?.Text} {string.Join(' ', arms)} ELSE {otherwise} END)", type);
    }

    private SqlPart Call(Expression.Call call, SqlScope scope)
    {
        SqlPart[] arguments = [.. call.Arguments.Select(argument => Of(argument, scope))];
        return (call.Name.Text, arguments) switch
        {
            ("coalesce", [var one, var other]) => new($"coalesce({one.Text}, {other.Text})", one.Type.With(other.Type)),
            ("type", [{ Type: SqlType.Relation, Text: var relation }]) => new(
                $"(SELECT r.type FROM relation r WHERE r.id = {relation})",
                new SqlType.Text()
            ),
            ("size", [{ Type: SqlType.Text, Text: var text }]) => SqlPart.Number($"length({text})"),
            ("length", [{ Type: SqlType.Path, Text: var path }]) => SqlPart.Number($"(json_array_length({path}) / 2)"),
            _ => SqlLists.Call(call.Name.Text, arguments),
        };
    }
}
