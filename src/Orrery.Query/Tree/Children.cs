namespace Orrery.Query;

/// <summary>The expressions directly inside an expression; those inside patterns and subqueries are left out.</summary>
internal static class Children
{
    public static IEnumerable<Expression> Of(Expression expression) =>
        expression switch
        {
            Expression.Property e => [e.Target],
            Expression.Index e => [e.Target, e.Place],
            Expression.Slice e => new[] { e.Target, e.From, e.To }.OfType<Expression>(),
            Expression.Unary e => [e.Operand],
            Expression.Binary e => [e.Left, e.Right],
            Expression.Comparison e => [e.First, .. e.Rest.Select(step => step.Right)],
            Expression.HasLabels e => [e.Target],
            Expression.List e => e.Items,
            Expression.Map e => e.Entries.Select(entry => entry.Value),
            Expression.ListComprehension e => new[] { e.Source, e.Where, e.Result }.OfType<Expression>(),
            Expression.PatternComprehension e => new[] { e.Where, e.Result }.OfType<Expression>(),
            Expression.Quantified e => new[] { e.Source, e.Where }.OfType<Expression>(),
            Expression.Reduction e => [e.Start, e.Source, e.Step],
            Expression.Case e => new[] { e.Subject, e.Else }
                .OfType<Expression>()
                .Concat(e.Arms.SelectMany(arm => new[] { arm.When, arm.Then })),
            Expression.Call e => e.Arguments,
            Expression.MapProjection e => e.Items.OfType<MapProjectionItem.Entry>().Select(item => item.Value),
            _ => [],
        };

    /// <summary>An expression and all inside it.</summary>
    public static IEnumerable<Expression> WithAllOf(Expression expression)
    {
        yield return expression;
        foreach (var child in Of(expression).SelectMany(WithAllOf))
            yield return child;
    }
}
