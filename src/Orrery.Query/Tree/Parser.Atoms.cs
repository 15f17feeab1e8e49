using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What operators join.</summary>
internal sealed partial class Parser
{
    /// <summary>atom := number | text | parameter | word | list | map | pattern | "(" condition ")"</summary>
    private Expression Atom()
    {
        var token = _tokens.Next;
        return token.Kind switch
        {
            TokenKind.Word => Word(token),
            TokenKind.QuotedName => Named(token),
            TokenKind.Number => Number(token),
            TokenKind.Text => new Expression.Literal(
                token.At,
                Value.Of(Literals.Text(_tokens.Written(_tokens.Take()), token.At))
            ),
            TokenKind.Parameter => Parameter(),
            TokenKind.OpenBracket => Bracketed(),
            TokenKind.OpenBrace => Map(),
            TokenKind.OpenParen when IsPattern(_tokens.At) => Pattern(),
            TokenKind.OpenParen => Parenthesised(),
            _ => throw Stumble("an expression"),
        };
    }

    /// <param name="first">The minus that belongs to the number, or the number.</param>
    private Expression.Literal Number(Token first)
    {
        var number = _tokens.Take();
        var at = first.At.To(number.At);
        return new(at, Literals.Number(_tokens.Written(number), at, isNegative: first.Kind == TokenKind.Minus));
    }

    private Expression.Parameter Parameter()
    {
        var token = _tokens.Take();
        return new(token.At, _tokens.NameOf(token));
    }

    private Expression.PatternExists Pattern()
    {
        var part = Element(PatternUse.Question);
        return new(part.At, part);
    }

    private Expression Parenthesised()
    {
        _tokens.Take();
        var inner = Condition();
        Expect(TokenKind.CloseParen, "an operator or )");
        return inner;
    }

    /// <summary>word := "true" | "false" | "null" | case | count | subquery | quantified | reduction | named</summary>
    private Expression Word(Token token)
    {
        var after = _tokens[_tokens.At + 1].Kind;
        return token.Keyword switch
        {
            Keyword.None => Named(token),
            Keyword.True or Keyword.False => Literal(Value.Of(token.Keyword == Keyword.True)),
            Keyword.Null => Literal(Value.Nothing),
            Keyword.Case => Case(),
            Keyword.Count when after == TokenKind.OpenBrace => Subquery(SubqueryUse.Count),
            Keyword.Exists when after == TokenKind.OpenBrace => Subquery(SubqueryUse.Exists),
            Keyword.Count when after == TokenKind.OpenParen && _tokens[_tokens.At + 2].Kind == TokenKind.Star => CountRows(),
            Keyword.All when IsOverItems => Quantified(Quantifier.All),
            Keyword.Any when IsOverItems => Quantified(Quantifier.Any),
            Keyword.NoneOf when IsOverItems => Quantified(Quantifier.None),
            Keyword.Single when IsOverItems => Quantified(Quantifier.Single),
            Keyword.Reduce when IsAfterName(TokenKind.Equal) => Reduction(),
            Keyword.ShortestPath or Keyword.AllShortestPaths when after == TokenKind.OpenParen => throw SearchAsValue(token),
            _ => Named(token),
        };
    }

    private bool IsOverItems =>
        _tokens[_tokens.At + 1].Kind == TokenKind.OpenParen
        && IsVariable(_tokens[_tokens.At + 2])
        && _tokens[_tokens.At + 3].Keyword == Keyword.In;

    private bool IsAfterName(TokenKind kind) =>
        _tokens[_tokens.At + 1].Kind == TokenKind.OpenParen
        && IsVariable(_tokens[_tokens.At + 2])
        && _tokens[_tokens.At + 3].Kind == kind;

    private Expression.Literal Literal(Value value) => new(_tokens.Take().At, value);

    private Expression.CountRows CountRows()
    {
        var first = _tokens.Take();
        _tokens.Take();
        _tokens.Take();
        Expect(TokenKind.CloseParen, ") after count(*");
        return new(_tokens.Since(first));
    }

    /// <summary>named := call | variable "{" projection "}" | variable</summary>
    private Expression Named(Token token)
    {
        if (IsCall())
            return Call();
        if (token.Keyword != Keyword.None && Keywords.IsReserved(token.Keyword))
            throw NoExpression(token);
        var name = Taken();
        return _tokens.Is(TokenKind.OpenBrace) ? MapProjection(token, name) : new Expression.Variable(token.At, name);
    }

