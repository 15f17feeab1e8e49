using System.Diagnostics;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Expressions and their brackets.</summary>
internal sealed partial class Printer
{
    /// <param name="expression">What to print.</param>
    /// <param name="least">How tightly it must hold together where it stands.</param>
    private void Print(Expression expression, Binding least)
    {
        var needsBrackets = BindingOf(expression) < least;
        _text.Append(needsBrackets ? "(" : "");
        Operator(expression);
        _text.Append(needsBrackets ? ")" : "");
    }

    private static Binding BindingOf(Expression expression) =>
        expression switch
        {
            Expression.Binary binary => BindingOf(binary.Operator),
            Expression.Unary { Operator: UnaryOperator.Not } => Binding.Not,
            Expression.Unary { Operator: UnaryOperator.IsNull or UnaryOperator.IsNotNull } => Binding.Predicate,
            Expression.Unary => Binding.Signed,
            Expression.Literal { Value: Value.Integer { Number: < 0 } } => Binding.Signed,
            Expression.Literal { Value: Value.Float { Number: var number } } when double.IsNegative(number) => Binding.Signed,
            Expression.Comparison => Binding.Comparison,
            Expression.HasLabels => Binding.Labelled,
            Expression.Property or Expression.Index or Expression.Slice => Binding.Postfix,
            _ => Binding.Atom,
        };

    private static Binding BindingOf(BinaryOperator joining) =>
        joining switch
        {
            BinaryOperator.Or => Binding.Or,
            BinaryOperator.Xor => Binding.Xor,
            BinaryOperator.And => Binding.And,
            BinaryOperator.Add or BinaryOperator.Subtract => Binding.Sum,
            BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo => Binding.Product,
            BinaryOperator.Power => Binding.Power,
            _ => Binding.Predicate,
        };

    private void Operator(Expression expression)
    {
        switch (expression)
        {
            case Expression.Binary binary:
                Binary(binary);
                break;
            case Expression.Unary unary:
                Unary(unary);
                break;
            case Expression.Comparison comparison:
                Comparison(comparison);
                break;
            case Expression.HasLabels labelled:
                Print(labelled.Target, Binding.Postfix);
                Labels(labelled.Labels);
                break;
            case Expression.Property property:
                Print(property.Target, Binding.Postfix);
                _text.Append('.');
                Symbol(property.Key);
                break;
            case Expression.Index index:
                Print(index.Target, Binding.Postfix);
                Then("[", index.Place).Append(']');
                break;
            case Expression.Slice slice:
                Slice(slice);
                break;
            default:
                Atom(expression);
                break;
        }
    }

    // AND, OR and XOR are associative, so that they need no brackets on either side.
    private void Binary(Expression.Binary binary)
    {
        var binding = BindingOf(binary.Operator);
        Print(binary.Left, binding);
        _text.Append(' ').Append(SignOf(binary.Operator)).Append(' ');
        Print(binary.Right, binding <= Binding.And ? binding : binding + 1);
    }

    private static string SignOf(BinaryOperator joining) =>
        joining switch
        {
            BinaryOperator.Or => "OR",
            BinaryOperator.Xor => "XOR",
            BinaryOperator.And => "AND",
            BinaryOperator.Add => "+",
            BinaryOperator.Subtract => "-",
            BinaryOperator.Multiply => "*",
            BinaryOperator.Divide => "/",
            BinaryOperator.Modulo => "%",
            BinaryOperator.Power => "^",
            BinaryOperator.In => "IN",
            BinaryOperator.StartsWith => "STARTS WITH",
            BinaryOperator.EndsWith => "ENDS WITH",
            BinaryOperator.Contains => "CONTAINS",
            BinaryOperator.Matches => "=~",
            _ => throw new UnreachableException($"Nothing prints {joining}."),
        };

    private void Unary(Expression.Unary unary)
    {
        var (before, after, least) = unary.Operator switch
        {
            UnaryOperator.Not => ("NOT ", "", Binding.Not),
            UnaryOperator.Minus => ("-", "", Binding.Signed),
            UnaryOperator.Plus => ("+", "", Binding.Signed),
            UnaryOperator.IsNull => ("", " IS NULL", Binding.Predicate),
            UnaryOperator.IsNotNull => ("", " IS NOT NULL", Binding.Predicate),
            _ => throw new UnreachableException($"Nothing prints {unary.Operator}."),
        };
        _text.Append(before);
        Print(unary.Operand, least);
        _text.Append(after);
    }

    private void Comparison(Expression.Comparison comparison)
    {
        Print(comparison.First, Binding.Predicate);
        foreach (var step in comparison.Rest)
        {
            _text.Append(' ').Append(SignOf(step.Operator)).Append(' ');
            Print(step.Right, Binding.Predicate);
        }
    }

    private static string SignOf(ComparisonOperator comparison) =>
        comparison switch
        {
            ComparisonOperator.Equal => "=",
            ComparisonOperator.NotEqual => "<>",
            ComparisonOperator.Less => "<",
            ComparisonOperator.LessOrEqual => "<=",
            ComparisonOperator.Greater => ">",
            ComparisonOperator.GreaterOrEqual => ">=",
            _ => throw new UnreachableException($"Nothing prints {comparison}."),
        };

    private void Slice(Expression.Slice slice)
    {
        Print(slice.Target, Binding.Postfix);
        _text.Append('[');
        if (slice.From is { } from)
            Print(from, Binding.Loosest);
        _text.Append("..");
        if (slice.To is { } to)
            Print(to, Binding.Loosest);
        _text.Append(']');
    }
}
