using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

internal sealed partial class QueryPlanner
{
    private Plan PlanWith(Clause.With with, Plan plan, ref Scope scope)
    {
        var (projected, _, after) = PlanProjection(with.Projection, plan, scope, with.Where);
        foreach (var item in with.Projection.Items)
        {
            if (item.Alias is null && item.Expression is not Expression.Variable)
                throw QueryFaults.NoExpressionAlias(item.Expression.At);
        }

        scope = after;
        return projected;
    }

    private (Plan Plan, ImmutableArray<(string Name, int Slot)> Columns) PlanReturn(
        Clause.Return returned,
        Plan plan,
        Scope scope
    )
    {
        if (returned.Projection.IncludesAll && !scope.Variables.Keys.Any(IsWritten) && returned.Projection.Items is [])
            throw QueryFaults.NoVariablesInScope(returned.At);
        var (projected, columns, _) = PlanProjection(returned.Projection, plan, scope, null);
        return (projected, columns);
    }

    // Names of ours begin with a space.
    private static bool IsWritten(string name) => !name.StartsWith(' ');

    private (Plan Plan, ImmutableArray<(string Name, int Slot)> Columns, Scope After) PlanProjection(
        Projection projection,
        Plan plan,
        Scope scope,
        Expression? where
    )
    {
        var items = ItemsOf(projection, scope);
        if (items.GroupBy(item => item.Name).FirstOrDefault(group => group.Count() > 1) is { } clash)
            throw QueryFaults.ColumnNameConflict(clash.Key, clash.Last().Expression.At);
        var context = new Context(scope);
        var isGrouped = items.Any(item => Aggregates.AreIn(item.Expression));
        var (computed, columns) = isGrouped
            ? PlanGroups(ref plan, items, projection, ref context)
            : PlanPlain(plan, items, context);
        plan = computed;
        var after = new Scope(
            columns.ToImmutableDictionary(column => column.Name, column => column.Bound, StringComparer.Ordinal)
        );
        ImmutableArray<int> slots = [.. columns.Select(column => column.Bound.Slot).Distinct()];
        if (projection.IsDistinct && !(slots is [var only] && plan.Unique == only))
            plan = new DistinctPlan(plan, slots);
        var behind = BehindContext(projection, items, columns, context, isGrouped, after);
        // A condition behind an order may still look at what went before it.
        var kept = where is null || isGrouped || projection.IsDistinct ? slots : [.. slots.Union(scope.Slots)];
        plan = PlanOrder(projection, plan, behind, kept);
        plan = PlanWindow(projection, plan);
        if (where is not null)
        {
            if (Aggregates.AreIn(where))
                throw QueryFaults.InvalidAggregation(where.At);
            plan = new FilterPlan(plan, BindTruth(where, behind), TextOf(where.At));
        }

        return (plan, [.. columns.Select(column => (column.Name, column.Bound.Slot))], after);
    }

    private static Column[] ItemsOf(Projection projection, Scope scope)
    {
        var all = projection.IncludesAll
            ? scope
                .Variables.Keys.Where(name => !name.StartsWith(' '))
                .Order(StringComparer.Ordinal)
                .Select(name => new Column(name, new Expression.Variable(default, name)))
            : [];
        return
        [
            .. all,
            .. projection.Items.Select(item => new Column(
                item.Alias ?? (item.Expression is Expression.Variable variable ? variable.Name : item.Text),
                item.Expression
            )),
        ];
    }

    private (Plan, List<(string Name, Bound Bound)>) PlanPlain(Plan plan, Column[] items, Context context)
    {
        List<(string Name, Bound Bound)> columns = [];
        List<(int, Evaluator)> values = [];
        foreach (var item in items)
        {
            var ready = BindColumn(
                item,
                context with
                {
                    KnowsOnlySimple = context.IsGrouped && Aggregates.AreIn(item.Expression),
                }
            );
            // A variable under another name, or its own, stays where it is.
            if (ready.Evaluator is SlotValue { Slot: var same })
            {
                columns.Add((item.Name, new(same, ready.Type, ready.Item)));
                continue;
            }

            var slot = NewSlot();
            values.Add((slot, ready.Evaluator));
            columns.Add((item.Name, new(slot, ready.Type, ready.Item)));
        }

        return (
            values is [] ? plan : new ComputePlan(plan, [.. values], string.Join(", ", items.Select(item => item.Name))),
            columns
        );
    }

