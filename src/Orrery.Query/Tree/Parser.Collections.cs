using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>Lists, maps, what runs over lists, and queries in braces.</summary>
internal sealed partial class Parser
{
    private const int DepthOfQuery = 3;

    /// <summary>bracketed := list | listComprehension | patternComprehension</summary>
    private Expression Bracketed()
    {
        var first = _tokens.Next;
        var at = _tokens.At + 1;
        var isNamed = IsVariable(_tokens[at]);
        var pattern = isNamed && _tokens[at + 1].Kind == TokenKind.Equal ? at + 2 : at;
        if (PatternEnd(pattern) is { } end && (_tokens[end].Kind == TokenKind.Pipe || _tokens[end].Keyword == Keyword.Where))
            return PatternComprehension(first);
        var isOverItems = isNamed && _tokens[at + 1].Keyword == Keyword.In && !HasItems(_tokens.At);
        _tokens.Take();
        return isOverItems ? ListComprehension(first) : List(first);
    }

    /// <summary>list := "[" [expression ("," expression)*] "]"</summary>
    private Expression.List List(Token first)
    {
        var items = ImmutableArray.CreateBuilder<Expression>(4);
        if (!_tokens.Is(TokenKind.CloseBracket))
        {
            do items.Add(OneExpression());
            while (_tokens.TryTake(TokenKind.Comma));
        }

        Expect(TokenKind.CloseBracket, "a comma or the ] of the list");
        return new(_tokens.Since(first), items.DrainToImmutable());
    }

    /// <summary>listComprehension := "[" variable "IN" expression ["WHERE" condition] ["|" expression] "]"</summary>
    private Expression.ListComprehension ListComprehension(Token first)
    {
        var item = Taken();
        _tokens.Take();
        var source = OneExpression();
        var where = Where();
        var result = _tokens.TryTake(TokenKind.Pipe) ? OneExpression() : null;
        Expect(TokenKind.CloseBracket, result is null ? "WHERE, | or the ] of the list" : "the ] of the list");
        return new(_tokens.Since(first), item, source, where, result);
    }

    /// <summary>patternComprehension := "[" [variable "="] pattern ["WHERE" condition] "|" expression "]"</summary>
    private Expression.PatternComprehension PatternComprehension(Token first)
    {
        _tokens.Take();
        var part = Part(PatternUse.Question);
        var where = Where();
        Expect(TokenKind.Pipe, "| and what to list of each path");
        var result = OneExpression();
        Expect(TokenKind.CloseBracket, "the ] of the list");
        return new(_tokens.Since(first), part, where, result);
    }

    /// <summary>map := "{" [symbol ":" expression ("," symbol ":" expression)*] "}"</summary>
    private Expression.Map Map()
    {
        var first = _tokens.Take();
        var entries = ImmutableArray.CreateBuilder<MapEntry>(2);
        if (!_tokens.Is(TokenKind.CloseBrace))
        {
            do
            {
                var key = Symbol("a key");
                Expect(TokenKind.Colon, ": after the key");
                entries.Add(new(key, OneExpression()));
            } while (_tokens.TryTake(TokenKind.Comma));
        }

        Expect(TokenKind.CloseBrace, "a comma or the } of the map");
        return new(_tokens.Since(first), entries.DrainToImmutable());
    }

    /// <summary>quantified := ("all" | "any" | "none" | "single") "(" variable "IN" expression ["WHERE" condition] ")"</summary>
    private Expression.Quantified Quantified(Quantifier quantifier)
    {
        var first = _tokens.Take();
        _tokens.Take();
        var item = Taken();
        _tokens.Take();
        var source = OneExpression();
        var where = Where();
        Expect(TokenKind.CloseParen, where is null ? "WHERE and a condition" : $"the ) of {_tokens.Written(first)}");
        return new(_tokens.Since(first), quantifier, item, source, where);
    }

    /// <summary>reduction := "reduce" "(" variable "=" expression "," variable "IN" expression "|" expression ")"</summary>
    private Expression.Reduction Reduction()
    {
        var first = _tokens.Take();
        _tokens.Take();
        var total = Taken();
        _tokens.Take();
        var start = OneExpression();
        Expect(TokenKind.Comma, "a comma, then: item IN list");
        var item = Variable("a name for the items");
        Expect(Keyword.In, "IN and a list");
        var source = OneExpression();
        Expect(TokenKind.Pipe, "| and the next total");
        var step = OneExpression();
        Expect(TokenKind.CloseParen, "the ) of reduce");
        return new(_tokens.Since(first), total, start, item, source, step);
    }

    /// <summary>subquery := ("EXISTS" | "COUNT") "{" (part ("," part)* [where] | regular) "}"</summary>
    private Expression.Subquery Subquery(SubqueryUse use)
    {
        var first = _tokens.Take();
        _tokens.Take();
        _depth += DepthOfQuery;
        var query = _tokens.Is(TokenKind.OpenParen) || IsPartName() ? BarePattern() : Regular(isInner: true);
        _depth -= DepthOfQuery;
        Expect(TokenKind.CloseBrace, $"the }} of {_tokens.Written(first)}");
        return new(_tokens.Since(first), use, query);
    }

    private bool IsPartName() =>
        SearchOf(_tokens.Next) is not null || IsVariable(_tokens.Next) && _tokens[_tokens.At + 1].Kind == TokenKind.Equal;

    private RegularQuery BarePattern()
    {
        var first = _tokens.Next;
        var parts = Parts(PatternUse.Match);
        var where = Where();
        var at = _tokens.Since(first);
        return new([new(at, [new Clause.Match(at, false, parts, where)])], []);
    }
}
