namespace Orrery.Graph;

/// <summary>
/// The values of one field over all entities around a minute, laid out small. Every block of entities tells between which minutes all it says holds; an entity whose value must be
/// asked of the facts says just that.
/// </summary>
/// <remarks>Safe beside the writer: an entry that is marked is never believed again in this epoch (bench/, "query").</remarks>
internal abstract class MinuteColumn
{
    /// <summary>So many entities share their minutes.</summary>
    public const int Block = 4_096;

    private readonly (int From, int To)[] _minutes;
    private readonly int _entities;
    private bool _isReady;

    protected MinuteColumn(int field, int entities)
    {
        (Field, _entities) = (field, entities);
        _minutes = new (int, int)[(entities + Block - 1) / Block];
        Array.Fill(_minutes, (int.MinValue, int.MaxValue));
    }

    public int Field { get; }

    /// <summary>Whether it is filled, and could hold what there was.</summary>
    public bool IsReady => Volatile.Read(ref _isReady);

    /// <summary>How many blocks tell of a minute.</summary>
    public int BlocksAt(int minute)
    {
        var telling = 0;
        foreach (var (from, to) in _minutes)
            telling += from < minute && minute < to ? 1 : 0;
        return telling;
    }

    /// <summary>Whether all blocks tell of a minute.</summary>
    public bool TellsAll(int minute) => BlocksAt(minute) == _minutes.Length;

    /// <summary>The field was asserted anew. Writer only.</summary>
    public void Mark(int entity)
    {
        if ((uint)entity < (uint)_entities)
            MarkEntry(entity);
    }

    /// <summary>Lays out the values at an instant; false when there are some that it has no room for.</summary>
    public bool Fill(GraphMemory memory, Epoch epoch, long at)
    {
        var minute = EdgeLayout.MinuteOf(at);
        for (var entity = 0; entity < _entities; entity++)
        {
            var isTold = TryRead(memory, epoch, entity, at, out var found) && found.From < minute && minute < found.To;
            switch (Put(entity, isTold ? (found.Tag, found.Payload) : null))
            {
                case Placing.NoRoom:
                    return false;
                case Placing.Told:
                    ref var minutes = ref _minutes[entity / Block];
                    minutes = (Math.Max(minutes.From, found.From), Math.Min(minutes.To, found.To));
                    break;
                default:
                    break;
            }
        }

        Volatile.Write(ref _isReady, true);
        return true;
    }

    /// <summary>Keeps what an entity's value is, unless it was marked meanwhile; null where the facts must be asked.</summary>
    protected abstract Placing Put(int entity, (byte Tag, long Payload)? told);

    protected abstract void MarkEntry(int entity);

    /// <summary>Whether the block of an entity tells of a minute.</summary>
    protected bool Tells(int block, int minute) =>
        block < _minutes.Length && _minutes[block].From < minute && minute < _minutes[block].To;

    private bool TryRead(GraphMemory memory, Epoch epoch, int entity, long at, out Around found)
    {
        found = new(int.MinValue, int.MaxValue, FactTags.Nothing, 0);
        if (Field != GraphMemory.LabelsField)
            return !epoch.Facts.HasTail(entity) && TryRead(epoch.Facts.FrozenOf(entity), epoch.Revision, at, ref found);
        if ((memory.EntityFlags[entity] & GraphMemory.HasLabels) != 0)
            return false;
        found = found with { Tag = FactTags.Labels, Payload = memory.EntityLabels[entity] };
        return true;
    }

    // The newest assertion that covers the instant, and how far around it nothing newer says otherwise.
    private bool TryRead(ReadOnlySpan<Fact> facts, int revision, long at, ref Around found)
    {
        var (from, to) = (Ticks.Beginning, Ticks.End);
        foreach (ref readonly var fact in facts)
        {
            if (fact.Field != Field || fact.From >= fact.To)
            {
                if (fact.Field == Field && FactTags.IsSeries(fact.Tag))
                    return false;
                continue;
            }

            // An epoch laid out for an old revision shares the facts of a newer one.
            if (fact.Revision > revision)
                return false;
            if (fact.To <= at)
                from = Math.Max(from, fact.To);
            else if (at < fact.From)
                to = Math.Min(to, fact.From);
            else
            {
                (from, to) = (fact.From, fact.To);
                found = found with { Tag = fact.Tag, Payload = fact.Tag == FactTags.Nothing ? 0 : fact.Payload };
            }
        }

        found = found with { From = EdgeLayout.MinuteOf(from), To = EdgeLayout.MinuteOf(to) };
        return true;
    }

    protected enum Placing
    {
        Told,
        Asks,
        NoRoom,
    }

    private readonly record struct Around(int From, int To, byte Tag, long Payload);
}
