using Orrery.Graph;
using static System.Runtime.InteropServices.ImmutableCollectionsMarshal;

namespace Orrery.Query;

/// <summary>A list that is put together item by item, never with more room than the longest list takes.</summary>
/// <remarks>An array with more room lies apart in memory (<see cref="Lists.Longest"/>).</remarks>
internal sealed class GrowingList
{
    private Value[] _items = [];
    private int _count;

    /// <summary>Adds one.</summary>
    /// <exception cref="QueryException">It is one too many.</exception>
    public void Add(Value item)
    {
        if (_count == _items.Length)
        {
            Lists.CheckLength(_count + 1);
            Array.Resize(ref _items, Math.Clamp(2 * _count, 4, Lists.Longest));
        }

        _items[_count++] = item;
    }

    /// <summary>What it is now. Nothing may be added afterwards.</summary>
    public Value.List ToValue()
    {
        Array.Resize(ref _items, _count);
        return new(AsImmutableArray(_items));
    }
}
