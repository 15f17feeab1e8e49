namespace Orrery.Graph;

/// <summary>
/// The fields (and the labels) that everything is grouped, chosen or compared by, as numbered values or as whole numbers, each around a minute; laid out from use, the least used
/// dropped first.
/// </summary>
internal sealed class CodeColumns(Epoch epoch)
{
    private const int Most = 8;
    private const int Fewest = 16_384;

    private readonly Lock _building = new();
    private readonly Dictionary<(int Field, Type Layout), long> _asked = [];
    private readonly HashSet<int> _tooMany = [];
    private Use[] _columns = [];
    private int _clock;

    /// <summary>Of the field's columns the one that tells most about a minute; null where none does.</summary>
    public TColumn? Find<TColumn>(int field, int minute)
        where TColumn : MinuteColumn
    {
        var (best, most) = (default(Use), 0);
        foreach (var use in Volatile.Read(ref _columns))
        {
            if (
                use.Column is TColumn { IsReady: true }
                && use.Column.Field == field
                && use.Column.BlocksAt(minute) is var telling
                && telling > most
            )
                (best, most) = (use, telling);
        }

        if (best is not null)
            best.Last = Interlocked.Increment(ref _clock);
        return best?.Column as TColumn;
    }

    /// <summary>Notes that so many values at an instant were asked for one by one; may number them, on the asker's time.</summary>
    public void NoteUncoded(GraphMemory memory, int field, long at, int times) =>
        Note(memory, new(field, at), times, entities => new FieldCodes(field, entities));

    /// <summary>Notes that so many values at an instant were compared with a whole number one by one; may lay them out, on the asker's time.</summary>
    public void NoteCompared(GraphMemory memory, int field, long at, int times) =>
        Note(memory, new(field, at), times, entities => new WholeNumbers(field, entities));

    private void Note<TColumn>(GraphMemory memory, Wanted wanted, int times, Func<int, TColumn> make)
        where TColumn : MinuteColumn
    {
        var key = (wanted.Field, typeof(TColumn));
        lock (_building)
        {
            var asked = _asked[key] = _asked.GetValueOrDefault(key) + times;
            if (asked < Math.Max(Fewest, epoch.Outgoing.EntityCount))
                return;
            if (typeof(TColumn) == typeof(FieldCodes) && _tooMany.Contains(wanted.Field))
                return;
            _asked[key] = 0;
            // What it leaves out, another of the same minute would leave out too.
            var minute = EdgeLayout.MinuteOf(wanted.At);
            if (Find<TColumn>(wanted.Field, minute)?.TellsAll(minute) == true)
                return;
            var column = make(epoch.Outgoing.EntityCount);
            // Published before it is filled: what the writer marks meanwhile is not lost, and nobody reads it before it is ready.
            Publish(new(column) { Last = Interlocked.Increment(ref _clock) });
            // The writer adds a fact, then looks for columns to mark; we publish the column, then look for facts: one of us must see the other. The builder, who comes seldom, pays for both.
            Interlocked.MemoryBarrierProcessWide();
            if (column.Fill(memory, epoch, wanted.At))
                return;
            _tooMany.Add(wanted.Field);
            Volatile.Write(ref _columns, [.. _columns.Where(use => use.Column != column)]);
        }
    }

    /// <summary>A field of an entity (or its labels) was asserted. Writer only.</summary>
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

    private sealed class Use(MinuteColumn column)
    {
        public MinuteColumn Column => column;

        public int Last;
    }

    private readonly record struct Wanted(int Field, long At);
}
