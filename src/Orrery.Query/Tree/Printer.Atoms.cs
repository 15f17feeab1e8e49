using System.Diagnostics;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What operators join.</summary>
internal sealed partial class Printer
{
    private void Atom(Expression expression)
    {
        switch (expression)
        {
            case Expression.Literal literal:
                Literal(literal.Value);
                break;
            case Expression.Parameter parameter:
                _text.Append('$');
                Parameter(parameter.Name);
                break;
            case Expression.Variable variable:
                Variable(variable.Name);
                break;
            case Expression.Call call:
                Dotted(call.Name.Text);
                _text.Append(call.IsDistinct ? "(DISTINCT " : "(");
                Separated(call.Arguments);
                _text.Append(')');
                break;
            case Expression.CountRows:
                _text.Append("count(*)");
                break;
            case Expression.PatternExists pattern:
                Part(pattern.Pattern);
                break;
            case Expression.Subquery subquery:
                _text.Append(subquery.Use == SubqueryUse.Exists ? "EXISTS { " : "COUNT { ");
                Regular(subquery.Query, " ");
                _text.Append(" }");
                break;
            case Expression.Case choice:
                Case(choice);
                break;
            default:
                Collection(expression);
                break;
        }
    }

    private void Literal(Value value) =>
        _text.Append(
            value switch
            {
                Value.Null => "null",
                Value.Bool { Flag: var flag } => flag ? "true" : "false",
                Value.Integer { Number: var number } => number.ToString(CultureInfo.InvariantCulture),
                Value.Float { Number: var number } => Fraction(number),
                Value.Text { Characters: var characters } => Quoted(characters),
                _ => throw new UnreachableException($"No literal is a {value.GetType().Name}."),
            }
        );

    private static string Fraction(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        return shortest.AsSpan().ContainsAny('.', 'E') ? shortest : $"{shortest}.0";
    }

    private static string Quoted(string characters)
    {
        System.Text.StringBuilder quoted = new("'");
        foreach (var c in characters)
            quoted.Append(Escaped(c));
        return quoted.Append('\'').ToString();
    }

    private static string Escaped(char c) =>
        c switch
        {
            '\'' => @"\'",
            '\\' => @"\\",
            '\b' => @"\b",
            '\f' => @"\f",
            '\n' => @"\n",
            '\r' => @"\r",
            '\t' => @"\t",
            _ when char.IsControl(c) => $"\\u{(int)c:X4}",
            _ => c.ToString(),
        };

    private void Parameter(string name)
    {
        if (
            Lexer.Read($"${name}") is [{ Kind: TokenKind.Parameter } whole, _]
            && whole.Length == name.Length + 1
            && name[0] != '`'
        )
            _text.Append(name);
        else
            _text.Append('`').Append(name.Replace("`", "``", StringComparison.Ordinal)).Append('`');
    }

    private void Case(Expression.Case choice)
    {
        _text.Append("CASE");
        if (choice.Subject is { } subject)
            Then(" ", subject);
        foreach (var arm in choice.Arms)
        {
            Then(" WHEN ", arm.When);
            Then(" THEN ", arm.Then);
        }

        if (choice.Else is { } otherwise)
            Then(" ELSE ", otherwise);
        _text.Append(" END");
    }
}
