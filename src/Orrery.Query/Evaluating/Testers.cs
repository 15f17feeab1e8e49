namespace Orrery.Query;

internal sealed class NotTester(Evaluator operand) : Tester
{
    public override bool? Test(Frame frame) => !operand.Test(frame);

    public override int Keep(Frame frame, int slot, Span<int> nodes) => operand.KeepFalse(frame, slot, nodes);

    public override int KeepFalse(Frame frame, int slot, Span<int> nodes) => operand.Keep(frame, slot, nodes);

    public override void Keep(Frame frame, int slot, NodeBlock block, bool isWanted) =>
        operand.Keep(frame, slot, block, !isWanted);
}

internal sealed class AndTester(Evaluator left, Evaluator right) : Tester
{
    public override bool? Test(Frame frame)
    {
        var first = left.Test(frame);
        if (first == false)
            return false;
        var second = right.Test(frame);
        return second == false ? false
            : first is null || second is null ? null
            : true;
    }
}

internal sealed class OrTester(Evaluator left, Evaluator right) : Tester
{
    public override bool? Test(Frame frame)
    {
        var first = left.Test(frame);
        if (first == true)
            return true;
        var second = right.Test(frame);
        return second == true ? true
            : first is null || second is null ? null
            : false;
    }
}

internal sealed class XorTester(Evaluator left, Evaluator right) : Tester
{
    public override bool? Test(Frame frame) => left.Test(frame) ^ right.Test(frame);
}

internal sealed class NullTester(Evaluator operand, bool isNull) : Tester
{
    public override bool? Test(Frame frame) => operand.Evaluate(frame).IsNull == isNull;
}

internal sealed class ComparisonTester(ComparisonOperator comparison, Evaluator left, Evaluator right) : Tester
{
    public override bool? Test(Frame frame)
    {
        var (a, b) = (left.Evaluate(frame), right.Evaluate(frame));
        if (a.Object is { } value && b.Object is not null)
            frame.Meter.Handle(value);
        return Comparison.Compare(comparison, a, b, frame.Graph);
    }

    // A field of each node beside a whole number that stays the same.
    public override int Keep(Frame frame, int slot, Span<int> nodes)
    {
        if (!TryField(frame, slot, out var key, out var wanted))
            return base.Keep(frame, slot, nodes);
        var kept = 0;
        foreach (var node in nodes)
        {
            // The column alone tells in the common case (bench/, "query").
            var holds =
                frame.Graph.Ground.TryStamp(node, key.Number, out var stamp) && stamp.TryGetInteger(out var number)
                    ? Comparison.Holds(comparison, number.CompareTo(wanted))
                    : Holds(frame, node, key, wanted);
            if (holds)
                nodes[kept++] = node;
        }

        return kept;
    }

    public override void Keep(Frame frame, int slot, NodeBlock block, bool isWanted)
    {
        if (!isWanted || !TryField(frame, slot, out var key, out var wanted) || Bounds(wanted) is not (var least, var most))
        {
            base.Keep(frame, slot, block, isWanted);
            return;
        }

        var (compared, asked) = (0, 0);
        for (var word = 0; word < block.Bits.Length; word++)
        {
            if (block.Bits[word] == 0)
                continue;
            var first = block.First + (64 * word);
            var kept = frame.Graph.Ground.Within(key.Number, first, block.Bits[word], least, most, out var asks);
            compared += System.Numerics.BitOperations.PopCount(block.Bits[word]);
            for (; asks != 0; asks &= asks - 1, asked++)
            {
                var bit = System.Numerics.BitOperations.TrailingZeroCount(asks);
                if (Holds(frame, first + bit, key, wanted))
                    kept |= 1UL << bit;
            }

            block.Bits[word] = kept;
        }

        frame.Graph.Ground.NoteCompared(key.Number, compared, asked);
    }

    private bool TryField(Frame frame, int slot, out PropertyKey key, out long number)
    {
        if (
            left is SlotPropertyValue { Slot: var of, Key: var field }
            && of == slot
            && right is Constant { Cell: { IsInteger: true, Integer: var wanted } }
            && frame.Graph.Sketch is null
            && (frame.Graph.Vocabulary.IsPlain || !OurProperties.Names.Contains(field.Name))
        )
        {
            (key, number) = (field, wanted);
            return true;
        }

        (key, number) = (default!, 0);
        return false;
    }

