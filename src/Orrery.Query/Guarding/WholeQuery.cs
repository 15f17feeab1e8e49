namespace Orrery.Query;

/// <summary>All expressions of a query, those inside its subqueries too.</summary>
internal static class WholeQuery
{
    /// <summary>Each expression with all inside it.</summary>
    public static IEnumerable<Expression> Expressions(RegularQuery query) =>
        query
            .Parts.SelectMany(part => part.Clauses)
            .SelectMany(Of)
            .SelectMany(Children.WithAllOf)
            .SelectMany(expression =>
                expression is Expression.Subquery subquery ? Expressions(subquery.Query).Prepend(expression) : [expression]
            );

    /// <summary>The conditions of MATCH, WITH and CALL.</summary>
    public static IEnumerable<Expression> Conditions(RegularQuery query) =>
        Expressions(query)
            .OfType<Expression.Subquery>()
            .Select(inner => inner.Query)
            .Prepend(query)
            .SelectMany(one => one.Parts)
            .SelectMany(part => part.Clauses)
            .Select(clause =>
                clause switch
                {
                    Clause.Match match => match.Where,
                    Clause.With with => with.Where,
                    Clause.Call call => call.Where,
                    _ => null,
                }
            )
            .OfType<Expression>();

    /// <summary>The columns of WITH under their names.</summary>
    public static IEnumerable<(string Name, Expression Expression)> Columns(RegularQuery query) =>
        query
            .Parts.SelectMany(part => part.Clauses)
            .OfType<Clause.With>()
            .SelectMany(with => with.Projection.Items)
            .Select(item => (item.Alias ?? item.Text, item.Expression));

    private static IEnumerable<Expression> Of(Clause clause) =>
        clause switch
        {
            Clause.Match match => [.. match.Where is null ? [] : new[] { match.Where }],
            Clause.Unwind unwind => [unwind.List],
            Clause.With with => [.. Of(with.Projection), .. with.Where is null ? [] : new[] { with.Where }],
            Clause.Return returned => Of(returned.Projection),
            Clause.Call call => [.. call.Arguments ?? [], .. call.Where is null ? [] : new[] { call.Where }],
            _ => [],
        };

    private static IEnumerable<Expression> Of(Projection projection) =>
        [.. projection.Items.Select(item => item.Expression), .. projection.OrderBy.Select(key => key.Expression)];
}
