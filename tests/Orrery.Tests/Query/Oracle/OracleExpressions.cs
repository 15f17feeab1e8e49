using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Query.Oracle;

/// <summary>Expressions over a row, and over a group of rows where they aggregate.</summary>
internal sealed class OracleExpressions(OracleGraph graph, ImmutableSortedDictionary<string, Value> parameters)
{
    /// <summary>Runs inner queries and patterns; set by the oracle that owns this.</summary>
    public required Func<RegularQuery, OracleRow, int> CountRows { get; init; }

    public OracleMatching Matching => field ??= new(graph, this);

    /// <param name="expression">What to evaluate.</param>
    /// <param name="row">What its variables stand for.</param>
    /// <param name="group">The rows that aggregates gather, or null outside of a projection that aggregates.</param>
    public Value Evaluate(Expression expression, OracleRow row, IReadOnlyList<OracleRow>? group = null)
    {
        Value Inner(Expression inner) => Evaluate(inner, row, group);
        bool? Truth(Expression inner) => OracleLogic.Truth(Inner(inner));
        return expression switch
        {
            Expression.Literal literal => literal.Value,
            Expression.Parameter parameter => parameters[parameter.Name],
            Expression.Variable variable => row[variable.Name],
            Expression.Property property => PropertyOf(Inner(property.Target), property.Key),
            Expression.Index index => At(Inner(index.Target), Inner(index.Place)),
            Expression.Unary unary => Unary(unary.Operator, Inner(unary.Operand)),
            Expression.Binary { Operator: BinaryOperator.And } and => OracleLogic.ToValue(Truth(and.Left) & Truth(and.Right)),
            Expression.Binary { Operator: BinaryOperator.Or } or => OracleLogic.ToValue(Truth(or.Left) | Truth(or.Right)),
            Expression.Binary { Operator: BinaryOperator.Xor } xor => OracleLogic.ToValue(Truth(xor.Left) ^ Truth(xor.Right)),
            Expression.Binary binary => Binary(binary.Operator, Inner(binary.Left), Inner(binary.Right)),
            Expression.Comparison comparison => Compare(comparison, Inner),
            Expression.HasLabels labels => HasLabels(Inner(labels.Target), labels.Labels),
            Expression.List list => Value.Of(list.Items.Select(Inner)),
            Expression.Map map => new Value.Map(
                map.Entries.ToImmutableSortedDictionary(entry => entry.Key, entry => Inner(entry.Value), StringComparer.Ordinal)
            ),
            Expression.Case choice => Choose(choice, Inner),
            Expression.ListComprehension comprehension => Comprehend(comprehension, row, Inner(comprehension.Source)),
            Expression.Quantified quantified => Quantify(quantified, row, Inner(quantified.Source)),
            Expression.PatternComprehension pattern => Comprehend(pattern, row),
            Expression.PatternExists pattern => Value.Of(Matching.Match([pattern.Pattern], row).Any()),
            Expression.Subquery { Use: SubqueryUse.Exists } inner => Value.Of(CountRows(inner.Query, row) > 0),
            Expression.Subquery inner => Value.Of(CountRows(inner.Query, row)),
            Expression.CountRows => Value.Of(group!.Count),
            Expression.Call call when OracleAggregates.IsOne(call) => OracleAggregates.Of(
                call,
                group!.Select(one => Evaluate(call.Arguments[0], one))
            ),
            Expression.Call call => Call(call.Name.Text, [.. call.Arguments.Select(Inner)]),
            _ => throw new NotSupportedException($"The oracle knows no {expression.GetType().Name}."),
        };
    }

    public Value PropertyOf(Value target, string key) =>
        target switch
        {
            Value.Entity entity => graph.Node(entity.Id).Fields.GetValueOrDefault(key, Value.Nothing),
            Value.Relation relation => graph.Relation(relation.Id).Fields.GetValueOrDefault(key, Value.Nothing),
            Value.Map map => map.Entries.GetValueOrDefault(key, Value.Nothing),
            _ => Value.Nothing,
        };