    private Ready BindColumn(Column item, Context context)
    {
        if (item.Expression is Expression.PatternExists pattern)
            throw QueryFaults.PatternAsValue(pattern.At);
        return Bind(item.Expression, context);
    }

    private (Plan, List<(string Name, Bound Bound)>) PlanGroups(
        ref Plan plan,
        Column[] items,
        Projection projection,
        ref Context context
    )
    {
        Dictionary<string, Bound> known = new(StringComparer.Ordinal);
        Dictionary<Expression, Bound> gathered = new(ReferenceEqualityComparer.Instance);
        List<(int, Evaluator)> keys = [];
        foreach (var item in items.Where(item => !Aggregates.AreIn(item.Expression)))
        {
            var ready = Bind(item.Expression, context);
            var bound = new Bound(NewSlot(), ready.Type, ready.Item);
            keys.Add((bound.Slot, ready.Evaluator));
            known[ShapeIn(item.Expression)] = bound;
        }

        List<Gathering> gatherings = [];
        var returned = items.SelectMany(item => Aggregates.Outside(item.Expression)).ToArray();
        var wanted = returned.Concat(projection.OrderBy.SelectMany(key => Aggregates.Outside(key.Expression)));
        var names = items.Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, Bound> byShape = new(StringComparer.Ordinal);
        var (scope, unique) = (context.Scope, plan.Unique);
        foreach (var call in wanted)
        {
            if (!byShape.TryGetValue(ShapeOf(call), out var bound))
            {
                if (
                    !returned.Contains(call)
                    && FreeNames.Of(call).FirstOrDefault(name => !names.Contains(name) || scope.Find(name) is null) is { } gone
                )
                    throw QueryFaults.UndefinedVariable(gone, call.At, names);
                var gathering = BindGathering(call, context, unique);
                byShape[ShapeOf(call)] = bound = new(gathering.Slot, StaticType.Any);
                gatherings.Add(gathering);
            }

            gathered[call] = bound;
        }

        var text = string.Join(", ", items.Select(item => item.Name));
        var people = GatherPeople(projection, scope, gatherings);
        plan = new GroupPlan(plan, [.. keys], [.. gatherings], text);
        if (people is not [])
            plan = new EnoughPeoplePlan(plan, people, People!.Fewest, items[0].Expression.At);
        context = context with { Known = known, Gathered = gathered, IsGrouped = true };
        return PlanPlain(plan, items, context);
    }

    private string ShapeIn(Expression expression) =>
        expression is Expression.Variable variable ? variable.Name : ShapeOf(expression);

    private Gathering BindGathering(Expression expression, Context context, int unique)
    {
        if (expression is not Expression.Call call)
            return new(NewSlot(), null, null, null, IsDistinct: false);
        if (call.Arguments.Any(Aggregates.AreIn))
            throw QueryFaults.NestedAggregation(call.At);
        if (
            call
                .Arguments.SelectMany(Children.WithAllOf)
                .OfType<Expression.Call>()
                .Any(inner => FunctionCatalogue.All.TryGetValue(inner.Name.Text, out var function) && !function.IsSteady)
        )
            throw QueryFaults.UnsteadyAggregation(call.At);
        var function = Aggregates.IsCount(call) ? null : AggregateCatalogue.All[call.Name.Text];
        var (fewest, signature) = function is null ? (1, "count(value)") : (function.Arguments, function.Signature);
        if (call.Arguments.Length != fewest)
            throw QueryFaults.InvalidNumberOfArguments(signature, call.Arguments.Length, call.At);
        var argument = Bind(call.Arguments[0], context).Evaluator;
        var second = call.Arguments.Length > 1 ? Bind(call.Arguments[1], context).Evaluator : null;
        return new(
            NewSlot(),
            argument,
            function,
            second,
            call.IsDistinct && !(argument is SlotValue { Slot: var slot } && slot == unique)
        );
    }

