namespace Orrery.Query;

/// <summary>Tokens one after the other, with a look ahead.</summary>
internal sealed class TokenReader
{
    private readonly List<Token> _tokens;

    public TokenReader(string text)
    {
        Text = text;
        _tokens = Lexer.Read(text);
        Brackets = Brackets.Of(_tokens);
    }

    public string Text { get; }

    public Brackets Brackets { get; }

    /// <summary>Index of the next token.</summary>
    public int At { get; private set; }

    public Token Next => _tokens[At];

    /// <summary>The token taken last; the first one when none was.</summary>
    public Token Last => _tokens[Math.Max(At - 1, 0)];

    /// <summary>The token at an index; the end beyond the last.</summary>
    public Token this[int index] => _tokens[Math.Min(index, _tokens.Count - 1)];

    public Token Take() => Next.Kind == TokenKind.End ? Next : _tokens[At++];

    public bool Is(TokenKind kind) => Next.Kind == kind;

    public bool Is(Keyword keyword) => Next.Keyword == keyword;

    public bool TryTake(TokenKind kind)
    {
        var isThere = Is(kind);
        if (isThere)
            At++;
        return isThere;
    }

    public bool TryTake(Keyword keyword)
    {
        var isThere = Is(keyword);
        if (isThere)
            At++;
        return isThere;
    }

    /// <summary>Takes two keywords that mean something together only: <c>ORDER BY</c>.</summary>
    public bool TryTake(Keyword first, Keyword second)
    {
        var isThere = Is(first) && this[At + 1].Keyword == second;
        if (isThere)
            At += 2;
        return isThere;
    }

    /// <summary>From the beginning of a token to the end of the one taken last.</summary>
    public TextSpan Since(Token first) => first.At.To(Last.At);

    public ReadOnlySpan<char> Written(Token token) => Text.AsSpan(token.Start, token.Length);

    public ReadOnlySpan<char> Written(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The name that a word, a quoted name or a parameter stands for.</summary>
    public string NameOf(Token token)
    {
        var written = Written(token);
        if (token.Kind == TokenKind.Parameter)
            written = written[1..];
        return written[0] == '`' ? written[1..^1].ToString().Replace("``", "`", StringComparison.Ordinal) : written.ToString();
    }
}
