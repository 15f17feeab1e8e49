namespace Orrery.Graph;

/// <summary>A number for some rows of a long table, -1 for the rest; room is taken by 1,024 rows where something is set.</summary>
internal sealed class SparseInts
{
    private const int Shift = 10;
    private const int Mask = (1 << Shift) - 1;

    private int[]?[] _chunks = new int[]?[16];

    /// <summary>Asks for a number that will be read soon.</summary>
    public void Hint(int row)
    {
        var chunks = Volatile.Read(ref _chunks);
        var chunk = row >> Shift;
        if (chunk < chunks.Length && chunks[chunk] is { } rows)
            Prefetch.Of(ref rows[row & Mask]);
    }

    /// <summary>Reads from any thread; writes from the writer only.</summary>
    public int this[int row]
    {
        get
        {
            var chunks = Volatile.Read(ref _chunks);
            var chunk = row >> Shift;
            return chunk < chunks.Length && chunks[chunk] is { } rows ? Volatile.Read(ref rows[row & Mask]) - 1 : -1;
        }
        set
        {
            var chunk = row >> Shift;
            if (chunk >= _chunks.Length)
            {
                var wider = new int[]?[Math.Max(chunk + 1, _chunks.Length * 2)];
                _chunks.CopyTo(wider, 0);
                Volatile.Write(ref _chunks, wider);
            }

            Volatile.Write(ref (_chunks[chunk] ??= new int[1 << Shift])[row & Mask], value + 1);
        }
    }
}
