using System.Diagnostics;
using System.Runtime.CompilerServices;
using Orrery.Graph;

namespace Orrery.Query;

internal sealed partial class QueryPlanner
{
    private Ready Bind(Expression expression, Context context)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (context.Gathered is not null && context.Gathered.TryGetValue(expression, out var gathered))
            return new(new SlotValue(gathered.Slot), gathered.Type, gathered.Item);
        if (
            context.Known is not null
            && IsWorthKnowing(expression, context)
            && context.Known.TryGetValue(ShapeIn(expression), out var known)
        )
            return new(new SlotValue(known.Slot), known.Type, known.Item);
        return expression switch
        {
            Expression.Literal e => new(new Constant(Cell.OfPlain(e.Value)), StaticTypes.Of(e.Value)),
            Expression.Parameter e => new(new ParameterValue(ParameterNumber(e.Name)), StaticType.Any),
            Expression.Variable e => BindVariable(e, context),
            Expression.Property e => BindProperty(e, context),
            Expression.Index e => BindIndex(e, context),
            Expression.Slice e => BindSlice(e, context),
            Expression.Unary e => BindUnary(e, context),
            Expression.Binary e => BindBinary(e, context),
            Expression.Comparison e => BindComparison(e, context),
            Expression.HasLabels e => BindHasLabels(e, context),
            Expression.List e => BindList(e, context),
            Expression.Map e => new(
                new MapValue([.. e.Entries.Select(entry => (entry.Key, Bind(entry.Value, context).Evaluator))]),
                StaticType.Map
            ),
            Expression.ListComprehension or Expression.Quantified or Expression.Reduction => BindLoop(expression, context),
            Expression.Case e => BindCase(e, context),
            Expression.Call e => BindCall(e, context),
            Expression.CountRows e => throw QueryFaults.InvalidAggregation(e.At),
            Expression.MapProjection e => BindMapProjection(e, context),
            Expression.PatternComprehension e => BindPatternComprehension(e, context),
            Expression.PatternExists e => BindPatternExists(e, context),
            Expression.Subquery e => BindSubquery(e, context),
            _ => throw new UnreachableException($"No arm binds {expression.GetType().Name}."),
        };
    }

    private static bool IsWorthKnowing(Expression expression, Context context) =>
        expression is not Expression.Literal
        && (!context.KnowsOnlySimple || expression is Expression.Variable or Expression.Property)
        && !(expression is Expression.Variable variable && context.Own.Contains(variable.Name));

    private static Ready BindVariable(Expression.Variable variable, Context context)
    {
        if (context.Scope.Find(variable.Name) is not { } bound)
            throw QueryFaults.UndefinedVariable(variable.Name, variable.At, context.Scope.Variables.Keys);
        if (context.IsGrouped && !context.Own.Contains(variable.Name))
            throw QueryFaults.AmbiguousAggregation(variable.Name, variable.At);
        return new(new SlotValue(bound.Slot), bound.Type, bound.Item);
    }

    private Ready BindProperty(Expression.Property property, Context context)
    {
        var target = Bind(property.Target, context);
        if (target.Type is StaticType.Path or StaticType.Relations)
            throw QueryFaults.NoProperties(QueryError.SyntaxError, target.Type, property.At);
        if (target.Type is StaticType.Integer or StaticType.Float or StaticType.Text or StaticType.Bool or StaticType.List)
            throw QueryFaults.NoProperties(QueryError.TypeError, target.Type, property.At);
        if (target.Type is StaticType.Node or StaticType.Relation)
            WarnOfField(property.Key);
        var key = KeyOf(property.Key);
        if (target.Evaluator is not SlotValue { Slot: var slot })
            return new(new PropertyValue(target.Evaluator, key, property.At), StaticType.Any);
        if (key.Number == Ground.TitleField)
            _titled.Add(slot);
        return new(new SlotPropertyValue(slot, key, property.At), StaticType.Any);
    }

    private PropertyKey KeyOf(string written) => _vocabulary.Key(written, _ground);

    private Ready BindIndex(Expression.Index index, Context context)
    {
        var (target, place) = (Bind(index.Target, context), Bind(index.Place, context));
        return new(
            new IndexedValue(target.Evaluator, place.Evaluator, index.At),
            target.Type == StaticType.List ? target.Item : StaticType.Any
        );
    }

    private Ready BindSlice(Expression.Slice slice, Context context)
    {
        var target = Bind(slice.Target, context);
        return new(
            new SlicedValue(
                target.Evaluator,
                slice.From is null ? null : Bind(slice.From, context).Evaluator,
                slice.To is null ? null : Bind(slice.To, context).Evaluator,
                slice.At
            ),
            StaticType.List,
            target.Item
        );
    }

    private Ready BindUnary(Expression.Unary unary, Context context)
    {
        var operand = Bind(unary.Operand, context);
        switch (unary.Operator)
        {
            case UnaryOperator.Not:
                RequireTruth(operand, unary.Operand.At);
                return new(new NotTester(operand.Evaluator), StaticType.Bool);
            case UnaryOperator.IsNull or UnaryOperator.IsNotNull:
                return new(new NullTester(operand.Evaluator, unary.Operator == UnaryOperator.IsNull), StaticType.Bool);
            default:
                RequireNumber(operand, unary.Operand.At);
                return new(new SignedValue(unary.Operator == UnaryOperator.Minus, operand.Evaluator, unary.At), operand.Type);
        }
    }

    private Ready BindBinary(Expression.Binary binary, Context context)
    {
        var (left, right) = (Bind(binary.Left, context), Bind(binary.Right, context));
        switch (binary.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor:
                RequireTruth(left, binary.Left.At);
                RequireTruth(right, binary.Right.At);
                return new(
                    binary.Operator switch
                    {
                        BinaryOperator.And => new AndTester(left.Evaluator, right.Evaluator),
                        BinaryOperator.Or => new OrTester(left.Evaluator, right.Evaluator),
                        _ => new XorTester(left.Evaluator, right.Evaluator),
                    },
                    StaticType.Bool
                );
            case BinaryOperator.In:
                if (right.Type is not (StaticType.Any or StaticType.Null or StaticType.List or StaticType.Relations))
                    throw QueryFaults.WrongType("IN", "a list", right.Type, binary.Right.At);
                return new(new InTester(left.Evaluator, right.Evaluator), StaticType.Bool);
            case BinaryOperator.StartsWith or BinaryOperator.EndsWith or BinaryOperator.Contains or BinaryOperator.Matches:
                return new(new TextTester(binary.Operator, left.Evaluator, right.Evaluator, binary.At), StaticType.Bool);
            default:
                if (binary.Operator != BinaryOperator.Add)
                {
                    RequireNumber(left, binary.Left.At);
                    RequireNumber(right, binary.Right.At);
                }

                return new(
                    new ArithmeticValue(binary.Operator, left.Evaluator, right.Evaluator, binary.At),
                    StaticTypes.OfArithmetic(binary.Operator, left.Type, right.Type),
                    left.Item == right.Item ? left.Item : StaticType.Any
                );
        }
    }

    private Ready BindComparison(Expression.Comparison comparison, Context context)
    {
        var first = Bind(comparison.First, context).Evaluator;
        var rest = comparison.Rest.Select(step => (step.Operator, Bind(step.Right, context).Evaluator)).ToArray();
        return new(
            rest is [var (only, right)] ? new ComparisonTester(only, first, right) : new ChainTester(first, rest),
            StaticType.Bool
        );
    }

    private Ready BindHasLabels(Expression.HasLabels labels, Context context)
    {
        var target = Bind(labels.Target, context);
        foreach (var label in labels.Labels)
            WarnOfKind(label);
        return new(new LabelsTester(target.Evaluator, [.. labels.Labels.Select(LabelTestOf)]), StaticType.Bool);
    }

    private Ready BindList(Expression.List list, Context context)
    {
        var items = list.Items.Select(item => Bind(item, context)).ToArray();
        var type = items is []
            ? StaticType.Any
            : items.Select(item => item.Type).Aggregate((a, b) => a == b ? a : StaticType.Any);
        var evaluators = items.Select(item => item.Evaluator).ToArray();
        return new(new ListValue(evaluators), StaticType.List, type);
    }

    private Ready BindLoop(Expression loop, Context context)
    {
        switch (loop)
        {
            case Expression.ListComprehension e:
                var source = BindSource(e.Source, context);
                var slot = NewSlot();
                var inside = context.With(e.Item, new(slot, source.Item));
                var where = e.Where is null ? null : BindTruth(e.Where, inside);
                var result = e.Result is null ? default(Ready?) : Bind(e.Result, inside);
                return new(
                    new ListComprehensionValue(slot, source.Evaluator, where, result?.Evaluator),
                    StaticType.List,
                    result?.Type ?? source.Item
                );
            case Expression.Quantified e:
                var over = BindSource(e.Source, context);
                var item = NewSlot();
                var condition = e.Where is null
                    ? new SlotValue(item)
                    : BindTruth(e.Where, context.With(e.Item, new(item, over.Item)));
                return new(new QuantifiedTester(e.Quantifier, item, over.Evaluator, condition), StaticType.Bool);
            case Expression.Reduction e:
                var (start, each) = (Bind(e.Start, context), BindSource(e.Source, context));
                var (total, one) = (NewSlot(), NewSlot());
                var step = Bind(e.Step, context.With(e.Total, new(total, StaticType.Any)).With(e.Item, new(one, each.Item)));
                return new(new ReductionValue(total, start.Evaluator, one, each.Evaluator, step.Evaluator), StaticType.Any);
            default:
                throw new UnreachableException($"{loop.GetType().Name} is no loop.");
        }
    }

    private Ready BindSource(Expression source, Context context)
    {
        var list = Bind(source, context);
        if (list.Type is not (StaticType.Any or StaticType.Null or StaticType.List or StaticType.Relations))
            throw QueryFaults.WrongType("A loop over items", "a list", list.Type, source.At);
        return list.Type == StaticType.Relations ? list with { Item = StaticType.Relation } : list;
    }

    private Ready BindCase(Expression.Case e, Context context)
    {
        var subject = e.Subject is null ? null : Bind(e.Subject, context).Evaluator;
        var arms = e
            .Arms.Select(arm =>
                (
                    subject is null ? BindTruth(arm.When, context) : Bind(arm.When, context).Evaluator,
                    Bind(arm.Then, context).Evaluator
                )
            )
            .ToArray();
        return new(new CaseValue(subject, arms, e.Else is null ? null : Bind(e.Else, context).Evaluator), StaticType.Any);
    }

    private Ready BindMapProjection(Expression.MapProjection projection, Context context)
    {
        var subject = new Expression.Variable(projection.At, projection.Subject);
        var of = Bind(subject, context);
        List<(string, Evaluator)> entries = [];
        foreach (var item in projection.Items)
        {
            if (item is MapProjectionItem.OneProperty { Key: var key })
                entries.Add((key, Bind(new Expression.Property(projection.At, subject, key), context).Evaluator));
            else if (item is MapProjectionItem.Entry entry)
                entries.Add((entry.Key, Bind(entry.Value, context).Evaluator));
        }

        var takesAll = projection.Items.Any(item => item is MapProjectionItem.AllProperties);
        return new(new MapProjectionValue(of.Evaluator, takesAll, [.. entries]), StaticType.Map);
    }

    private Evaluator BindTruth(Expression condition, Context context)
    {
        var ready = Bind(condition, context);
        RequireTruth(ready, condition.At);
        return ready.Evaluator;
    }

    private static void RequireTruth(in Ready ready, TextSpan at)
    {
        if (ready.Type is not (StaticType.Any or StaticType.Bool or StaticType.Null))
            throw QueryFaults.WrongType("A condition", "a truth value", ready.Type, at);
    }

    private static void RequireNumber(in Ready ready, TextSpan at)
    {
        if (
            ready.Type
            is StaticType.Bool
                or StaticType.Text
                or StaticType.List
                or StaticType.Map
                or StaticType.Node
                or StaticType.Relation
                or StaticType.Path
                or StaticType.Relations
        )
            throw QueryFaults.WrongType("Arithmetic", "numbers", ready.Type, at);
    }

    private int ParameterNumber(string name)
    {
        var number = _parameters.IndexOf(name);
        if (number >= 0)
            return number;
        _parameters.Add(name);
        return _parameters.Count - 1;
    }
}
