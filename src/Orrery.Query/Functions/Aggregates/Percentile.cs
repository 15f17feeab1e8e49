using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The number at a share of the sorted numbers; of nothing, null.</summary>
internal sealed class Percentile : Aggregate
{
    private readonly bool _nearest;
    private readonly double _share;
    private readonly List<Value> _numbers = [];

    public Percentile(Value? share, bool nearest)
    {
        _nearest = nearest;
        _share = Arguments.Number(share ?? Value.Nothing, Name);
        if (_share is not (>= 0 and <= 1))
            throw QueryFaults.OutOfRange(
                $"{Name}() takes a share from 0.0 to 1.0, not {CypherText.Of(_share)}.",
                "Write 0.9 for 90 %."
            );
    }

    private string Name => _nearest ? "percentileDisc" : "percentileCont";

    public override void Add(Value v)
    {
        var value = Clear.Of(v);
        if (value is Value.Null)
            return;
        if (value is not (Value.Integer or Value.Float))
            throw QueryFaults.ArgumentMisfit($"{Name}()", value, "numbers");
        _numbers.Add(value);
    }

    public override Value Result()
    {
        if (_numbers.Count == 0)
            return Value.Nothing;
        _numbers.Sort(ValueOrder.Instance);
        return _nearest ? _numbers[Math.Max(0, (int)Math.Ceiling(_share * _numbers.Count) - 1)] : Between();
    }

    private Value Between()
    {
        var place = _share * (_numbers.Count - 1);
        var (low, high) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
        var (below, above) = (Arguments.Number(_numbers[low], Name), Arguments.Number(_numbers[high], Name));
        return Value.Of(below + ((above - below) * (place - low)));
    }
}
