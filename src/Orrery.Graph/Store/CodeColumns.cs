namespace Orrery.Graph;

/// <summary>Numbered values of the fields (and of the labels) that everything is grouped or chosen by, each around a minute; laid out from use, the least used dropped first.</summary>
internal sealed class CodeColumns(Epoch epoch)
{
    private const int Most = 8;
    private const int Fewest = 16_384;

    private readonly Lock _building = new();
    private readonly Dictionary<int, long> _asked = [];
    private readonly HashSet<int> _tooMany = [];
    private Use[] _columns = [];
    private int _clock;

    /// <summary>Of the field's columns the one that tells most about a minute; null where none does.</summary>
    public FieldCodes? Find(int field, int minute)
    {
        var (best, most) = (default(Use), 0);
        foreach (var use in Volatile.Read(ref _columns))
        {
            if (use.Column.Field == field && use.Column.IsReady && use.Column.BlocksAt(minute) is var telling && telling > most)
                (best, most) = (use, telling);
        }

        if (best is not null)
            best.Last = Interlocked.Increment(ref _clock);
        return best?.Column;
    }

    /// <summary>Notes that so many values at an instant were asked for one by one; may build a column on the asker's time.</summary>
    public void Note(GraphMemory memory, int field, long at, int times)
    {
        lock (_building)
        {
            var asked = _asked[field] = _asked.GetValueOrDefault(field) + times;
            if (asked < Math.Max(Fewest, epoch.Outgoing.EntityCount) || _tooMany.Contains(field))
                return;
            _asked[field] = 0;
            // What it leaves out, another of the same minute would leave out too.
            if (Find(field, EdgeLayout.MinuteOf(at))?.TellsAll(EdgeLayout.MinuteOf(at)) == true)
                return;
            FieldCodes column = new(field, epoch.Outgoing.EntityCount);
            // Published before it is filled: what the writer marks meanwhile is not lost, and nobody reads it before it is ready.
            Publish(new(column) { Last = Interlocked.Increment(ref _clock) });
            // The writer adds a fact, then looks for columns to mark; we publish the column, then look for facts: one of us must see the other.
            Interlocked.MemoryBarrier();
            if (column.Fill(memory, epoch, at))
                return;
            _tooMany.Add(field);
            Volatile.Write(ref _columns, [.. _columns.Where(use => use.Column != column)]);
        }
    }

    /// <summary>A field of an entity (or its labels) was asserted. Writer only; a barrier lies between the fact and this.</summary>
    public void Mark(int entity, int field)
    {
        foreach (var use in Volatile.Read(ref _columns))
        {
            if (use.Column.Field == field)
                use.Column.Mark(entity);
        }
    }

    private void Publish(Use use)
    {
        var kept = _columns.Length < Most ? _columns : [.. _columns.OrderByDescending(one => one.Last).Take(Most - 1)];
        Volatile.Write(ref _columns, [.. kept, use]);
    }

    private sealed class Use(FieldCodes column)
    {
        public FieldCodes Column => column;

        public int Last;
    }
}
