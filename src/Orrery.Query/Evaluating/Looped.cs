using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What a loop goes over: the items of a list, or the numbers of a <c>range()</c>, of which no list is made.</summary>
internal readonly struct Looped
{
    private readonly ImmutableArray<Value> _items;
    private readonly NumberRange _numbers;

    private Looped(ImmutableArray<Value> items) => (_items, Count) = (items, items.Length);

    private Looped(NumberRange numbers) => (_numbers, Count) = (numbers, numbers.Count);

    /// <summary>How many.</summary>
    public long Count { get; }

    /// <summary>Null for null.</summary>
    /// <exception cref="QueryException">It is no list.</exception>
    public static Looped? Over(Evaluator source, Frame frame)
    {
        if (source is FunctionValue { IsRange: true } range)
            return range.Numbers(frame) is { } numbers ? new(numbers) : null;
        var cell = source.Evaluate(frame);
        return cell.IsNull ? null
            : cell.Object is Value.List list ? new(list.Items)
            : throw QueryFaults.InvalidArgument("a loop over items", "a list", cell.ToValue(frame.Graph));
    }

    /// <summary>One of them, from 0, to count with.</summary>
    public Cell Cell(long place, QueryGraph graph) =>
        _items.IsDefault ? Query.Cell.Of(_numbers[place]) : Query.Cell.Of(_items[(int)place], graph);

    /// <summary>One of them, from 0, to keep as it is.</summary>
    public Value Item(long place) => _items.IsDefault ? Value.Of(_numbers[place]) : _items[(int)place];
}