    private static Value At(Value list, Value place)
    {
        if (list is not Value.List { Items: var items } || place is not Value.Integer { Number: var at })
            return Value.Nothing;
        at = at < 0 ? items.Length + at : at;
        return at >= 0 && at < items.Length ? items[(int)at] : Value.Nothing;
    }

    private static Value Unary(UnaryOperator sign, Value operand) =>
        (sign, operand) switch
        {
            (UnaryOperator.IsNull, _) => Value.Of(operand is Value.Null),
            (UnaryOperator.IsNotNull, _) => Value.Of(operand is not Value.Null),
            (UnaryOperator.Not, _) => OracleLogic.ToValue(!OracleLogic.Truth(operand)),
            (UnaryOperator.Minus, Value.Integer number) => Value.Of(-number.Number),
            (UnaryOperator.Minus, Value.Float number) => Value.Of(-number.Number),
            _ => operand,
        };

    private static Value Binary(BinaryOperator sign, Value left, Value right) =>
        sign switch
        {
            BinaryOperator.In => OracleLogic.ToValue(OracleLogic.IsIn(left, right)),
            BinaryOperator.StartsWith => OfTexts(left, right, (a, b) => a.StartsWith(b, StringComparison.Ordinal)),
            BinaryOperator.EndsWith => OfTexts(left, right, (a, b) => a.EndsWith(b, StringComparison.Ordinal)),
            BinaryOperator.Contains => OfTexts(left, right, (a, b) => a.Contains(b, StringComparison.Ordinal)),
            _ => Arithmetic(sign, left, right),
        };

    private static Value OfTexts(Value left, Value right, Func<string, string, bool> question) =>
        left is Value.Text a && right is Value.Text b ? Value.Of(question(a.Characters, b.Characters)) : Value.Nothing;

    private static Value Arithmetic(BinaryOperator sign, Value left, Value right) =>
        (left, right) switch
        {
            (Value.Integer a, Value.Integer b) => Value.Of(
                sign switch
                {
                    BinaryOperator.Add => a.Number + b.Number,
                    BinaryOperator.Subtract => a.Number - b.Number,
                    BinaryOperator.Multiply => a.Number * b.Number,
                    _ => throw new NotSupportedException($"The oracle knows no {sign}."),
                }
            ),
            (Value.Text a, Value.Text b) when sign == BinaryOperator.Add => Value.Of(a.Characters + b.Characters),
            (Value.List a, Value.List b) when sign == BinaryOperator.Add => Value.Of(a.Items.AddRange(b.Items)),
            _ when OracleLogic.Number(left) is { } a && OracleLogic.Number(right) is { } b => Value.Of(
                sign switch
                {
                    BinaryOperator.Add => (double)a + (double)b,
                    BinaryOperator.Subtract => (double)a - (double)b,
                    BinaryOperator.Multiply => (double)a * (double)b,
                    _ => throw new NotSupportedException($"The oracle knows no {sign}."),
                }
            ),
            _ => Value.Nothing,
        };

    private static Value Compare(Expression.Comparison comparison, Func<Expression, Value> inner)
    {
        bool? all = true;
        var left = inner(comparison.First);
        foreach (var step in comparison.Rest)
        {
            var right = inner(step.Right);
            all &= step.Operator switch
            {
                ComparisonOperator.Equal => OracleLogic.AreEqual(left, right),
                ComparisonOperator.NotEqual => !OracleLogic.AreEqual(left, right),
                ComparisonOperator.Less => OracleLogic.IsLess(left, right),
                ComparisonOperator.Greater => OracleLogic.IsLess(right, left),
                ComparisonOperator.LessOrEqual => !OracleLogic.IsLess(right, left),
                _ => !OracleLogic.IsLess(left, right),
            };
            left = right;
        }

        return OracleLogic.ToValue(all);
    }

    private Value HasLabels(Value target, ImmutableArray<Name> labels) =>
        target is Value.Entity entity
            ? Value.Of(labels.All(label => graph.Node(entity.Id).Labels.Contains(label.Text)))
            : Value.Nothing;