    // An order or a condition behind the columns may name columns, what was computed for them, and, where rows are neither grouped nor distinct, what went before.
    private Context BehindContext(
        Projection projection,
        Column[] items,
        List<(string Name, Bound Bound)> columns,
        Context context,
        bool isGrouped,
        Scope after
    )
    {
        Dictionary<string, Bound> known = new(context.Known ?? ImmutableDictionary<string, Bound>.Empty, StringComparer.Ordinal);
        foreach (var (item, column) in items.Zip(columns))
        {
            if (!Aggregates.AreIn(item.Expression))
                known.TryAdd(ShapeIn(item.Expression), column.Bound);
        }

        foreach (var column in columns)
            known[column.Name] = column.Bound;
        var scope = isGrouped || projection.IsDistinct ? after : new(context.Scope.Variables.SetItems(after.Variables));
        return context with { Scope = scope, Known = known, IsGrouped = false };
    }

    private Plan PlanOrder(Projection projection, Plan plan, Context context, ImmutableArray<int> slots)
    {
        if (projection.OrderBy is [])
            return plan;
        var keys = projection
            .OrderBy.Select(key =>
            {
                if (Aggregates.AreIn(key.Expression) && context.Gathered is null)
                    throw QueryFaults.InvalidAggregation(key.Expression.At);
                var simple = context with { KnowsOnlySimple = Aggregates.AreIn(key.Expression), IsGrouped = false };
                return (BindOrderKey(key.Expression, simple), key.IsDescending);
            })
            .ToArray();
        var isFixed = projection.Limit is not null;
        return new SortPlan(
            plan,
            keys,
            slots,
            isFixed ? RowCount(projection.Skip)?.Evaluator : null,
            isFixed ? RowCount(projection.Limit)?.Evaluator : null
        );
    }

    // What is gathered and what is a key may be put together; what is neither has no one value.
    private Evaluator BindOrderKey(Expression key, Context context)
    {
        if (context.KnowsOnlySimple)
        {
            foreach (var part in Aggregates.Around(key).Where(part => part is not (Expression.Variable or Expression.Property)))
            {
                if (context.Known!.ContainsKey(ShapeIn(part)))
                    throw QueryFaults.AmbiguousAggregation(TextOf(part.At), part.At);
            }
        }

        return Bind(key, context).Evaluator;
    }

    private Plan PlanWindow(Projection projection, Plan plan)
    {
        if (projection.Skip is not null)
            plan = new WindowPlan(plan, RowCount(projection.Skip), null);
        return projection.Limit is null ? plan : new WindowPlan(plan, null, RowCount(projection.Limit));
    }

    private Placed? RowCount(Expression? rows)
    {
        if (rows is null)
            return null;
        if (FreeNames.Of(rows).Count > 0 || Aggregates.AreIn(rows))
            throw QueryFaults.NonConstantExpression(rows.At);
        if (
            rows
            is Expression.Unary { Operator: UnaryOperator.Minus, Operand: Expression.Literal { Value: Value.Integer } }
                or Expression.Literal { Value: Value.Integer { Number: < 0 } }
        )
            throw QueryFaults.NegativeRowsWritten(rows.At);
        var ready = Bind(rows, new(Scope.Empty));
        return ready.Type is StaticType.Any or StaticType.Integer
            ? new(ready.Evaluator, rows.At)
            : throw QueryFaults.WrongType("A number of rows", "a whole number", ready.Type, rows.At);
    }

    private sealed record Column(string Name, Expression Expression);
}
