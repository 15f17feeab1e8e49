using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Adds up. Nothing at all is 0.</summary>
internal sealed class Summing : Aggregate
{
    private Value? _sum;

    public override void Add(Value v)
    {
        var value = Clear.Of(v);
        if (value is Value.Null)
            return;
        if (value is not (Value.Integer or Value.Float or Value.Duration or Value.Money))
            throw QueryFaults.ArgumentMisfit("sum()", value, "numbers, durations or amounts of money");
        _sum = _sum is null ? value : Arithmetic.Add(_sum, value);
    }

    public override Value Result() => _sum ?? Value.Of(0L);
}
