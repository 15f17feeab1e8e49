using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The first or last in the order of values; of nothing, null.</summary>
internal sealed class Extreme(int side) : Aggregate
{
    private Value _best = Value.Nothing;

    public override void Add(Value v)
    {
        var value = Clear.Of(v);
        if (value is not Value.Null && (_best is Value.Null || ValueOrder.Instance.Compare(value, _best) * side > 0))
            _best = value;
    }

    public override Value Result() => _best;
}
