using Orrery.Graph;

namespace Orrery.Query;

internal sealed class ArithmeticValue(BinaryOperator operation, Evaluator left, Evaluator right, TextSpan place) : Evaluator
{
    private readonly char _sign = operation switch
    {
        BinaryOperator.Add => '+',
        BinaryOperator.Subtract => '-',
        BinaryOperator.Multiply => '*',
        BinaryOperator.Divide => '/',
        BinaryOperator.Modulo => '%',
        _ => '^',
    };

    public override Cell Evaluate(Frame frame)
    {
        var (a, b) = (left.Evaluate(frame), right.Evaluate(frame));
        if (a.IsFloat && b.IsFloat && operation is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply)
            return Cell.Of(OfFloats(a.Float, b.Float));
        try
        {
            // Without a value of its own for each number on the way.
            if (a.IsInteger && b.IsInteger && _sign != '^')
                return Cell.Of(Arithmetic.Whole(a.Integer, b.Integer, _sign));
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

    /// <summary>Whether it is a <c>range()</c>, whose <see cref="Numbers"/> can be gone through without a list of them.</summary>
    public bool IsRange => function.Name == "range";

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

    /// <summary>The numbers that a <c>range()</c> speaks of; null where it is null.</summary>
    public NumberRange? Numbers(Frame frame)
    {
        try
        {
            return NumberRange.Of(ArgumentsOf(frame));
        }
        catch (QueryException refused) when (refused.Fault.At is null)
        {
            throw refused.At(place);
        }
    }

    private Value[] ArgumentsOf(Frame frame)
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
        if (Looped.Over(source, frame) is not { } items)
            return default;
        GrowingList kept = new();
        var building = frame.Meter.Build();
        for (var i = 0L; i < items.Count; i++)
        {
            frame.Slots[slot] = items.Cell(i, frame.Graph);
            frame.Meter.Look();
            if (where is not null && where.Test(frame) != true)
                continue;
            var item = result is null ? items.Item(i) : result.Evaluate(frame).ToValue(frame.Graph);
            building.Add(item);
            kept.Add(item);
        }

        return building.End(kept.ToValue());
    }
}

internal sealed class ReductionValue(int total, Evaluator start, int slot, Evaluator source, Evaluator step) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        if (Looped.Over(source, frame) is not { } items)
            return default;
        frame.Slots[total] = start.Evaluate(frame);
        for (var i = 0L; i < items.Count; i++)
        {
            frame.Meter.Look();
            frame.Slots[slot] = items.Cell(i, frame.Graph);
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
        GrowingList found = new();
        var building = frame.Meter.Build();
        while (step.Next())
        {
            var item = result.Evaluate(frame).ToValue(frame.Graph);
            building.Add(item);
            found.Add(item);
        }

        return building.End(found.ToValue());
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
