using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>Patterns.</summary>
internal sealed partial class Parser
{
    /// <summary>What a pattern is for: some take less than others.</summary>
    private enum PatternUse
    {
        Match,
        Question,
        Create,
        Merge,
    }

    /// <summary>parts := part ("," part)*</summary>
    private ImmutableArray<PatternPart> Parts(PatternUse use)
    {
        var parts = ImmutableArray.CreateBuilder<PatternPart>(1);
        do parts.Add(Part(use));
        while (_tokens.TryTake(TokenKind.Comma));
        return parts.DrainToImmutable();
    }

    /// <summary>part := [variable "="] (search | element)</summary>
    private PatternPart Part(PatternUse use)
    {
        var first = _tokens.Next;
        var isNamed = IsVariable(first) && _tokens[_tokens.At + 1].Kind == TokenKind.Equal;
        var name = isNamed ? Taken() : null;
        if (isNamed)
            _tokens.Take();
        var part = SearchOf(_tokens.Next) is { } search ? Search(search, use) : Element(use);
        return part with { Variable = name, At = _tokens.Since(first) };
    }

    private static PathSearch? SearchOf(Token token) =>
        token.Keyword switch
        {
            Keyword.ShortestPath => PathSearch.Shortest,
            Keyword.AllShortestPaths => PathSearch.AllShortest,
            _ => null,
        };

    /// <summary>search := ("shortestPath" | "allShortestPaths") "(" node relation node ")"</summary>
    private PatternPart Search(PathSearch search, PatternUse use)
    {
        var word = _tokens.Take();
        if (IsMaking(use))
            throw SearchToMake(word, use);
        Expect(TokenKind.OpenParen, $"( after {_tokens.Written(word)}");
        var element = Element(use);
        Expect(TokenKind.CloseParen, $"the ) of {_tokens.Written(word)}");
        if (element.Steps.Length != 1)
            throw SearchOfMany(word, element.At);
        return element with { Search = search };
    }

    /// <summary>element := "(" element ")" | node (relation node)*</summary>
    private PatternPart Element(PatternUse use)
    {
        var first = _tokens.Next;
        var isInBrackets = _tokens.Is(TokenKind.OpenParen) && _tokens[_tokens.At + 1].Kind == TokenKind.OpenParen;
        var brackets = 0;
        for (; isInBrackets && _tokens[_tokens.At + 1].Kind == TokenKind.OpenParen; brackets++)
            _tokens.Take();
        var start = Node(use);
        var steps = ImmutableArray.CreateBuilder<PatternStep>(1);
        while (use == PatternUse.Question ? ArrowEnd(_tokens.At) is not null : IsArrowStart(_tokens.Next.Kind))
            steps.Add(new(Relation(use), Node(use)));
        for (; brackets > 0; brackets--)
            Expect(TokenKind.CloseParen, "the ) around the pattern");
        return new(_tokens.Since(first), null, PathSearch.All, start, steps.DrainToImmutable());
    }

    /// <summary>node := "(" [variable] [labels] [map | parameter] ")"</summary>
    private NodePattern Node(PatternUse use)
    {
        var first = _tokens.Next;
        if (!_tokens.TryTake(TokenKind.OpenParen))
            throw Stumble("a node in round brackets", "Nodes are written (n), (n:Label) or (n {key: value}).");
        var name = IsName(_tokens.Next) ? Variable("a variable, a label or )") : null;
        var labels = _tokens.Is(TokenKind.Colon) ? Labels() : [];
        var properties = Properties(use);
        if (!_tokens.TryTake(TokenKind.CloseParen))
            throw Stumble("the ) of the node", NodeRemedy(_tokens.Next));
        if (use != PatternUse.Create && ++_nodes > MostSteps)
            throw QueryFaults.TooMany("nodes in its patterns", MostSteps, _tokens.Since(first));
        return new(_tokens.Since(first), name, labels, properties);
    }

    private static string? NodeRemedy(Token token) =>
        token switch
        {
            { Kind: TokenKind.Pipe } => "To look for any of several labels, write WHERE n:One OR n:Other behind the pattern.",
            { Keyword: Keyword.Where } => "Put WHERE behind the pattern: MATCH (n) WHERE ...",
            { Kind: TokenKind.Word } => "A label follows a colon, and properties stand in braces: (n:Label {key: value}).",
            _ => null,
        };

