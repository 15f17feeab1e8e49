using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Keeps all in order.</summary>
internal sealed class Collecting : Aggregate
{
    private readonly ImmutableArray<Value>.Builder _items = ImmutableArray.CreateBuilder<Value>();

    public override void Add(Value v)
    {
        Lists.CheckDepth(v);
        if (Clear.Of(v) is not Value.Null)
            _items.Add(v);
        if (_items.Count > Lists.Longest)
            throw QueryFaults.ValueTooLarge($"A list of more than {Lists.Longest} items");
    }

    public override Value Result() => new Value.List(_items.ToImmutable());
}
