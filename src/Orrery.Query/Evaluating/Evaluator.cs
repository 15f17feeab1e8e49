using Orrery.Graph;

namespace Orrery.Query;

/// <summary>An expression made ready to be computed for row after row. Shared by all runs of a cached plan, so it keeps no state of a run.</summary>
internal abstract class Evaluator
{
    public abstract Cell Evaluate(Frame frame);

    /// <summary>As a truth value; null is unknown.</summary>
    public virtual bool? Test(Frame frame) => TruthOf(Evaluate(frame));

    /// <summary>Of the nodes, one after the other in a slot, keeps those for which it is true, in order.</summary>
    /// <returns>How many are left at the beginning of <paramref name="nodes"/>.</returns>
    public virtual int Keep(Frame frame, int slot, Span<int> nodes)
    {
        var kept = 0;
        foreach (var node in nodes)
        {
            frame.Slots[slot] = Cell.Node(node);
            if (Test(frame) == true)
                nodes[kept++] = node;
        }

        return kept;
    }

    /// <summary>The same for those for which it is false; unknown is neither.</summary>
    public virtual int KeepFalse(Frame frame, int slot, Span<int> nodes)
    {
        var kept = 0;
        foreach (var node in nodes)
        {
            frame.Slots[slot] = Cell.Node(node);
            if (Test(frame) == false)
                nodes[kept++] = node;
        }

        return kept;
    }

    /// <summary>The same for many entities in a row: leaves the bits of those for which it is true, or false.</summary>
    public virtual void Keep(Frame frame, int slot, NodeBlock block, bool isWanted)
    {
        var nodes = block.Nodes();
        var kept = isWanted ? Keep(frame, slot, nodes) : KeepFalse(frame, slot, nodes);
        block.Keep(nodes[..kept]);
    }

    protected Value ValueIn(Frame frame) => Evaluate(frame).ToValue(frame.Graph);

    protected static bool? TruthOf(in Cell cell) =>
        cell.IsBool ? cell.Flag
        : cell.IsNull ? null
        : throw QueryFaults.NotATruthValue(cell.Object);
}

/// <summary>An expression that answers true, false or unknown.</summary>
internal abstract class Tester : Evaluator
{
    public sealed override Cell Evaluate(Frame frame) => Cell.Of(Test(frame));

    public abstract override bool? Test(Frame frame);
}

internal sealed class Constant(Cell cell) : Evaluator
{
    public Cell Cell => cell;

    public override Cell Evaluate(Frame frame) => cell;
}

internal sealed class ParameterValue(int number) : Evaluator
{
    public override Cell Evaluate(Frame frame) => frame.Parameters[number];
}

internal sealed class SlotValue(int slot) : Evaluator
{
    public int Slot => slot;

    public override Cell Evaluate(Frame frame) => frame.Slots[slot];
}

internal sealed class PropertyValue(Evaluator target, PropertyKey key, TextSpan place) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        var of = target.Evaluate(frame);
        if (of.IsNode || of.IsRelation)
        {
            var node = of.IsNode ? of.Number : ~of.Number;
            if (frame.Graph.IsDeleted(node))
                throw QueryFaults.DeletedEntityAccess().At(place);
            return frame.Graph.Property(node, key);
        }

        return of.IsNull ? default : OfValue(frame, of.ToValue(frame.Graph));
    }

    private Cell OfValue(Frame frame, Value value)
    {
        try
        {
            return Cell.Of(Accessing.Property(value, key.Name), frame.Graph);
        }
        catch (QueryException refused) when (refused.Fault.At is null)
        {
            throw refused.At(place);
        }
    }
}

/// <summary>A property of what a slot holds: the most frequent of all expressions, without a step between.</summary>
internal sealed class SlotPropertyValue(int slot, PropertyKey key, TextSpan place) : Evaluator
{
    public int Slot => slot;

    public PropertyKey Key => key;

    public override Cell Evaluate(Frame frame)
    {
        ref var of = ref frame.Slots[slot];
        if (of.IsNode && frame.Graph.Sketch is null)
            return frame.Graph.Property(of.Number, key);
        return _general.Evaluate(frame);
    }

    private readonly PropertyValue _general = new(new SlotValue(slot), key, place);
}

internal sealed class IndexedValue(Evaluator target, Evaluator index, TextSpan place) : Evaluator
{
    public Evaluator Target => target;

    public Evaluator Place => index;

    public override Cell Evaluate(Frame frame)
    {
        var (of, at) = (target.Evaluate(frame), index.Evaluate(frame));
        if (of.IsNull || at.IsNull)
            return default;
        if (at.IsInteger && of.Object is Value.List { Items: var items })
        {
            var item = at.Integer < 0 ? at.Integer + items.Length : at.Integer;
            return item >= 0 && item < items.Length ? Cell.Of(items[(int)item], frame.Graph) : default;
        }

        try
        {
            return OfOther(frame.Graph, of, at);
        }
        catch (QueryException refused) when (refused.Fault.At is null)
        {
            throw refused.At(place);
        }
    }

    private static Cell OfOther(QueryGraph graph, in Cell of, in Cell at)
    {
        if (!of.IsNode && !of.IsRelation)
            return Cell.Of(Accessing.Index(of.ToValue(graph), at.ToValue(graph)), graph);
        return at.Object is Value.Text name
            ? graph.Property(of.IsNode ? of.Number : ~of.Number, graph.Key(name.Characters))
            : throw QueryFaults.MapElementAccessByNonString();
    }
}

internal sealed class SlicedValue(Evaluator target, Evaluator? from, Evaluator? to, TextSpan place) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        var graph = frame.Graph;
        try
        {
            var part = Accessing.Slice(
                target.Evaluate(frame).ToValue(graph),
                from?.Evaluate(frame).ToValue(graph),
                to?.Evaluate(frame).ToValue(graph)
            );
            frame.Meter.Made(part);
            return Cell.Of(part, graph);
        }
        catch (QueryException refused) when (refused.Fault.At is null)
        {
            throw refused.At(place);
        }
    }
}

internal sealed class ListValue(Evaluator[] items) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        var values = new Value[items.Length];
        var building = frame.Meter.Build();
        for (var i = 0; i < items.Length; i++)
        {
            values[i] = items[i].Evaluate(frame).ToValue(frame.Graph);
            building.Add(values[i]);
        }

        return building.End(new Value.List(System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(values)));
    }
}

internal sealed class MapValue((string Key, Evaluator Value)[] entries) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        var map = Properties.None.ToBuilder();
        var building = frame.Meter.Build();
        foreach (var (key, value) in entries)
        {
            map[key] = value.Evaluate(frame).ToValue(frame.Graph);
            building.Add(map[key]);
        }

        return building.End(new Value.Map(map.ToImmutable()));
    }
}

internal sealed class CaseValue(Evaluator? subject, (Evaluator When, Evaluator Then)[] arms, Evaluator? otherwise) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        var of = subject?.Evaluate(frame);
        foreach (var (when, then) in arms)
        {
            var holds = of is { } compared ? Comparison.AreEqual(compared, when.Evaluate(frame), frame.Graph) : when.Test(frame);
            if (holds == true)
                return then.Evaluate(frame);
        }

        return otherwise?.Evaluate(frame) ?? default;
    }
}