    private bool Holds(Frame frame, int node, PropertyKey key, long wanted) =>
        Comparison.Compare(comparison, frame.Graph.Property(node, key), Cell.Of(wanted), frame.Graph) == true;

    // The whole numbers for which it holds; null where they are not all in a row, or none.
    private (long Least, long Most)? Bounds(long number) =>
        comparison switch
        {
            ComparisonOperator.Equal => (number, number),
            ComparisonOperator.LessOrEqual => (long.MinValue, number),
            ComparisonOperator.GreaterOrEqual => (number, long.MaxValue),
            ComparisonOperator.Less when number > long.MinValue => (long.MinValue, number - 1),
            ComparisonOperator.Greater when number < long.MaxValue => (number + 1, long.MaxValue),
            _ => null,
        };
}

/// <summary>A chain of comparisons: each operand is computed once.</summary>
internal sealed class ChainTester(Evaluator first, (ComparisonOperator Operator, Evaluator Right)[] rest) : Tester
{
    public override bool? Test(Frame frame)
    {
        var left = first.Evaluate(frame);
        bool? all = true;
        foreach (var (comparison, next) in rest)
        {
            var right = next.Evaluate(frame);
            var holds = Comparison.Compare(comparison, left, right, frame.Graph);
            if (holds == false)
                return false;
            all &= holds;
            left = right;
        }

        return all;
    }
}

internal sealed class InTester(Evaluator item, Evaluator list) : Tester
{
    public override bool? Test(Frame frame)
    {
        var among = list.Evaluate(frame).ToValue(frame.Graph);
        frame.Meter.Handle(among);
        return Comparing.In(item.Evaluate(frame).ToValue(frame.Graph), among);
    }
}

internal sealed class TextTester(BinaryOperator test, Evaluator left, Evaluator right, TextSpan place) : Tester
{
    public override bool? Test(Frame frame)
    {
        var (text, with) = (left.Evaluate(frame).ToValue(frame.Graph), right.Evaluate(frame).ToValue(frame.Graph));
        frame.Meter.Handle(text);
        try
        {
            return test switch
            {
                BinaryOperator.StartsWith => Texts.StartsWith(text, with),
                BinaryOperator.EndsWith => Texts.EndsWith(text, with),
                BinaryOperator.Contains => Texts.Contains(text, with),
                _ => Texts.Matches(text, with),
            };
        }
        catch (QueryException refused) when (refused.Fault.At is null)
        {
            throw refused.At(place);
        }
    }
}

internal sealed class LabelsTester(Evaluator target, LabelTest[] labels) : Tester
{
    public override bool? Test(Frame frame)
    {
        var of = target.Evaluate(frame);
        if (of.IsNull)
            return null;
        if (of.IsRelation)
            return Array.TrueForAll(labels, label => label.Written == frame.Graph.TypeOf(of.Number));
        return of.IsNode
            ? Array.TrueForAll(labels, label => frame.Graph.Has(of.Number, label))
            : throw QueryFaults.InvalidArgument("a label", "a node or a relation", of.ToValue(frame.Graph));
    }
}

/// <summary><c>all</c>, <c>any</c>, <c>none</c> and <c>single</c> over a list.</summary>
internal sealed class QuantifiedTester(Quantifier quantifier, int slot, Evaluator source, Evaluator where) : Tester
{
    public override bool? Test(Frame frame)
    {
        if (Looped.Over(source, frame) is not { } items)
            return null;
        var (yes, unknown) = (0, 0);
        for (var i = 0L; i < items.Count; i++)
        {
            frame.Meter.Look();
            frame.Slots[slot] = items.Cell(i, frame.Graph);
            var holds = where.Test(frame);
            yes += holds == true ? 1 : 0;
            unknown += holds is null ? 1 : 0;
            if (holds == false && quantifier == Quantifier.All)
                return false;
            if (holds == true && quantifier is Quantifier.Any or Quantifier.None && yes > 0)
                return quantifier == Quantifier.Any;
            if (quantifier == Quantifier.Single && yes > 1)
                return false;
        }

        return unknown > 0
            ? null
            : quantifier switch
            {
                Quantifier.Any => false,
                Quantifier.Single => yes == 1,
                _ => true,
            };
    }
}

/// <summary>Whether a subquery has a row.</summary>
internal sealed class ExistsTester(int number, Plan plan) : Tester
{
    public override bool? Test(Frame frame)
    {
        var step = frame.Subplan(number, plan);
        step.Begin();
        return step.Next();
    }
}
