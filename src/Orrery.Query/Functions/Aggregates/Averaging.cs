using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The mean; of nothing, null.</summary>
internal sealed class Averaging : Aggregate
{
    private readonly Summing _others = new();
    private double _sum;
    private bool _isOfNumbers;
    private long _count;

    public override void Add(Value v)
    {
        var value = Clear.Of(v);
        if (value is Value.Null)
            return;
        var isNumber = value is Value.Integer or Value.Float;
        if (_count > 0 && isNumber != _isOfNumbers)
            throw QueryFaults.ArgumentMisfit("avg()", value, "values of one type");
        (_isOfNumbers, _count) = (isNumber, _count + 1);
        if (isNumber)
            _sum += Arguments.Number(value, "avg");
        else
            _others.Add(value);
    }

    public override Value Result() =>
        _count == 0 ? Value.Nothing
        : _isOfNumbers ? Value.Of(_sum / _count)
        : Arithmetic.Divide(_others.Result(), Value.Of(_count));
}
