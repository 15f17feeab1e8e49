namespace Orrery.Query;

/// <summary>A list that grows by arrays of the same size: nothing is copied, and no array is so large that it lies apart in memory (<see cref="CellRows"/>).</summary>
internal sealed class Chunks<T>
{
    private const int Shift = 12;
    private const int Size = 1 << Shift;

    private readonly List<T[]> _arrays = [];

    public int Count { get; private set; }

    /// <summary>One of them; where it lies, until the next is added.</summary>
    public ref T this[int place] => ref _arrays[place >> Shift][place & (Size - 1)];

    public void Add(in T item)
    {
        var array = Count >> Shift;
        if (array == _arrays.Count)
            _arrays.Add(new T[array == 0 ? 4 : Size]);
        else if (array == 0 && Count == _arrays[0].Length)
            _arrays[0] = Widened(_arrays[0]);
        _arrays[array][Count++ & (Size - 1)] = item;
    }

    private static T[] Widened(T[] first)
    {
        Array.Resize(ref first, 2 * first.Length);
        return first;
    }
}
