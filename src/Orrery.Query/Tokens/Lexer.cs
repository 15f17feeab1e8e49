using System.Globalization;
using System.Text;

namespace Orrery.Query;

/// <summary>Text to tokens. It never fails: what is no token becomes one that the parser stumbles over.</summary>
internal ref partial struct Lexer
{
    private readonly ReadOnlySpan<char> _text;
    private readonly List<Token> _tokens;
    private int _at;

    private Lexer(string text)
    {
        _text = text;
        _tokens = new(text.Length / 4 + 4);
    }

    /// <summary>All tokens; the last is <see cref="TokenKind.End"/>.</summary>
    public static List<Token> Read(string text)
    {
        Lexer lexer = new(text);
        while (lexer.SkipBlank() && lexer._at < text.Length)
            lexer.Next();
        lexer._tokens.Add(new(TokenKind.End, Keyword.None, text.Length, 0));
        return lexer._tokens;
    }

    private readonly char At(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    /// <summary>blank := white space | "//" to the end of the line | "/*" to "*/"</summary>
    private bool SkipBlank()
    {
        while (_at < _text.Length)
        {
            if (IsBlank(_text[_at]))
                _at++;
            else if (_text[_at] == '/' && At(1) == '/')
                _at = EndOfLine();
            else if (_text[_at] == '/' && At(1) == '*')
                SkipComment();
            else
                return true;
        }

        return true;
    }

    // A byte order mark is what editors leave at the beginning of files.
    private static bool IsBlank(char c) =>
        c <= ' '
            ? c is ' ' or (>= '\t' and <= '\r') or (>= '\x1c' and <= '\x1f')
            : c > '\x7f' && (char.IsWhiteSpace(c) || c is '\ufeff' or '\u180e');

    private readonly int EndOfLine()
    {
        var length = _text[_at..].IndexOfAny('\n', '\r');
        return length < 0 ? _text.Length : _at + length;
    }

    private void SkipComment()
    {
        var length = _text[(_at + 2)..].IndexOf("*/");
        if (length < 0)
            Add(TokenKind.UnclosedComment, _text.Length - _at);
        else
            _at += length + 4;
    }

    private void Next()
    {
        var c = _text[_at];
        if (char.IsAsciiLetter(c) || c == '_')
            Word();
        else if (char.IsAsciiDigit(c) || c == '.' && char.IsAsciiDigit(At(1)))
            Number();
        else if (c is '\'' or '"')
            Quoted(TokenKind.Text, TokenKind.UnclosedText);
        else if (c == '`')
            Quoted(TokenKind.QuotedName, TokenKind.UnclosedName);
        else if (c == '$')
            Parameter();
        else if (c < '\x80')
            Sign(c);
        else
            Foreign();
    }

    private void Add(TokenKind kind, int length)
    {
        _tokens.Add(new(kind, Keyword.None, _at, length));
        _at += length;
    }

    /// <summary>word := a letter or "_", then letters, digits, marks and "_" (Unicode's XID)</summary>
    private void Word()
    {
        var length = WordLength(_at);
        _tokens.Add(new(TokenKind.Word, Keywords.Of(_text.Slice(_at, length)), _at, length));
        _at += length;
    }

    private readonly int WordLength(int start)
    {
        var end = start;
        while (end < _text.Length)
        {
            var c = _text[end];
            if (char.IsAsciiLetterOrDigit(c) || c == '_')
                end++;
            else if (c >= '\x80' && RuneAt(end) is { } rune && IsWordPart(rune))
                end += rune.Utf16SequenceLength;
            else
                break;
        }

        return end - start;
    }

    private readonly Rune? RuneAt(int index) =>
        Rune.DecodeFromUtf16(_text[index..], out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : null;

    private static bool IsWordStart(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is <= UnicodeCategory.OtherLetter
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.ConnectorPunctuation;

    private static bool IsWordPart(Rune rune) =>
        IsWordStart(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber;

    /// <summary>parameter := "$" (word | digits | "`" name "`")</summary>
    private void Parameter()
    {
        var length = WordLength(_at + 1);
        if (length > 0)
            Add(TokenKind.Parameter, length + 1);
        else if (At(1) == '`' && QuotedLength(_at + 1) is > 0 and var quoted)
            Add(TokenKind.Parameter, quoted + 1);
        else
            Add(TokenKind.Stranger, 1);
    }

    private void Foreign()
    {
        var rune = RuneAt(_at);
        if (rune is { } start && IsWordStart(start))
            Word();
        else
            Add(KindOfForeign(_text[_at]), rune?.Utf16SequenceLength ?? 1);
    }

    // The dashes and arrow heads that openCypher 9 allows in arrows.
    private static TokenKind KindOfForeign(char c) =>
        c switch
        {
            '\u00ad' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\ufe58' or '\ufe63' or '\uff0d' => TokenKind.Dash,
            '\u27e8' or '\u3008' or '\ufe64' or '\uff1c' => TokenKind.LeftHead,
            '\u27e9' or '\u3009' or '\ufe65' or '\uff1e' => TokenKind.RightHead,
            _ => TokenKind.Stranger,
        };
}
