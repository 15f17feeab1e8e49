namespace Orrery.Query;

/// <summary>Signs, numbers and what stands between quotes.</summary>
internal ref partial struct Lexer
{
    private void Sign(char c)
    {
        var (kind, length) = (c, At(1)) switch
        {
            ('.', '.') => (TokenKind.DotDot, 2),
            ('<', '>') => (TokenKind.NotEqual, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('=', '~') => (TokenKind.Matches, 2),
            ('+', '=') => (TokenKind.PlusEquals, 2),
            ('=', '=') or ('!', '=') or ('&', '&') or ('|', '|') => (TokenKind.Stranger, 2),
            _ => (KindOf(c), 1),
        };
        Add(kind, length);
    }

    private static TokenKind KindOf(char c) =>
        c switch
        {
            '(' => TokenKind.OpenParen,
            ')' => TokenKind.CloseParen,
            '[' => TokenKind.OpenBracket,
            ']' => TokenKind.CloseBracket,
            '{' => TokenKind.OpenBrace,
            '}' => TokenKind.CloseBrace,
            ',' => TokenKind.Comma,
            ':' => TokenKind.Colon,
            '.' => TokenKind.Dot,
            ';' => TokenKind.Semicolon,
            '|' => TokenKind.Pipe,
            '+' => TokenKind.Plus,
            '-' => TokenKind.Minus,
            '*' => TokenKind.Star,
            '/' => TokenKind.Slash,
            '%' => TokenKind.Percent,
            '^' => TokenKind.Caret,
            '=' => TokenKind.Equal,
            '<' => TokenKind.Less,
            '>' => TokenKind.Greater,
            _ => TokenKind.Stranger,
        };

    /// <summary>number := digits ["." digits] [("e" | "E") ["+" | "-"] digits], and every letter that clings to it</summary>
    /// <remarks>A dot counts only before a digit, so that <c>1..3</c> is a range and <c>1.x</c> a property.</remarks>
    private void Number()
    {
        var end = _at + Digits(_at);
        var isOtherBase = _text[_at] == '0' && At(1) is 'x' or 'X' or 'o' or 'O';
        if (!isOtherBase)
        {
            if (end + 1 < _text.Length && _text[end] == '.' && char.IsAsciiDigit(_text[end + 1]))
                end += 1 + Digits(end + 1);
            if (end < _text.Length && _text[end] is 'e' or 'E')
                end += ExponentLength(end);
        }

        Add(TokenKind.Number, end + WordLength(end) - _at);
    }

    private readonly int Digits(int start)
    {
        var end = start;
        while (end < _text.Length && (char.IsAsciiDigit(_text[end]) || _text[end] == '_'))
            end++;
        return end - start;
    }

    private readonly int ExponentLength(int start)
    {
        var sign = start + 1 < _text.Length && _text[start + 1] is '+' or '-' ? 1 : 0;
        var digits = Digits(start + 1 + sign);
        return digits == 0 ? 0 : 1 + sign + digits;
    }

    private void Quoted(TokenKind closed, TokenKind unclosed)
    {
        var length = QuotedLength(_at);
        Add(length > 0 ? closed : unclosed, length > 0 ? length : _text.Length - _at);
    }

    /// <summary>quoted := quote (any other character | quote quote | "\" any character)* quote; names know no "\"</summary>
    /// <returns>0 when the second quote is missing.</returns>
    private readonly int QuotedLength(int start)
    {
        var quote = _text[start];
        for (var end = start + 1; end < _text.Length; end++)
        {
            if (_text[end] == '\\' && quote != '`')
                end++;
            else if (_text[end] == quote && end + 1 < _text.Length && _text[end + 1] == quote)
                end++;
            else if (_text[end] == quote)
                return end + 1 - start;
        }

        return 0;
    }
}
