namespace Orrery.Query;

internal sealed partial class QueryPlanner
{
    private Ready BindPatternExists(Expression.PatternExists exists, Context context)
    {
        var fresh = FreeNames.Of(exists).Where(name => context.Scope.Find(name) is null).ToArray();
        if (fresh is [var unknown, ..])
            throw QueryFaults.UndefinedVariable(unknown, exists.At, context.Scope.Variables.Keys);
        return new(ExistsOf(exists.Pattern, null, context.Scope), StaticType.Bool);
    }

    private Tester ExistsOf(PatternPart pattern, Expression? where, Scope outer)
    {
        var scope = outer;
        var graph = ReadPatterns([pattern], ref scope, PatternUse.Set);
        AddWhere(graph, where, scope);
        var backward = BackwardOf(pattern, where, outer);
        var forward = new ExistsTester(_subplans++, PlanPattern(graph, new OncePlan(), scope, PatternUse.Set));
        return backward is null ? forward : backward(forward);
    }

    // One relation, or one path of any number, from a known node to an end that depends on no row: then one walk back answers for all rows.
    private Func<Tester, BackwardTester>? BackwardOf(PatternPart pattern, Expression? where, Scope outer)
    {
        if (pattern is not { Steps: [var step], Variable: null, Search: PathSearch.All })
            return null;
        var relation = step.Relation;
        if (
            relation.Variable is not null
            || relation.Properties is not null
            || relation.Direction == ArrowDirection.Either
            || relation.Hops?.Fewest > 1
        )
            return null;
        var isForward = IsOuter(pattern.Start, outer);
        var (known, far) = isForward ? (pattern.Start, step.Node) : (step.Node, pattern.Start);
        if (!IsOuter(known, outer) || IsOuter(far, outer) || known.Labels is not [] || known.Properties is not null)
            return null;
        var needs = FreeNames.Of(where);
        FreeNames.Add(far.Properties, needs);
        if (needs.Any(name => outer.Find(name) is not null))
            return null;
        var scope = outer;
        var ends = ReadPatterns([new(pattern.At, null, PathSearch.All, far, [])], ref scope, PatternUse.Set);
        AddWhere(ends, where, scope);
        var end = ends.Vertices[0].Slot;
        var plan = PlanPattern(ends, new OncePlan(), scope, PatternUse.Set);
        var slot = outer.Find(known.Variable!)!.Slot;
        // Seen from the far end, an arrow that leads there points back.
        var arrow = isForward == (relation.Direction == ArrowDirection.Right) ? ArrowDirection.Left : ArrowDirection.Right;
        Hop back = new(end, -1, slot, arrow, TypeTestOf(relation.Types), false, false, [], TextOf(relation.At));
        var (fewest, most) = relation.Hops is { } hops ? (Bounded(hops.Fewest ?? 1), Bounded(hops.Most ?? int.MaxValue)) : (1, 1);
        var number = _subplans++;
        return forward => new(slot, forward, number, plan, end, back, fewest, most);
    }

    private static bool IsOuter(NodePattern node, Scope outer) =>
        node.Variable is not null && outer.Find(node.Variable) is not null;

    private Ready BindPatternComprehension(Expression.PatternComprehension comprehension, Context context)
    {
        var scope = context.Scope;
        var graph = ReadPatterns([comprehension.Pattern], ref scope, PatternUse.Rows);
        AddWhere(graph, comprehension.Where, scope);
        var number = _subplans++;
        var plan = PlanPattern(graph, new OncePlan(), scope, PatternUse.Rows);
        var own = scope.Variables.Keys.Except(context.Scope.Variables.Keys);
        var result = Bind(comprehension.Result, context with { Scope = scope, Own = context.Own.Union(own) });
        return OfNobody(
            comprehension,
            new(new PatternComprehensionValue(number, plan, result.Evaluator), StaticType.List, result.Type),
            context.Scope
        );
    }

    private Ready BindSubquery(Expression.Subquery subquery, Context context)
    {
        // EXISTS { a pattern and a condition }, without more: it may be answered for all rows at once.
        if (
            subquery is
            {
                Use: SubqueryUse.Exists,
                Query.Parts: [{ Clauses: [Clause.Match { IsOptional: false, Patterns: [var pattern] } match] }]
            }
        )
            return new(ExistsOf(pattern, match.Where, context.Scope), StaticType.Bool);
        var wasWriting = _writes;
        var number = _subplans++;
        var (plan, _) = PlanQuery(subquery.Query, context.Scope);
        if (_writes != wasWriting)
            throw QueryFaults.WritingSubquery(subquery.At);
        return subquery.Use == SubqueryUse.Exists
            ? new(new ExistsTester(number, plan), StaticType.Bool)
            : OfNobody(subquery, new(new CountedRows(number, plan), StaticType.Integer), context.Scope);
    }
}
