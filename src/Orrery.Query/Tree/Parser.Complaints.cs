namespace Orrery.Query;

/// <summary>What to say of what never makes sense.</summary>
internal sealed partial class Parser
{
    private static QueryException Twice(Token first, string what) =>
        QueryFaults.Senseless(first.At, $"{what} stands here a second time.", "Say it once.");

    private QueryException NoClause()
    {
        var token = _tokens.Next;
        return token.Kind switch
        {
            TokenKind.End when token.Start == 0 || _tokens.At == 0 => QueryFaults.Senseless(
                token.At,
                "Nothing is asked.",
                "Type a query, for example MATCH (n) RETURN n LIMIT 10."
            ),
            _ when token.Keyword == Keyword.Where => QueryFaults.Unexpected(
                token.At,
                "a clause",
                Found(token),
                "WHERE follows a MATCH, WITH or YIELD. Say first what to look for: MATCH (n) WHERE ..."
            ),
            _ => Stumble(
                "a clause",
                ClauseOfOthers(token) ?? "A query starts with a clause like MATCH, UNWIND, WITH, RETURN, CALL, CREATE or MERGE."
            ),
        };
    }

    private QueryException NoReturn(Clause last)
    {
        if (!IsOver)
            return AfterClause(last);
        var name = NameOf(last);
        return QueryFaults.Composition(
            last.At,
            $"The query ends with {name} and gives nothing back.",
            "Add RETURN and what you want to see, for example RETURN *."
        );
    }

    private bool IsOver => _tokens.Next.Kind is TokenKind.End or TokenKind.Semicolon || _tokens.Is(Keyword.Union);

    private QueryException AfterClauses(SingleQuery last) => AfterClause(last.Clauses[^1]);

    private QueryException AfterClause(Clause last)
    {
        var expected = $"more of {NameOf(last)}, or the next clause";
        if (_tokens.Is(Keyword.Where))
            return Stumble(
                expected,
                "WHERE stands once, right behind the patterns of a MATCH or the columns of a WITH or YIELD. Join conditions with AND."
            );
        var remedy =
            IsLeftAlone() && IsOperand(_tokens.Next) ? FunctionRemedy
            : last is Clause.With or Clause.Return ? "Between columns stands a comma, between values an operator."
            : "Check the spelling of what stands before it.";
        return Stumble(expected, ClauseOfOthers(_tokens.Next) ?? remedy);
    }

    // A name by itself, where the name of a function may be meant.
    private bool IsLeftAlone() =>
        _tokens.Last is { Kind: TokenKind.Word, Keyword: Keyword.None or Keyword.Count }
        && _tokens[Math.Max(_tokens.At - 2, 0)].Kind is not (TokenKind.Dot or TokenKind.Colon);

    private static bool IsOperand(Token token) =>
        token.Kind is TokenKind.Text or TokenKind.Number or TokenKind.Parameter or TokenKind.QuotedName
        || token is { Kind: TokenKind.Word, Keyword: Keyword.None };

    private string FunctionRemedy
    {
        get
        {
            var name = _tokens.Written(_tokens.Last);
            return $"Between columns stands a comma. If {name} is a function, its arguments go in brackets: {name}(...).";
        }
    }

    private static QueryException AfterReturn(Clause clause) =>
        QueryFaults.Composition(
            clause.At,
            $"{NameOf(clause)} comes after RETURN.",
            "RETURN is the last clause. To go on with its columns, write WITH instead; to add rows, put UNION between."
        );

    private static QueryException YieldsAllAmongOthers(Clause.Call call) =>
        QueryFaults.Unexpected(
            call.At,
            "the columns to yield",
            "'*'",
            "Name them: YIELD one, other. * is for a CALL that is the whole query."
        );

    private QueryException CallOfQuery() =>
        QueryFaults.Unexpected(
            _tokens.Next.At,
            "the name of a procedure",
            Found(_tokens.Next),
            "Queries in braces are asked with EXISTS { ... } and COUNT { ... }; go on with WITH instead."
        );

    private QueryException NoTarget(Expression target, string clause) =>
        QueryFaults.Unexpected(
            target.At,
            "a property or labels",
            QueryFaults.Quoted(_tokens.Written(target.At)),
            $"Write {clause} n.key{(clause == "SET" ? " = value" : "")} or {clause} n:Label."
        );

    private QueryException ReservedWord(string expected)
    {
        var word = _tokens.Written(_tokens.Next).ToString();
        return QueryFaults.Unexpected(_tokens.Next.At, expected, $"the keyword {word}", $"To use it as a name, write `{word}`.");
    }

    private QueryException NoExpression(Token token)
    {
        var word = _tokens.Written(token).ToString();
        var remedy =
            token.Keyword == Keyword.Not
                ? "Put the NOT and what it negates in brackets: (NOT x)."
                : $"Something is missing before {word.ToUpperInvariant()}. If it is meant as a name, write `{word}`.";
        return Astray() ?? QueryFaults.Unexpected(token.At, "an expression", $"the keyword {word}", remedy);
    }

    private QueryException ParameterAsProperties(PatternUse use) =>
        QueryFaults.ParameterAsProperties(_tokens.Next.At, _tokens.Written(_tokens.Next).ToString(), ClauseOf(use));

    private static QueryException PatternAsValue(TextSpan at) =>
        QueryFaults.Senseless(
            at,
            "A pattern stands where a value is expected.",
            "Ask whether it is there with exists(...) or EXISTS { ... }, count it with COUNT { ... }, or list it with [... | x]."
        );

    private QueryException SearchAsValue(Token word) =>
        QueryFaults.Senseless(
            word.At,
            $"{_tokens.Written(word)} stands where a value is expected.",
            $"Look for the path first: MATCH p = {_tokens.Written(word)}((a)-[*]-(b))."
        );

    private QueryException SearchToMake(Token word, PatternUse use) =>
        QueryFaults.Senseless(
            word.At,
            $"{ClauseOf(use)} makes relations, and cannot look for {_tokens.Written(word)}.",
            "Look for it with MATCH, or write out what is to be made."
        );

    private QueryException SearchOfMany(Token word, TextSpan at) =>
        QueryFaults.Senseless(
            at,
            $"{_tokens.Written(word)} takes one relation between two nodes.",
            $"Write {_tokens.Written(word)}((a)-[:TYPE*]-(b))."
        );

    private static string NameOf(Clause clause) =>
        clause switch
        {
            Clause.Match { IsOptional: true } => "OPTIONAL MATCH",
            Clause.Delete { IsDetaching: true } => "DETACH DELETE",
            _ => clause.GetType().Name.ToUpperInvariant(),
        };
}
