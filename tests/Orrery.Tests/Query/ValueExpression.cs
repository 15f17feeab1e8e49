using System.Globalization;
using System.Text;
using NodaTime;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Query;

/// <summary>A deliberately small reader that computes an expression as it goes, so that cases of values can be written down without the language around them.</summary>
internal sealed class ValueExpression
{
    private static readonly CallSurroundings Around = new(Instant.FromUtc(2027, 3, 4, 5, 6, 7), new Random(1));
    private static readonly string[] Signs = ["<=", ">=", "<>", "=~", "=", "<", ">", "+", "-", "*", "/", "%", "^"];
    private static readonly string[] Words = ["STARTS WITH", "ENDS WITH", "CONTAINS", "IN", "AND", "OR", "XOR"];
    private readonly string _text;
    private int _at;

    private ValueExpression(string text) => _text = text;

    public static Value Of(string text)
    {
        ValueExpression reader = new(text);
        var value = reader.Binary(0);
        return reader.Peek() == '\0' ? value : throw new FormatException($"'{text}' at {reader._at}");
    }

    /// <summary>The answer as a case writes it: texts and times in quotes, or the fault.</summary>
    public static string Answer(string text)
    {
        try
        {
            return Write(Of(text));
        }
        catch (QueryException refusal)
        {
            return $"{refusal.Fault.Error}: {refusal.Fault.Detail}";
        }
    }

    public static string Write(Value value) =>
        value switch
        {
            Value.Null => "null",
            Value.Bool or Value.Integer or Value.Float => CypherText.Of(value),
            Value.List list => $"[{string.Join(", ", list.Items.Select(Write))}]",
            Value.Map map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Write(entry.Value)}"))}}}",
            _ => $"'{CypherText.Of(value)}'",
        };

    private static int Level(string sign) =>
        sign switch
        {
            "OR" or "XOR" => 0,
            "AND" => 1,
            "+" or "-" => 3,
            "*" or "/" or "%" => 4,
            "^" => 5,
            _ => 2,
        };

    private Value Binary(int level)
    {
        var left = Unary();
        while (NextSign() is { } sign && Level(sign) >= level)
        {
            Skip();
            _at += sign.Length;
            left = Apply(sign, left, Binary(Level(sign) + 1));
        }

        return left;
    }

    private string? NextSign()
    {
        Skip();
        return Signs.FirstOrDefault(sign => At(sign)) ?? Words.FirstOrDefault(word => At($"{word} "));
    }

    private bool At(string sign) => string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0;

    private static Value Apply(string sign, Value left, Value right) =>
        sign switch
        {
            "+" => Arithmetic.Add(left, right),
            "-" => Arithmetic.Subtract(left, right),
            "*" => Arithmetic.Multiply(left, right),
            "/" => Arithmetic.Divide(left, right),
            "%" => Arithmetic.Modulo(left, right),
            "^" => Arithmetic.Power(left, right),
            _ => Truth.ToValue(Judge(sign, left, right)),
        };

    private static bool? Judge(string sign, Value left, Value right) =>
        sign switch
        {
            "=" => Comparing.AreEqual(left, right),
            "<>" => Truth.Not(Comparing.AreEqual(left, right)),
            "<" => Comparing.IsLess(left, right),
            "<=" => Comparing.IsLessOrEqual(left, right),
            ">" => Comparing.IsGreater(left, right),
            ">=" => Comparing.IsGreaterOrEqual(left, right),
            "=~" => Texts.Matches(left, right),
            "STARTS WITH" => Texts.StartsWith(left, right),
            "ENDS WITH" => Texts.EndsWith(left, right),
            "CONTAINS" => Texts.Contains(left, right),
            "IN" => Comparing.In(left, right),
            "AND" => Truth.And(Truth.Of(left), Truth.Of(right)),
            "OR" => Truth.Or(Truth.Of(left), Truth.Of(right)),
            _ => Truth.Xor(Truth.Of(left), Truth.Of(right)),
        };

    private Value Unary()
    {
        if (Peek() == '-' && !char.IsAsciiDigit(_text[_at + 1]))
        {
            _at++;
            return Arithmetic.Negate(Unary());
        }

        var value = Atom();
        while (Peek() is '.' or '[' && !At(".."))
        {
            if (_text[_at++] == '.')
                value = Accessing.Property(value, Name());
            else
                value = Bracket(value);
        }

        return value;
    }

    private Value Bracket(Value target)
    {
        var from = At("..") ? null : Binary(0);
        Skip();
        if (!At(".."))
        {
            Take(']');
            return Accessing.Index(target, from!);
        }

        _at += 2;
        var to = Peek() == ']' ? null : Binary(0);
        Take(']');
        return Accessing.Slice(target, from, to);
    }

    private Value Atom()
    {
        switch (Peek())
        {
            case '\'':
                return Quoted();
            case '(':
                _at++;
                var inside = Binary(0);
                Take(')');
                return inside;
            case '[':
                _at++;
                return new Value.List([.. Items(']')]);
            case '{':
                return Map();
            case '-' or (>= '0' and <= '9'):
                return Number();
            default:
                return Named(Name());
        }
    }

    private Value Named(string name)
    {
        while (At(".") && !At(".."))
        {
            _at++;
            name += $".{Name()}";
        }

        if (Peek() != '(')
        {
            return name switch
            {
                "null" => Value.Nothing,
                "true" => Value.Of(true),
                "false" => Value.Of(false),
                _ => throw new FormatException($"'{_text}': {name}"),
            };
        }

        _at++;
        Value[] arguments = [.. Items(')')];
        var function = FunctionCatalogue.All[name];
        Assert.InRange(arguments.Length, function.Fewest, function.Most);
        return function.Call(arguments, Around);
    }

    private List<Value> Items(char end)
    {
        List<Value> items = [];
        while (Peek() != end)
        {
            items.Add(Binary(0));
            if (Peek() == ',')
                _at++;
        }

        _at++;
        return items;
    }

    private Value.Map Map()
    {
        List<(string, Value)> entries = [];
        _at++;
        while (Peek() != '}')
        {
            var name = Name();
            Take(':');
            entries.Add((name, Binary(0)));
            if (Peek() == ',')
                _at++;
        }

        _at++;
        return new Value.Map(Properties.Of([.. entries]));
    }

    private Value Quoted()
    {
        StringBuilder text = new();
        for (_at++; _text[_at] != '\''; _at++)
            text.Append(_text[_at] == '\\' && _text[_at + 1] == '\'' ? _text[++_at] : _text[_at]);
        _at++;
        return Value.Of(text.ToString());
    }

    private Value Number()
    {
        var start = _at++;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || IsInsideNumber()))
            _at++;
        var digits = _text[start.._at];
        return digits.AsSpan().ContainsAny('.', 'e')
            ? Value.Of(double.Parse(digits, CultureInfo.InvariantCulture))
            : Value.Of(long.Parse(digits, CultureInfo.InvariantCulture));
    }

    private bool IsInsideNumber() =>
        (_text[_at] == '.' && !At("..")) || _text[_at] == 'e' || (_text[_at] is '-' or '+' && _text[_at - 1] == 'e');

    private string Name()
    {
        Skip();
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
            _at++;
        return start < _at ? _text[start.._at] : throw new FormatException($"'{_text}' at {_at}");
    }

    private void Take(char sign)
    {
        if (Peek() != sign)
            throw new FormatException($"'{_text}' at {_at}: {sign}");
        _at++;
    }

    private char Peek()
    {
        Skip();
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private void Skip()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
    }
}
