using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>Text to tree, by recursive descent: one method a production, with the grammar as its comment.</summary>
/// <remarks>
/// Words in quotes are keywords in any case. Keywords are free as property keys, labels, types and map keys, and most of them as functions and
/// variables. Time and memory grow with the text, whatever it says: looking ahead never runs past a bracket twice.
/// </remarks>
internal sealed partial class Parser
{
    /// <summary>The longest text read, in characters. Longer ones are lists that belong into parameters.</summary>
    public const int LongestText = 1 << 18;

    /// <summary>The most expressions inside one another (a query in braces counts as four), so that neither this nor a walk over the tree runs out of stack.</summary>
    public const int DeepestNesting = 120;

    /// <summary>The most levels of an expression's tree; a chain such as <c>a + b + c</c> has one for each operator, AND and OR excepted.</summary>
    public const int TallestTree = 1_000;

    /// <summary>The most clauses of a query, nodes in its patterns, and columns. Each clause and node is a step that waits for the one before it, one inside another.</summary>
    public const int MostSteps = 1_000;

    private readonly TokenReader _tokens;
    private int _clauses;
    private int _nodes;
    private int _depth;
    private int _height;

    private Parser(string text) => _tokens = new(text);

    /// <summary>Reads a whole query.</summary>
    /// <exception cref="QueryException">The text is no query; the fault says where and what to type.</exception>
    public static QueryTree Parse(string text) =>
        text.Length > LongestText ? throw QueryFaults.TooLong(text.Length, LongestText) : new Parser(text).Whole();

    /// <summary>whole := prefix* regular [";"]</summary>
    private QueryTree Whole()
    {
        var (when, wanted) = Prefixes();
        var query = Regular(isInner: false);
        if (_tokens.TryTake(TokenKind.Semicolon) && !_tokens.Is(TokenKind.End))
            throw QueryFaults.Senseless(_tokens.Next.At, "A second query begins here.", "Ask one query at a time.");
        return _tokens.Is(TokenKind.End) ? new(when, wanted, query) : throw AfterClauses(query.Parts[^1]);
    }

    /// <summary>prefix := "VALID" "AT" ("ANY" | expression) | "KNOWN" "AT" expression | "EXPLAIN" | "PROFILE"</summary>
    /// <remarks>In any order, each at most once. The moment of a question is said before it, since it holds for all of its clauses.</remarks>
    private (WhenPrefix When, WantedAnswer Wanted) Prefixes()
    {
        var when = WhenPrefix.None;
        var wanted = WantedAnswer.Rows;
        while (true)
        {
            var first = _tokens.Next;
            if (_tokens.TryTake(Keyword.Valid, Keyword.At))
                when = when is { Valid: null, IsAnyTime: false } ? ValidAt(when) : throw Twice(first, "VALID AT");
            else if (_tokens.TryTake(Keyword.Known, Keyword.At))
                when = when.Known is null ? when with { Known = OneExpression() } : throw Twice(first, "KNOWN AT");
            else if (_tokens.TryTake(Keyword.Explain))
                wanted = wanted == WantedAnswer.Rows ? WantedAnswer.Plan : throw Twice(first, "EXPLAIN or PROFILE");
            else if (_tokens.TryTake(Keyword.Profile))
                wanted = wanted == WantedAnswer.Rows ? WantedAnswer.Profile : throw Twice(first, "EXPLAIN or PROFILE");
            else
                return (when, wanted);
        }
    }

    private WhenPrefix ValidAt(WhenPrefix when)
    {
        var isAny = _tokens.Is(Keyword.Any) && _tokens[_tokens.At + 1].Kind != TokenKind.OpenParen;
        if (!isAny)
            return when with { Valid = OneExpression() };
        _tokens.Take();
        return when with { IsAnyTime = true };
    }

    /// <summary>regular := single ("UNION" ["ALL" | "DISTINCT"] single)*</summary>
    private RegularQuery Regular(bool isInner)
    {
        var parts = ImmutableArray.CreateBuilder<SingleQuery>(1);
        var isAll = ImmutableArray.CreateBuilder<bool>(0);
        parts.Add(Single(isInner));
        while (_tokens.Is(Keyword.Union))
        {
            var union = _tokens.Take();
            isAll.Add(_tokens.TryTake(Keyword.All));
            if (!isAll[^1])
                _tokens.TryTake(Keyword.Distinct);
            if (isAll[^1] != isAll[0])
                throw QueryFaults.Composition(union.At, "UNION and UNION ALL stand in one query.", "Use one of them throughout.");
            parts.Add(Single(isInner));
        }

        RegularQuery query = new(parts.DrainToImmutable(), isAll.DrainToImmutable());
        CheckCalls(query, isInner);
        return query;
    }

    /// <summary>single := clause+, of which the last gives back or changes something</summary>
    private SingleQuery Single(bool isInner)
    {
        var first = _tokens.Next;
        var clauses = ImmutableArray.CreateBuilder<Clause>(2);
        while (OneClause() is { } clause)
        {
            if (++_clauses > MostSteps)
                throw QueryFaults.TooMany("clauses", MostSteps, clause.At);
            if (isInner && IsUpdating(clause))
                throw QueryFaults.Composition(
                    clause.At,
                    "A query in braces changes nothing.",
                    "Take this clause out of the braces."
                );
            if (clauses is [.., Clause.Return])
                throw AfterReturn(clause);
            clauses.Add(clause);
        }

        if (clauses.Count == 0)
            throw NoClause();
        if (!isInner && !IsUpdating(clauses[^1]) && clauses[^1] is not (Clause.Return or Clause.Call))
            throw NoReturn(clauses[^1]);
        return new(_tokens.Since(first), clauses.DrainToImmutable());
    }

    private static bool IsUpdating(Clause clause) =>
        clause is Clause.Create or Clause.Merge or Clause.Set or Clause.Remove or Clause.Delete;

    // Only a CALL that is the whole query takes its arguments from the parameters, or yields all.
    private static void CheckCalls(RegularQuery query, bool isInner)
    {
        if (!isInner && query.Parts is [{ Clauses: [Clause.Call] }])
            return;
        foreach (var call in query.Parts.SelectMany(part => part.Clauses).OfType<Clause.Call>())
        {
            if (call.Arguments is null)
                throw QueryFaults.ImplicitArguments(call.Procedure.At, call.Procedure.Text);
            if (call.YieldsAll)
                throw YieldsAllAmongOthers(call);
        }
    }

    /// <summary>Grows the expression that is being read by so many levels.</summary>
    private void Grow(int levels)
    {
        _height += levels;
        if (_height > TallestTree)
            throw QueryFaults.TooDeep(_tokens.Last.At);
    }
}
