using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Keeps all in order.</summary>
internal sealed class Collecting : Aggregate
{
    private readonly GrowingList _items = new();

    public override void Add(Value v)
    {
        Lists.CheckDepth(v);
        if (Clear.Of(v) is not Value.Null)
            _items.Add(v);
    }

    public override Value Result() => _items.ToValue();
}
