using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Orrery.Graph;

namespace Orrery.ConformanceTests;

/// <summary>Reads the values of the kit's tables.</summary>
internal sealed class LiteralReader
{
    private readonly string _text;
    private int _next;

    private LiteralReader(string text) => _text = text;

    /// <summary>The value of a whole cell.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static Literal Read(string text)
    {
        var reader = new LiteralReader(text);
        var literal = reader.Any();
        reader.SkipBlanks();
        return reader._next == text.Length ? literal : throw reader.Wrong("the end");
    }

    private char Now => _next < _text.Length ? _text[_next] : '\0';

    private Literal Any()
    {
        SkipBlanks();
        return Now switch
        {
            '\'' => new Literal.Atom(Value.Of(Quoted())),
            '[' => LooksLikeRelationship() ? Relationship() : List(),
            '{' => Map(),
            '(' => Node(),
            '<' => Path(),
            _ => Word(),
        };
    }

    private Literal.Atom Word()
    {
        var start = _next;
        while (char.IsLetterOrDigit(Now) || Now is '.' or '+' or '-')
            _next++;
        var word = _text[start.._next];
        return new(
            word switch
            {
                "null" => Value.Nothing,
                "true" => Value.Of(true),
                "false" => Value.Of(false),
                "NaN" => Value.Of(double.NaN),
                "Inf" or "Infinity" => Value.Of(double.PositiveInfinity),
                "-Inf" or "-Infinity" => Value.Of(double.NegativeInfinity),
                _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
                    Value.Of(whole),
                _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Value.Of(
                    number
                ),
                _ => throw Wrong("a value"),
            }
        );
    }

    private string Quoted()
    {
        Take('\'');
        var text = new StringBuilder();
        while (Now != '\'')
        {
            if (_next >= _text.Length)
                throw Wrong("a closing quote");
            if (Now == '\\')
                _next++;
            text.Append(_text[_next++]);
        }

        Take('\'');
        return text.ToString();
    }

    private bool LooksLikeRelationship()
    {
        var after = _next + 1;
        while (after < _text.Length && _text[after] == ' ')
            after++;
        return after < _text.Length && _text[after] == ':';
    }

    private Literal.List List()
    {
        var items = ImmutableArray.CreateBuilder<Literal>();
        Take('[');
        while (!TryTake(']'))
        {
            if (items.Count > 0)
                Take(',');
            items.Add(Any());
        }

        return new(items.DrainToImmutable());
    }

    private Literal.Map Map()
    {
        var entries = ImmutableSortedDictionary.CreateBuilder<string, Literal>(StringComparer.Ordinal);
        Take('{');
        while (!TryTake('}'))
        {
            if (entries.Count > 0)
                Take(',');
            var key = Name();
            Take(':');
            entries.Add(key, Any());
        }

        return new(entries.ToImmutable());
    }

    private Literal.Node Node()
    {
        Take('(');
        var labels = Labels();
        var properties = Properties();
        Take(')');
        return new(labels, properties);
    }

    private Literal.Relationship Relationship()
    {
        Take('[');
        Take(':');
        var type = Name();
        var properties = Properties();
        Take(']');
        return new(type, properties);
    }

    private Literal.Path Path()
    {
        Take('<');
        var start = Node();
        var hops = ImmutableArray.CreateBuilder<Literal.Hop>();
        while (!TryTake('>'))
        {
            var isBackward = TryTake('<');
            Take('-');
            var relationship = Relationship();
            Take('-');
            if (!isBackward)
                Take('>');
            hops.Add(new(relationship, !isBackward, Node()));
        }

        return new(start, hops.DrainToImmutable());
    }

    private ImmutableSortedSet<string> Labels()
    {
        var labels = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        while (TryTake(':'))
            labels.Add(Name());
        return labels.ToImmutable();
    }

    private Literal.Map Properties()
    {
        SkipBlanks();
        return Now == '{' ? Map() : new(ImmutableSortedDictionary.Create<string, Literal>(StringComparer.Ordinal));
    }

    private string Name()
    {
        SkipBlanks();
        if (TryTake('`'))
        {
            var end = _text.IndexOf('`', _next);
            var quoted = _text[_next..end];
            _next = end + 1;
            return quoted;
        }

        var start = _next;
        while (char.IsLetterOrDigit(Now) || Now == '_')
            _next++;
        return _next > start ? _text[start.._next] : throw Wrong("a name");
    }

    private void SkipBlanks()
    {
        while (char.IsWhiteSpace(Now))
            _next++;
    }

    private bool TryTake(char letter)
    {
        SkipBlanks();
        if (Now != letter)
            return false;
        _next++;
        return true;
    }

    private void Take(char letter)
    {
        if (!TryTake(letter))
            throw Wrong($"'{letter}'");
    }

    private InvalidDataException Wrong(string expected) => new($"Expected {expected} at {_next} of: {_text}");
}