    private Expression? Properties(PatternUse use)
    {
        if (_tokens.Is(TokenKind.OpenBrace))
            return Map();
        if (!_tokens.Is(TokenKind.Parameter))
            return null;
        return use == PatternUse.Create ? Parameter() : throw ParameterAsProperties(use);
    }

    /// <summary>relation := ["&lt;"] "-" ["[" detail "]"] "-" [">"]; dashes and heads of Unicode will do</summary>
    private RelationPattern Relation(PatternUse use)
    {
        var first = _tokens.Next;
        var isLeft = _tokens.TryTake(TokenKind.Less) || _tokens.TryTake(TokenKind.LeftHead);
        ArrowLine("- of the relation");
        var detail = _tokens.TryTake(TokenKind.OpenBracket) ? Detail(use) : new(default, null, [], default, null, null);
        ArrowLine("- after the relation");
        var isRight = _tokens.TryTake(TokenKind.Greater) || _tokens.TryTake(TokenKind.RightHead);
        var direction =
            isLeft == isRight ? ArrowDirection.Either
            : isLeft ? ArrowDirection.Left
            : ArrowDirection.Right;
        var relation = detail with { At = _tokens.Since(first), Direction = direction };
        if (use == PatternUse.Create && direction == ArrowDirection.Either)
            throw QueryFaults.CreatesUndirected(relation.At);
        return relation;
    }

    private void ArrowLine(string expected)
    {
        if (!_tokens.TryTake(TokenKind.Minus) && !_tokens.TryTake(TokenKind.Dash))
            throw Stumble(expected);
    }

    /// <summary>detail := [variable] [":" symbol ("|" [":"] symbol)*] [hops] [map | parameter] "]"</summary>
    private RelationPattern Detail(PatternUse use)
    {
        var name = IsName(_tokens.Next) ? Variable("a variable, a type or ]") : null;
        var types = ImmutableArray.CreateBuilder<Name>(0);
        if (_tokens.TryTake(TokenKind.Colon))
        {
            types.Add(NameOf("a relation type"));
            while (_tokens.TryTake(TokenKind.Pipe))
            {
                _tokens.TryTake(TokenKind.Colon);
                types.Add(NameOf("a relation type"));
            }
        }

        var hops = Hops();
        if (hops is { } many && IsMaking(use))
            throw QueryFaults.CreatesManyHops(many.At, ClauseOf(use));
        var properties = Properties(use);
        Expect(TokenKind.CloseBracket, "the ] of the relation");
        return new(default, name, types.DrainToImmutable(), default, hops, properties);
    }

    /// <summary>hops := "*" [number | [number] ".." [number]]</summary>
    private HopRange? Hops()
    {
        var first = _tokens.Next;
        if (first.Kind == TokenKind.DotDot)
            throw QueryFaults.BadRange(first.At, "..");
        if (!_tokens.TryTake(TokenKind.Star))
            return null;
        var fewest = Bound();
        var most = _tokens.TryTake(TokenKind.DotDot) ? Bound() : fewest;
        if (_tokens.Is(TokenKind.Minus))
            throw QueryFaults.BadRange(first.At.To(_tokens.Next.At), _tokens.Written(first.At.To(_tokens.Next.At)));
        return new(_tokens.Since(first), fewest, most);
    }

    private long? Bound()
    {
        if (!_tokens.Is(TokenKind.Number))
            return null;
        var number = _tokens.Take();
        var value = Literals.Number(_tokens.Written(number), number.At, isNegative: false);
        return value is Graph.Value.Integer { Number: var hops }
            ? hops
            : throw QueryFaults.BadRange(number.At, _tokens.Written(number));
    }

    private static bool IsMaking(PatternUse use) => use is PatternUse.Create or PatternUse.Merge;

    private static string ClauseOf(PatternUse use) =>
        use == PatternUse.Question ? "A pattern that is asked about" : use.ToString().ToUpperInvariant();
}