    // A name, dots and names, and a bracket: nothing else is written so, since properties cannot be called.
    private bool IsCall()
    {
        var at = _tokens.At + 1;
        while (_tokens[at].Kind == TokenKind.Dot && IsName(_tokens[at + 1]))
            at += 2;
        return _tokens[at].Kind == TokenKind.OpenParen && !Keywords.IsReserved(_tokens.Next.Keyword);
    }

    /// <summary>call := dotted "(" ["DISTINCT"] [expression ("," expression)*] ")"; exists takes a pattern, too</summary>
    private Expression.Call Call()
    {
        var isExists = _tokens.Is(Keyword.Exists);
        var name = Dotted("the name of a function");
        var isDistinct = _tokens[_tokens.At + 1].Keyword == Keyword.Distinct;
        var arguments = Arguments(name.Text, isExists, isDistinct);
        return new(name.At.To(_tokens.Last.At), name, isDistinct, arguments);
    }

    private ImmutableArray<Expression> Arguments(string of, bool mayBePattern = false, bool isDistinct = false)
    {
        _tokens.Take();
        if (isDistinct)
            _tokens.Take();
        var arguments = ImmutableArray.CreateBuilder<Expression>(1);
        if (!_tokens.Is(TokenKind.CloseParen))
        {
            do arguments.Add(mayBePattern ? Condition() : OneExpression());
            while (_tokens.TryTake(TokenKind.Comma));
        }

        Expect(TokenKind.CloseParen, $"a comma or the ) of {of}");
        return arguments.DrainToImmutable();
    }

    /// <summary>projection := item ("," item)*; item := ".*" | "." symbol | symbol ":" expression | variable</summary>
    private Expression.MapProjection MapProjection(Token first, string subject)
    {
        _tokens.Take();
        var items = ImmutableArray.CreateBuilder<MapProjectionItem>(2);
        if (!_tokens.Is(TokenKind.CloseBrace))
        {
            do items.Add(OneProjected());
            while (_tokens.TryTake(TokenKind.Comma));
        }

        Expect(TokenKind.CloseBrace, "a comma or the } of the map");
        return new(_tokens.Since(first), subject, items.DrainToImmutable());
    }

    private MapProjectionItem OneProjected()
    {
        if (_tokens.TryTake(TokenKind.Dot))
        {
            return _tokens.TryTake(TokenKind.Star)
                ? new MapProjectionItem.AllProperties()
                : new MapProjectionItem.OneProperty(Symbol("the name of a property, or *"));
        }

        var token = _tokens.Next;
        if (IsVariable(token) && _tokens[_tokens.At + 1].Kind != TokenKind.Colon)
        {
            var name = Taken();
            return new MapProjectionItem.Entry(name, new Expression.Variable(token.At, name));
        }

        var key = Symbol("a property like .title, a key or a variable");
        Expect(TokenKind.Colon, ": and a value");
        return new MapProjectionItem.Entry(key, OneExpression());
    }

    /// <summary>case := "CASE" [expression] ("WHEN" expression ("," expression)* "THEN" expression)+ ["ELSE" expression] "END"</summary>
    private Expression.Case Case()
    {
        var first = _tokens.Take();
        var subject = _tokens.Is(Keyword.When) ? null : OneExpression();
        var arms = ImmutableArray.CreateBuilder<CaseArm>(2);
        while (_tokens.TryTake(Keyword.When))
            Arms(arms, isSearched: subject is null);
        if (arms.Count == 0)
            throw Stumble("WHEN");
        var otherwise = _tokens.TryTake(Keyword.Else) ? OneExpression() : null;
        Expect(Keyword.End, otherwise is null ? "WHEN, ELSE or the END of CASE" : "the END of CASE");
        return new(_tokens.Since(first), subject, arms.DrainToImmutable(), otherwise);
    }

    private void Arms(ImmutableArray<CaseArm>.Builder arms, bool isSearched)
    {
        List<Expression> whens = [];
        do whens.Add(isSearched ? Condition() : OneExpression());
        while (_tokens.TryTake(TokenKind.Comma));
        Expect(Keyword.Then, "THEN and the result");
        var then = OneExpression();
        arms.AddRange(whens.Select(when => new CaseArm(when, then)));
    }
}
