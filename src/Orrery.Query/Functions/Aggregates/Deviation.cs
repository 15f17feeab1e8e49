using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Welford's running variance (Knuth, The Art of Computer Programming 2, 4.2.2); of fewer than two numbers, 0.</summary>
internal sealed class Deviation(int less) : Aggregate
{
    private long _count;
    private double _mean;
    private double _squares;

    public override void Add(Value v)
    {
        if (Clear.Of(v) is Value.Null)
            return;
        var number = Arguments.Number(Clear.Of(v), less == 1 ? "stDev" : "stDevP");
        var before = number - _mean;
        _mean += before / ++_count;
        _squares += before * (number - _mean);
    }

    public override Value Result() => Value.Of(_count < 2 ? 0.0 : Math.Sqrt(_squares / (_count - less)));
}
