using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Counts what is not null.</summary>
internal sealed class Counting : Aggregate
{
    private long _count;

    public override void Add(Value v) => _count += Clear.Of(v) is Value.Null ? 0 : 1;

    public override Value Result() => Value.Of(_count);
}
