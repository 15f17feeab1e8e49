namespace Orrery.Query;

/// <summary>Looking ahead whether brackets in an expression are a pattern: <c>(a)-[b]-(c)</c> could be subtractions.</summary>
/// <remarks>
/// Decided by shape alone, as openCypher does, and without reading anything twice: what stands in braces is passed over. Only the two
/// characters of <c>--</c> and of <c>&lt;-</c> must touch, so that <c>(a) - -(b)</c> and <c>(a) &lt; -(b)</c> stay arithmetic.
/// </remarks>
internal sealed partial class Parser
{
    private static bool IsArrowStart(TokenKind kind) =>
        kind is TokenKind.Minus or TokenKind.Less or TokenKind.Dash or TokenKind.LeftHead;

    private static bool IsLine(TokenKind kind) => kind is TokenKind.Minus or TokenKind.Dash;

    /// <summary>Whether a pattern with at least one relation begins at the token at an index.</summary>
    private bool IsPattern(int start) => NodeEnd(start) is { } node && ArrowEnd(node) is not null;

    /// <summary>The index behind the pattern that begins at an index, or null when none does.</summary>
    private int? PatternEnd(int start)
    {
        var end = NodeEnd(start);
        var hasArrow = false;
        while (end is { } node && ArrowEnd(node) is { } arrow)
        {
            hasArrow = true;
            end = NodeEnd(arrow);
        }

        return hasArrow ? end : null;
    }

    private int? NodeEnd(int start)
    {
        if (_tokens[start].Kind != TokenKind.OpenParen || _tokens.Brackets.Closing(start) is not (> 0 and var close))
            return null;
        var at = start + 1;
        if (IsVariable(_tokens[at]))
            at++;
        while (_tokens[at].Kind == TokenKind.Colon && IsName(_tokens[at + 1]))
            at += 2;
        return PropertiesEnd(at) == close ? close + 1 : null;
    }

    private int PropertiesEnd(int start) =>
        _tokens[start].Kind switch
        {
            TokenKind.OpenBrace => _tokens.Brackets.Closing(start) + 1,
            TokenKind.Parameter => start + 1,
            _ => start,
        };

    /// <returns>The index of the bracket of the next node.</returns>
    private int? ArrowEnd(int start)
    {
        var at = start;
        if (_tokens[at].Kind is TokenKind.Less or TokenKind.LeftHead)
        {
            if (_tokens[at].End != _tokens[at + 1].Start)
                return null;
            at++;
        }

        if (!IsLine(_tokens[at].Kind))
            return null;
        if (LineEnd(at) is not { } end)
            return null;
        if (_tokens[end].Kind is TokenKind.Greater or TokenKind.RightHead)
            end++;
        return _tokens[end].Kind == TokenKind.OpenParen ? end : null;
    }

    private int? LineEnd(int dash)
    {
        var next = _tokens[dash + 1];
        if (IsLine(next.Kind))
            return next.Start == _tokens[dash].End ? dash + 2 : null;
        if (next.Kind != TokenKind.OpenBracket || _tokens.Brackets.Closing(dash + 1) is not (> 0 and var close))
            return null;
        return IsDetail(dash + 2, close) && IsLine(_tokens[close + 1].Kind) ? close + 2 : null;
    }

    private bool IsDetail(int start, int close)
    {
        var after = IsVariable(_tokens[start]) ? start + 1 : start;
        return after == close
            || _tokens[after].Kind is TokenKind.Colon or TokenKind.Star or TokenKind.OpenBrace or TokenKind.Parameter;
    }

    /// <summary>Whether a comma separates items directly inside the brackets that open at an index.</summary>
    private bool HasItems(int open)
    {
        var close = _tokens.Brackets.Closing(open);
        for (var at = open + 1; at < close; at = Math.Max(at, _tokens.Brackets.Closing(at)) + 1)
        {
            if (_tokens[at].Kind == TokenKind.Comma)
                return true;
        }

        return false;
    }
}
