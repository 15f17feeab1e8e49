using Orrery.Graph;

namespace Orrery.Query;

internal sealed class ArithmeticValue(BinaryOperator operation, Evaluator left, Evaluator right, TextSpan place) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        var (a, b) = (left.Evaluate(frame), right.Evaluate(frame));
        if (a.IsFloat && b.IsFloat && operation is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply)
            return Cell.Of(OfFloats(a.Float, b.Float));
        try
        {
            var answer = OfValues(frame, a.ToValue(frame.Graph), b.ToValue(frame.Graph));
            frame.Meter.Made(answer);
            return Cell.Of(answer, frame.Graph);
        }
        catch (QueryException refused) when (refused.Fault.At is null)
        {
            throw refused.At(place);
        }
    }

    private Value OfValues(Frame frame, Value x, Value y)
    {
        if (operation == BinaryOperator.Add && (x is Value.List || y is Value.List))
            frame.Meter.Join(x, y);
        return operation switch
        {
            BinaryOperator.Add => Arithmetic.Add(x, y),
            BinaryOperator.Subtract => Arithmetic.Subtract(x, y),
            BinaryOperator.Multiply => Arithmetic.Multiply(x, y),
            BinaryOperator.Divide => Arithmetic.Divide(x, y),
            BinaryOperator.Modulo => Arithmetic.Modulo(x, y),
            _ => Arithmetic.Power(x, y),
        };
    }

    private double OfFloats(double a, double b) =>
        operation switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            _ => a * b,
        };
}

internal sealed class SignedValue(bool isNegative, Evaluator operand, TextSpan place) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        var value = operand.Evaluate(frame).ToValue(frame.Graph);
        try
        {
            return Cell.OfPlain(isNegative ? Arithmetic.Negate(value) : Arithmetic.Plus(value));
        }
        catch (QueryException refused) when (refused.Fault.At is null)
        {
            throw refused.At(place);
        }
    }
}

internal sealed class FunctionValue(Function function, Evaluator[] arguments, TextSpan place) : Evaluator
{
    public Function Function => function;

    public override Cell Evaluate(Frame frame)
    {
        try
        {
            var answer = function.Call(ArgumentsOf(frame), frame.Calls);
            frame.Meter.Made(answer);
            return Cell.Of(answer, frame.Graph);
        }
        catch (QueryException refused) when (refused.Fault.At is null)
        {
            throw refused.At(place);
        }
    }

    /// <summary>What it is called with.</summary>
    public Value[] ArgumentsOf(Frame frame)
    {
        var values = new Value[arguments.Length];
        // Many arguments are as good as a list of them.
        var building = frame.Meter.Build();
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Evaluate(frame).ToValue(frame.Graph);
            frame.Meter.Handle(values[i]);
            if (i >= 16)
                building.Add(values[i]);
        }

        return values;
    }
}

internal sealed class GraphFunctionValue(GraphFunction function, Evaluator argument, TextSpan place) : Evaluator
{
    public GraphFunction Function => function;

    public Evaluator Argument => argument;

    public override Cell Evaluate(Frame frame)
    {
        try
        {
            return function.Call(argument.Evaluate(frame), frame);
        }
        catch (QueryException refused) when (refused.Fault.At is null)
        {
            throw refused.At(place);
        }
    }
}

internal sealed class ListComprehensionValue(int slot, Evaluator source, Evaluator? where, Evaluator? result) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        if (Items.Of(source.Evaluate(frame), frame.Graph) is not { } items)
            return default;
        List<Value> kept = [];
        var building = frame.Meter.Build();
        foreach (var item in items)
        {
            frame.Slots[slot] = Cell.Of(item, frame.Graph);
            frame.Meter.Look();
            if (where is not null && where.Test(frame) != true)
                continue;
            kept.Add(result is null ? item : result.Evaluate(frame).ToValue(frame.Graph));
            building.Add(kept[^1]);
        }

        return building.End(new Value.List([.. kept]));
    }
}

internal sealed class ReductionValue(int total, Evaluator start, int slot, Evaluator source, Evaluator step) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        if (Items.Of(source.Evaluate(frame), frame.Graph) is not { } items)
            return default;
        frame.Slots[total] = start.Evaluate(frame);
        foreach (var item in items)
        {
            frame.Meter.Look();
            frame.Slots[slot] = Cell.Of(item, frame.Graph);
            frame.Slots[total] = step.Evaluate(frame);
        }

        return frame.Slots[total];
    }
}

internal sealed class PatternComprehensionValue(int number, Plan plan, Evaluator result) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        var step = frame.Subplan(number, plan);
        step.Begin();
        List<Value> found = [];
        var building = frame.Meter.Build();
        while (step.Next())
        {
            found.Add(result.Evaluate(frame).ToValue(frame.Graph));
            building.Add(found[^1]);
        }

        return building.End(new Value.List([.. found]));
    }
}

/// <summary>How many rows a subquery has.</summary>
internal sealed class CountedRows(int number, Plan plan) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        var step = frame.Subplan(number, plan);
        step.Begin();
        long rows = 0;
        while (step.Next())
            rows++;
        return Cell.Of(rows);
    }
}

internal sealed class MapProjectionValue(Evaluator subject, bool takesAll, (string Key, Evaluator Value)[] entries) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        var of = subject.Evaluate(frame);
        if (of.IsNull)
            return default;
        var map = takesAll ? GraphFunctions.PropertiesOf(of, frame).ToBuilder() : Properties.None.ToBuilder();
        foreach (var (key, value) in entries)
            map[key] = value.Evaluate(frame).ToValue(frame.Graph);
        return Cell.OfPlain(new Value.Map(map.ToImmutable()));
    }
}

/// <summary>The items of a list that is looped over.</summary>
internal static class Items
{
    /// <summary>Null for null; a fault for what is no list.</summary>
    public static System.Collections.Immutable.ImmutableArray<Value>? Of(in Cell cell, QueryGraph graph) =>
        cell.IsNull ? null
        : cell.Object is Value.List list ? list.Items
        : throw QueryFaults.InvalidArgument("a loop over items", "a list", cell.ToValue(graph));
}

/// <summary>The first value that is not null; what comes after it is not computed.</summary>
internal sealed class CoalescedValue(Evaluator[] values) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        foreach (var value in values)
        {
            if (value.Evaluate(frame) is { IsNull: false } found)
                return found;
        }

        return default;
    }
}
