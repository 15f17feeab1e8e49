using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>Clauses that read and give back.</summary>
internal sealed partial class Parser
{
    /// <summary>clause := match | unwind | with | return | call | create | merge | set | remove | delete</summary>
    /// <returns>Null when no clause begins here.</returns>
    private Clause? OneClause()
    {
        var first = _tokens.Next;
        return first.Keyword switch
        {
            Keyword.Match or Keyword.Optional => Match(first),
            Keyword.Unwind => Unwind(first),
            Keyword.With => With(first),
            Keyword.Return => Return(first),
            Keyword.Call => Call(first),
            Keyword.Create => Create(first),
            Keyword.Merge => Merge(first),
            Keyword.Set => Set(first),
            Keyword.Remove => Remove(first),
            Keyword.Delete or Keyword.Detach => Delete(first),
            _ => null,
        };
    }

    /// <summary>match := ["OPTIONAL"] "MATCH" part ("," part)* [where]</summary>
    private Clause.Match Match(Token first)
    {
        var isOptional = _tokens.TryTake(Keyword.Optional);
        Expect(Keyword.Match, "MATCH after OPTIONAL");
        var parts = Parts(PatternUse.Match);
        var where = Where();
        return new(_tokens.Since(first), isOptional, parts, where);
    }

    /// <summary>where := "WHERE" condition</summary>
    private Expression? Where() => _tokens.TryTake(Keyword.Where) ? Condition() : null;

    /// <summary>unwind := "UNWIND" expression "AS" variable</summary>
    private Clause.Unwind Unwind(Token first)
    {
        _tokens.Take();
        var list = OneExpression();
        Expect(Keyword.As, "AS and a name for the items");
        var variable = Variable("a name for the items");
        return new(_tokens.Since(first), list, variable);
    }

    /// <summary>with := "WITH" projection [where]</summary>
    private Clause.With With(Token first)
    {
        _tokens.Take();
        var projection = Projection();
        var where = Where();
        return new(_tokens.Since(first), projection, where);
    }

    /// <summary>return := "RETURN" projection</summary>
    private Clause.Return Return(Token first)
    {
        _tokens.Take();
        var projection = Projection();
        return new(_tokens.Since(first), projection);
    }

    /// <summary>projection := ["DISTINCT"] ("*" | item) ("," item)* [order] [("SKIP" | "OFFSET") expression] ["LIMIT" expression]</summary>
    private Projection Projection()
    {
        var isDistinct = _tokens.TryTake(Keyword.Distinct);
        var includesAll = _tokens.TryTake(TokenKind.Star);
        var items = ImmutableArray.CreateBuilder<ProjectionItem>(2);
        if (!includesAll)
            items.Add(Item());
        while (_tokens.TryTake(TokenKind.Comma))
        {
            if (items.Count == MostSteps)
                throw QueryFaults.TooMany("columns", MostSteps, _tokens.Next.At);
            items.Add(Item());
        }

        var order = Order();
        var skip = _tokens.TryTake(Keyword.Skip) || _tokens.TryTake(Keyword.Offset) ? OneExpression() : null;
        var limit = _tokens.TryTake(Keyword.Limit) ? OneExpression() : null;
        return new(isDistinct, includesAll, items.DrainToImmutable(), order, skip, limit);
    }

    /// <summary>item := expression ["AS" variable]</summary>
    private ProjectionItem Item()
    {
        var first = _tokens.Next;
        var expression = OneExpression();
        var text = _tokens.Written(_tokens.Since(first)).ToString();
        return new(expression, _tokens.TryTake(Keyword.As) ? Variable("a name for the column") : null, text);
    }

    /// <summary>order := "ORDER" "BY" key ("," key)*</summary>
    private ImmutableArray<SortKey> Order()
    {
        if (!_tokens.TryTake(Keyword.Order))
            return [];
        Expect(Keyword.By, "BY after ORDER");
        var keys = ImmutableArray.CreateBuilder<SortKey>(1);
        do
        {
            if (keys.Count == MostSteps)
                throw QueryFaults.TooMany("keys in ORDER BY", MostSteps, _tokens.Next.At);
            keys.Add(SortKey());
        } while (_tokens.TryTake(TokenKind.Comma));
        return keys.DrainToImmutable();
    }

    /// <summary>key := expression ["ASC" | "ASCENDING" | "DESC" | "DESCENDING"]</summary>
    private SortKey SortKey()
    {
        var expression = OneExpression();
        var isDescending = _tokens.TryTake(Keyword.Desc) || _tokens.TryTake(Keyword.Descending);
        if (!isDescending && !_tokens.TryTake(Keyword.Asc))
            _tokens.TryTake(Keyword.Ascending);
        return new(expression, isDescending);
    }

    /// <summary>call := "CALL" dotted ["(" [expression ("," expression)*] ")"] [yield [where]]</summary>
    private Clause.Call Call(Token first)
    {
        _tokens.Take();
        if (_tokens.Is(TokenKind.OpenBrace))
            throw CallOfQuery();
        var procedure = Dotted("the name of a procedure");
        ImmutableArray<Expression>? arguments = _tokens.Is(TokenKind.OpenParen) ? Arguments(procedure.Text) : null;
        var yield = Yield(out var yieldsAll);
        var where = yield is null ? null : Where();
        return new(_tokens.Since(first), procedure, arguments, yield, where) { YieldsAll = yieldsAll };
    }

    /// <summary>yield := "YIELD" ("*" | "-" | name ["AS" variable] ("," name ["AS" variable])*)</summary>
    private ImmutableArray<YieldItem>? Yield(out bool yieldsAll)
    {
        yieldsAll = false;
        if (!_tokens.TryTake(Keyword.Yield))
            return null;
        yieldsAll = _tokens.TryTake(TokenKind.Star);
        if (yieldsAll || _tokens.TryTake(TokenKind.Minus))
            return [];
        var items = ImmutableArray.CreateBuilder<YieldItem>(2);
        do
        {
            var field = NameOf("the name of a column, or *");
            items.Add(new(field, _tokens.TryTake(Keyword.As) ? Variable("a name for the column") : null));
        } while (_tokens.TryTake(TokenKind.Comma));

        return items.DrainToImmutable();
    }
}
