namespace Orrery.Query;

/// <summary>Which calls gather values over rows.</summary>
internal static class Aggregates
{
    public static bool IsAggregate(Expression expression) =>
        expression is Expression.CountRows
        || (expression is Expression.Call call && (IsCount(call) || AggregateCatalogue.All.ContainsKey(call.Name.Text)));

    public static bool IsCount(Expression.Call call) => call.Name.Text.Equals("count", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is one, or has one inside.</summary>
    public static bool AreIn(Expression expression) => Children.WithAllOf(expression).Any(IsAggregate);

    /// <summary>Those in an expression, outermost ones; none may stand inside a loop over a list, where there are no rows.</summary>
    public static IEnumerable<Expression> Outside(Expression expression)
    {
        if (IsAggregate(expression))
            return [expression];
        foreach (var inside in InsideLoop(expression))
        {
            if (inside is not null && AreIn(inside))
                throw QueryFaults.InvalidAggregation(inside.At);
        }

        return Children.Of(expression).SelectMany(Outside);
    }

    /// <summary>The parts of an expression around what it gathers: those that have no gathering inside.</summary>
    public static IEnumerable<Expression> Around(Expression expression) =>
        IsAggregate(expression) ? []
        : AreIn(expression) ? Children.Of(expression).SelectMany(Around)
        : [expression];

    private static Expression?[] InsideLoop(Expression expression) =>
        expression switch
        {
            Expression.ListComprehension loop => [loop.Where, loop.Result],
            Expression.Quantified loop => [loop.Where],
            Expression.Reduction loop => [loop.Step],
            Expression.PatternComprehension loop => [loop.Where, loop.Result],
            _ => [],
        };

    /// <summary>Whether equal rows change nothing in it.</summary>
    public static bool IgnoresRepeats(Expression expression) =>
        expression is Expression.Call call
        && (
            call.IsDistinct
            || call.Name.Text.Equals("min", StringComparison.OrdinalIgnoreCase)
            || call.Name.Text.Equals("max", StringComparison.OrdinalIgnoreCase)
        );
}