    private static Value Choose(Expression.Case choice, Func<Expression, Value> inner)
    {
        var subject = choice.Subject is { } asked ? inner(asked) : null;
        foreach (var arm in choice.Arms)
        {
            var when = inner(arm.When);
            if (subject is null ? OracleLogic.Truth(when) == true : OracleLogic.AreEqual(subject, when) == true)
                return inner(arm.Then);
        }

        return choice.Else is { } otherwise ? inner(otherwise) : Value.Nothing;
    }

    private Value Comprehend(Expression.ListComprehension comprehension, OracleRow row, Value source)
    {
        if (source is not Value.List list)
            return Value.Nothing;
        return Value.Of(
            list.Items.Select(item => row.With(comprehension.Item, item))
                .Where(inner => comprehension.Where is null || OracleLogic.Truth(Evaluate(comprehension.Where, inner)) == true)
                .Select(inner => comprehension.Result is { } result ? Evaluate(result, inner) : inner[comprehension.Item])
        );
    }

    private Value Comprehend(Expression.PatternComprehension comprehension, OracleRow row) =>
        Value.Of(
            Matching
                .Match([comprehension.Pattern], row)
                .Where(inner => comprehension.Where is null || OracleLogic.Truth(Evaluate(comprehension.Where, inner)) == true)
                .Select(inner => Evaluate(comprehension.Result, inner))
        );

    private Value Quantify(Expression.Quantified quantified, OracleRow row, Value source)
    {
        if (source is not Value.List list)
            return Value.Nothing;
        var answers = list
            .Items.Select(item => OracleLogic.Truth(Evaluate(quantified.Where!, row.With(quantified.Item, item))))
            .ToArray();
        var (yes, unknown) = (answers.Count(answer => answer == true), answers.Contains(null));
        return OracleLogic.ToValue(
            quantified.Quantifier switch
            {
                Quantifier.All => answers.Contains(false) ? false
                : unknown ? null
                : true,
                Quantifier.Any => yes > 0 ? true
                : unknown ? null
                : false,
                Quantifier.None => yes > 0 ? false
                : unknown ? null
                : true,
                _ => yes > 1 ? false
                : unknown ? null
                : yes == 1,
            }
        );
    }

    private Value Call(string name, ImmutableArray<Value> arguments) =>
        (name, arguments) switch
        {
            ("coalesce", _) => arguments.FirstOrDefault(argument => argument is not Value.Null, Value.Nothing),
            (_, [Value.Null, ..]) => Value.Nothing,
            ("id", [Value.Entity entity]) => Value.Of(entity.Id.ToString()),
            ("labels", [Value.Entity entity]) => Value.Of(graph.Node(entity.Id).Labels.Select(label => Value.Of(label))),
            ("type", [Value.Relation relation]) => Value.Of(graph.Relation(relation.Id).Type),
            ("startNode", [Value.Relation relation]) => new Value.Entity(graph.Relation(relation.Id).From),
            ("endNode", [Value.Relation relation]) => new Value.Entity(graph.Relation(relation.Id).To),
            ("size", [Value.List list]) => Value.Of(list.Items.Length),
            ("size", [Value.Text text]) => Value.Of(text.Characters.Length),
            ("length", [Value.Path path]) => Value.Of(path.Steps.Length / 2),
            ("nodes", [Value.Path path]) => Value.Of(path.Steps.Where((_, at) => at % 2 == 0).Select(id => new Value.Entity(id))),
            ("relationships", [Value.Path path]) => Value.Of(
                path.Steps.Where((_, at) => at % 2 == 1).Select(id => new Value.Relation(id))
            ),
            ("head", [Value.List list]) => list.Items.FirstOrDefault(Value.Nothing),
            ("last", [Value.List list]) => list.Items.LastOrDefault(Value.Nothing),
            ("range", [Value.Integer from, Value.Integer to]) => Value.Of(Range(from.Number, to.Number)),
            _ => throw new NotSupportedException($"The oracle knows no {name}."),
        };

    private static IEnumerable<Value> Range(long from, long to)
    {
        for (var number = from; number <= to; number++)
            yield return Value.Of(number);
    }
}
