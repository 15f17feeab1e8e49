namespace Orrery.Query;

/// <summary>What a token is. Words carry their <see cref="Keyword"/> beside; what can be no token is one of the last four, so that a parser faults where it gets there.</summary>
internal enum TokenKind : byte
{
    End,
    Word,

    /// <summary><c>`any name`</c></summary>
    QuotedName,

    /// <summary><c>$name</c>, <c>$1</c>, <c>$`any name`</c></summary>
    Parameter,

    /// <summary>Between single or double quotes.</summary>
    Text,

    /// <summary>Starts like a number; whether it is one shows when its value is read.</summary>
    Number,

    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,

    Comma,
    Colon,
    Dot,
    DotDot,
    Semicolon,
    Pipe,

    Plus,
    PlusEquals,
    Minus,
    Star,
    Slash,
    Percent,
    Caret,

    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Matches,

    /// <summary>A dash of Unicode: part of an arrow, but no minus.</summary>
    Dash,

    /// <summary>A left arrow head of Unicode: part of an arrow, but no comparison.</summary>
    LeftHead,

    /// <summary>A right arrow head of Unicode.</summary>
    RightHead,

    /// <summary>A text without its second quote; reaches to the end.</summary>
    UnclosedText,

    /// <summary>A name without its second backtick; reaches to the end.</summary>
    UnclosedName,

    /// <summary><c>/*</c> without <c>*/</c>; reaches to the end.</summary>
    UnclosedComment,

    /// <summary>What means nothing here, operators of other languages among them.</summary>
    Stranger,
}
