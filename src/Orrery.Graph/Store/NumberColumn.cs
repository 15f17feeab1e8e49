namespace Orrery.Graph;

/// <summary>A number per entity with the minutes between which it holds; entries that cannot say so send the asker to the facts.</summary>
internal sealed class NumberColumn
{
    /// <summary>Minutes that no reading has: not filled yet, and never to be believed.</summary>
    private const int Unfilled = int.MaxValue - 1;
    private const int Marked = int.MaxValue;

    private readonly Entry[] _entries;

    public NumberColumn(int entities)
    {
        _entries = new Entry[entities];
        Array.Fill(_entries, new() { FromMinute = Unfilled });
    }

    /// <summary>Asks for an entry that will be read soon.</summary>
    public void Hint(int entity)
    {
        if (entity < _entries.Length)
            Prefetch.Of(ref _entries[entity]);
    }

    /// <summary>The number at a minute; false when the facts must be asked.</summary>
    public bool TryGet(int entity, int minute, out double number)
    {
        number = 0;
        if (entity >= _entries.Length)
            return false;
        ref var entry = ref _entries[entity];
        var from = Volatile.Read(ref entry.FromMinute);
        if (from >= Unfilled || minute == from || minute == entry.ToMinute)
            return false;
        if (from < minute && minute < entry.ToMinute)
            number = entry.Number;
        return true;
    }

    public void Mark(int entity)
    {
        if (entity >= 0 && entity < _entries.Length)
            Volatile.Write(ref _entries[entity].FromMinute, Marked);
    }

    public void Fill(GraphMemory memory, Epoch epoch, int label, int field)
    {
        for (var entity = 0; entity < _entries.Length; entity++)
        {
            if ((memory.EntityFlags[entity] & GraphMemory.HasLabels) != 0)
                continue;
            // Without the label it counts nothing, at any time.
            var found = new Entry { FromMinute = int.MinValue, ToMinute = int.MaxValue };
            if (memory.LabelSets.Has(memory.EntityLabels[entity], label) && !TryRead(epoch, entity, field, out found))
                continue;
            ref var entry = ref _entries[entity];
            (entry.Number, entry.ToMinute) = (found.Number, found.ToMinute);
            // Marked meanwhile stays marked.
            Interlocked.CompareExchange(ref entry.FromMinute, found.FromMinute, Unfilled);
        }
    }

    private static bool TryRead(Epoch epoch, int entity, int field, out Entry entry)
    {
        entry = new() { FromMinute = int.MinValue, ToMinute = int.MaxValue };
        if (epoch.Facts.HasTail(entity))
            return false;
        var found = 0;
        foreach (ref readonly var fact in epoch.Facts.FrozenOf(entity))
        {
            if (fact.Field != field)
                continue;
            // An epoch laid out for an old revision shares the facts of a newer one.
            if (fact.Revision > epoch.Revision)
                return false;
            found++;
            entry = new()
            {
                Number =
                    fact.Tag == FactTags.Integer ? fact.Payload
                    : fact.Tag == FactTags.Float ? BitConverter.Int64BitsToDouble(fact.Payload)
                    : 0,
                FromMinute = EdgeLayout.MinuteOf(fact.From),
                ToMinute = EdgeLayout.MinuteOf(fact.To),
            };
        }

        return found <= 1;
    }

    private struct Entry
    {
        public double Number;
        public int FromMinute;
        public int ToMinute;
    }
}
