using System.Text;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What to say where the text goes on otherwise than expected.</summary>
internal sealed partial class Parser
{
    private const int ShortestSlip = 3;

    /// <summary>Says what was expected and what stands there; or, when that is why, what was opened and never closed.</summary>
    private QueryException Stumble(string expected) => Stumble(expected, null);

    private QueryException Stumble(string expected, string? remedy)
    {
        var token = _tokens.Next;
        return Broken(token)
            ?? Astray()
            ?? QueryFaults.Unexpected(token.At, expected, Found(token), Slip(token) ?? remedy ?? PlainRemedy(token));
    }

    private string Found(Token token) =>
        token.Kind switch
        {
            TokenKind.End => "the end of the query",
            TokenKind.Text => _tokens.Written(token).ToString() is { Length: <= 40 } text ? text : "a text",
            _ => QueryFaults.Quoted(_tokens.Written(token)),
        };

    private string PlainRemedy(Token token) =>
        token.Kind switch
        {
            TokenKind.End => "Add it at the end.",
            TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace =>
                "Put it before the bracket, or take the bracket away.",
            _ => $"Put it before {Found(token)}, or take that away.",
        };

    private QueryException? Broken(Token token)
    {
        var written = _tokens.Written(token);
        return token.Kind switch
        {
            TokenKind.UnclosedText => QueryFaults.Unclosed("text", written[..1].ToString(), new(token.Start, 1)),
            TokenKind.UnclosedName => QueryFaults.Unclosed("name", "`", new(token.Start, 1)),
            TokenKind.UnclosedComment => QueryFaults.Unclosed("comment", "*/", new(token.Start, 2)),
            TokenKind.Dash or TokenKind.LeftHead or TokenKind.RightHead => QueryFaults.ForeignCharacter(
                written.ToString(),
                token.At
            ),
            TokenKind.Stranger when written[0] >= '\x80' => QueryFaults.ForeignCharacter(Shown(written), token.At),
            TokenKind.Stranger => QueryFaults.Senseless(token.At, $"'{Shown(written)}' means nothing here.", RemedyOf(written)),
            _ => null,
        };
    }

    private static string Shown(ReadOnlySpan<char> written) =>
        Rune.DecodeFromUtf16(written, out var rune, out _) == System.Buffers.OperationStatus.Done && !Rune.IsControl(rune)
            ? written.ToString()
            : $"\\u{(int)written[0]:X4}";

    private static string RemedyOf(ReadOnlySpan<char> written) =>
        written switch
        {
            "==" => "Equality is written with one =.",
            "!=" => "Unequal is written <>.",
            "&&" => "Write AND.",
            "||" => "Write OR; texts and lists are joined with +.",
            "!" => "Write NOT.",
            "&" => "Write AND; several labels are written n:One:Other.",
            "$" => "A parameter is a $ with a name: $name.",
            "~" => "A regular expression is tested with =~.",
            "#" => "A comment starts with //.",
            "@" or "?" => "A parameter is written $name.",
            _ => "Take it away. Names with such characters go in backticks.",
        };

    // The bracket that is missing its other half is to blame for what comes after it, and for nothing before.
    private QueryException? Astray()
    {
        if (_tokens.Brackets.Astray is not var (open, close) || open >= _tokens.At || close < _tokens.At)
            return null;
        var opening = _tokens[open];
        var sign = _tokens.Written(opening).ToString();
        var closing = sign switch
        {
            "(" => ")",
            "[" => "]",
            _ => "}",
        };
        return close is null
            ? QueryFaults.Unclosed(sign, closing, opening.At)
            : QueryFaults.Senseless(
                opening.At,
                $"This {sign} is closed by {_tokens.Written(_tokens[close.Value])}.",
                $"Type {closing} where it ends."
            );
    }

    /// <summary>What was meant by a word that is nearly a keyword.</summary>
    private string? Slip(Token token)
    {
        if (token is not { Kind: TokenKind.Word, Keyword: Keyword.None, Length: >= ShortestSlip })
            return null;
        var word = _tokens.Written(token).ToString().ToUpperInvariant();
        return Nearest.Advice(word, Keywords.Words, "") is { Length: > 0 } advice ? advice
            : word == "LIKE" ? "Write CONTAINS, STARTS WITH, ENDS WITH or =~."
            : word == "BETWEEN" ? "Write low <= n.key <= high."
            : null;
    }

    /// <summary>How a clause of other languages is said in this one.</summary>
    private string? ClauseOfOthers(Token token) =>
        token.Kind != TokenKind.Word
            ? null
            : _tokens.Written(token).ToString().ToUpperInvariant() switch
            {
                "SELECT" => "Say what to look for and what to give back: MATCH (n:Label) RETURN n.",
                "FROM" => "Name what to look for in a pattern: MATCH (n:Label).",
                "INSERT" => "Write CREATE (n:Label {key: value}).",
                "UPDATE" => "Write MATCH (n) SET n.key = value.",
                "GROUP" => "Rows are grouped by the columns beside an aggregate: RETURN n.status, count(*).",
                "HAVING" => "Filter after an aggregate with WITH ... WHERE.",
                "JOIN" => "Join in the pattern: MATCH (a)-[:TYPE]->(b).",
                "FOREACH" => "Write UNWIND list AS item, and the clauses for each item behind it.",
                _ => null,
            };
}
