namespace Orrery.Graph;

/// <summary>Columns of the fields that are read most, laid out when reading them from the facts has cost as much; the least used dropped first.</summary>
internal sealed class FieldColumns(Epoch epoch)
{
    private const int Most = 8;
    private const int Fewest = 16_384;

    private readonly Lock _building = new();
    private FieldColumn?[] _columns = [];
    private long[] _asked = new long[64];
    private bool _isUsed;

    /// <summary>The column of a field, if it has earned one.</summary>
    public FieldColumn? Find(int field)
    {
        var columns = Volatile.Read(ref _columns);
        return (uint)field < (uint)columns.Length ? columns[field] : null;
    }

    /// <summary>Notes that a field was read from the facts so many times; may build its column on the asker's time.</summary>
    public void Note(int field, int times)
    {
        lock (_building)
        {
            if (field >= _asked.Length)
                Array.Resize(ref _asked, Math.Max(field + 1, _asked.Length * 2));
            _asked[field] += times;
            if (Find(field) is not null || _asked[field] < Math.Max(Fewest, epoch.Outgoing.EntityCount / 2))
                return;
            var column = new FieldColumn(epoch.Outgoing.EntityCount);
            // Published before it is filled: what the writer marks meanwhile is not lost, and an empty entry asks the facts.
            var wider = new FieldColumn?[Math.Max(field + 1, _columns.Length)];
            _columns.CopyTo(wider, 0);
            wider[field] = column;
            Drop(wider, field);
            Volatile.Write(ref _columns, wider);
            Volatile.Write(ref _isUsed, true);
            // The writer adds a fact, then looks for columns to mark; we publish the column, then look for facts: one of us must see the other. The builder, who comes seldom, pays for both.
            Interlocked.MemoryBarrierProcessWide();
            column.Fill(epoch, field);
        }
    }

    /// <summary>A field of an entity was asserted. Writer only.</summary>
    public void Mark(int entity, int field)
    {
        if (Volatile.Read(ref _isUsed))
            Find(field)?.Mark(entity);
    }

    // Asked the least so far, the new one aside.
    private void Drop(FieldColumn?[] columns, int newest)
    {
        if (columns.Count(column => column is not null) <= Most)
            return;
        var least = Enumerable
            .Range(0, columns.Length)
            .Where(field => columns[field] is not null && field != newest)
            .MinBy(field => _asked[field]);
        columns[least] = null;
        _asked[least] = 0;
    }
}
