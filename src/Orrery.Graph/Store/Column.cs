namespace Orrery.Graph;

/// <summary>An append-only column: one writer, any number of readers that never wait. Rows stay where they are for ever.</summary>
/// <remarks>Rows up to the loaded ones lie in one array, later ones in chunks of 4,096. A reader must know from elsewhere how many rows it may see.</remarks>
internal sealed class Column<T>
    where T : struct
{
    private const int Shift = 12;
    private const int Mask = (1 << Shift) - 1;

    private readonly T[] _loaded;
    private readonly int _loadedCount;
    private T[][] _chunks = new T[4][];
    private int _count;

    public Column()
        : this([], 0) { }

    public Column(T[] loaded, int count) => (_loaded, _loadedCount, _count) = (loaded, count, count);

    public int Count => Volatile.Read(ref _count);

    public ref T this[int row]
    {
        get
        {
            if (row < _loadedCount)
                return ref _loaded[row];
            var at = row - _loadedCount;
            return ref _chunks[at >> Shift][at & Mask];
        }
    }

    /// <summary>Asks for a row that will be read soon.</summary>
    public void Hint(int row) => Prefetch.Of(ref this[row]);

    /// <summary>Appends a row and returns its number. Writer only.</summary>
    public int Add(in T row)
    {
        var at = _count - _loadedCount;
        var chunk = at >> Shift;
        if (chunk == _chunks.Length)
        {
            var wider = new T[_chunks.Length * 2][];
            _chunks.CopyTo(wider, 0);
            Volatile.Write(ref _chunks, wider);
        }

        (_chunks[chunk] ??= GC.AllocateUninitializedArray<T>(1 << Shift))[at & Mask] = row;
        Volatile.Write(ref _count, _count + 1);
        return _count - 1;
    }

    /// <summary>The first rows as runs of memory, in order.</summary>
    public IEnumerable<ReadOnlyMemory<T>> Runs(int count)
    {
        if (_loadedCount > 0)
            yield return _loaded.AsMemory(0, Math.Min(count, _loadedCount));
        for (var at = 0; at + _loadedCount < count; at += 1 << Shift)
            yield return _chunks[at >> Shift].AsMemory(0, Math.Min(1 << Shift, count - _loadedCount - at));
    }
}
