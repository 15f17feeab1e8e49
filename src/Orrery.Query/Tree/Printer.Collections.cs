using System.Collections.Immutable;
using System.Diagnostics;

namespace Orrery.Query;

/// <summary>Lists, maps, and what runs over lists.</summary>
internal sealed partial class Printer
{
    private void Collection(Expression expression)
    {
        switch (expression)
        {
            case Expression.List list:
                List(list.Items);
                break;
            case Expression.Map map:
                _text.Append('{');
                Separated(map.Entries, ", ", entry => Entry(entry.Key, entry.Value));
                _text.Append('}');
                break;
            case Expression.MapProjection projection:
                Variable(projection.Subject);
                _text.Append(" {");
                Separated(projection.Items, ", ", Projected);
                _text.Append('}');
                break;
            case Expression.ListComprehension list:
                _text.Append('[');
                Over(list.Item, list.Source, list.Where);
                if (list.Result is { } result)
                    Then(" | ", result);
                _text.Append(']');
                break;
            case Expression.PatternComprehension paths:
                _text.Append('[');
                Part(paths.Pattern);
                Where(paths.Where);
                Then(" | ", paths.Result).Append(']');
                break;
            case Expression.Quantified quantified:
                _text.Append(WordOf(quantified.Quantifier)).Append('(');
                Over(quantified.Item, quantified.Source, quantified.Where);
                _text.Append(')');
                break;
            case Expression.Reduction reduction:
                Reduction(reduction);
                break;
            default:
                throw new UnreachableException($"Nothing prints {expression.GetType().Name}.");
        }
    }

    // [x IN list] by itself is a comprehension; as a list of one truth value it keeps its brackets.
    private void List(ImmutableArray<Expression> items)
    {
        _text.Append('[');
        if (items is [var only] && BeginsWithIn(only))
            Print(only, Binding.Atom);
        else
            Separated(items);
        _text.Append(']');
    }

    private static bool BeginsWithIn(Expression expression) =>
        expression switch
        {
            Expression.Binary { Operator: BinaryOperator.In, Left: Expression.Variable } => true,
            Expression.Binary binary => BeginsWithIn(binary.Left),
            Expression.Comparison comparison => BeginsWithIn(comparison.First),
            Expression.Unary { Operator: UnaryOperator.IsNull or UnaryOperator.IsNotNull } unary => BeginsWithIn(unary.Operand),
            _ => false,
        };

    private void Entry(string key, Expression value)
    {
        Symbol(key);
        Then(": ", value);
    }

    private void Projected(MapProjectionItem item)
    {
        switch (item)
        {
            case MapProjectionItem.AllProperties:
                _text.Append(".*");
                break;
            case MapProjectionItem.OneProperty { Key: var key }:
                _text.Append('.');
                Symbol(key);
                break;
            case MapProjectionItem.Entry { Key: var key, Value: Expression.Variable { Name: var name } } when key == name:
                Variable(name);
                break;
            case MapProjectionItem.Entry entry:
                Entry(entry.Key, entry.Value);
                break;
            default:
                throw new UnreachableException($"Nothing prints {item.GetType().Name}.");
        }
    }

    private void Over(string item, Expression source, Expression? where)
    {
        Variable(item);
        Then(" IN ", source);
        Where(where);
    }

    private static string WordOf(Quantifier quantifier) =>
        quantifier switch
        {
            Quantifier.All => "all",
            Quantifier.Any => "any",
            Quantifier.None => "none",
            Quantifier.Single => "single",
            _ => throw new UnreachableException($"Nothing prints {quantifier}."),
        };

    private void Reduction(Expression.Reduction reduction)
    {
        _text.Append("reduce(");
        Variable(reduction.Total);
        Then(" = ", reduction.Start).Append(", ");
        Over(reduction.Item, reduction.Source, null);
        Then(" | ", reduction.Step).Append(')');
    }
}
