using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Adds up. Nothing at all is 0.</summary>
internal sealed class Summing : Aggregate
{
    private Value? _sum;
    private long _whole;
    private bool _hasWhole;

    public override void Add(Value v)
    {
        var value = Clear.Of(v);
        if (value is Value.Null)
            return;
        if (value is not (Value.Integer or Value.Float or Value.Duration or Value.Money))
            throw QueryFaults.ArgumentMisfit("sum()", value, "numbers, durations or amounts of money");
        _sum = _sum is null ? value : Arithmetic.Add(_sum, value);
    }

    public override void Add(long number)
    {
        // Beyond 64 bits the sum refuses as addition does.
        if (((_whole ^ (_whole + number)) & (number ^ (_whole + number))) < 0)
            Settle();
        (_whole, _hasWhole) = (_whole + number, true);
    }

    public override Value Result()
    {
        Settle();
        return _sum ?? Value.Of(0L);
    }

    private void Settle()
    {
        if (!_hasWhole)
            return;
        var whole = Value.Of(_whole);
        (_whole, _hasWhole) = (0, false);
        _sum = _sum is null ? whole : Arithmetic.Add(_sum, whole);
    }
}
