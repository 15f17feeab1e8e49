using System.Collections.Concurrent;

namespace Orrery.Graph;

/// <summary>Columns of one number field over the entities of one label, laid out when sums over them are common; the least used dropped first.</summary>
internal sealed class NumberColumns(Epoch epoch)
{
    private const int Most = 4;
    private const int AskedBefore = 2;

    private readonly ConcurrentDictionary<(int Label, int Field), Use> _uses = new();
    private int _clock;
    private bool _isUsed;

    /// <summary>The column, once it was asked for before.</summary>
    public NumberColumn? Find(GraphMemory memory, int label, int field)
    {
        var use = _uses.GetOrAdd((label, field), _ => new());
        use.Last = Interlocked.Increment(ref _clock);
        if (Volatile.Read(ref use.Column) is { } column)
            return column;
        if (Interlocked.Increment(ref use.Asked) != AskedBefore)
            return null;
        // Published before it is filled: what the writer marks meanwhile is not lost, and an empty entry asks the facts.
        column = new(epoch.Outgoing.EntityCount);
        Volatile.Write(ref use.Column, column);
        Volatile.Write(ref _isUsed, true);
        // The writer adds a fact, then looks for columns to mark; we publish the column, then look for facts: one of us must see the other.
        Interlocked.MemoryBarrier();
        column.Fill(memory, epoch, label, field);
        foreach (
            var (key, _) in _uses
                .Where(pair => pair.Value.Column is not null)
                .OrderByDescending(pair => pair.Value.Last)
                .Skip(Most)
                .ToArray()
        )
            _uses.TryRemove(key, out _);
        return column;
    }

    /// <summary>The field of an entity was asserted anew (or its labels were). Writer only.</summary>
    public void Mark(int entity, int field)
    {
        Interlocked.MemoryBarrier();
        if (!Volatile.Read(ref _isUsed))
            return;
        foreach (var ((_, of), use) in _uses)
        {
            if (of == field || field == GraphMemory.LabelsField)
                Volatile.Read(ref use.Column)?.Mark(entity);
        }
    }

    private sealed class Use
    {
        public NumberColumn? Column;
        public int Asked;
        public int Last;
    }
}

/// <summary>A number per entity with the minutes between which it holds; entries that cannot say so simply send the asker to the facts.</summary>
internal sealed class NumberColumn(int entities)
{
    private const byte Known = 1;
    private const byte Marked = 2;

    private readonly Entry[] _entries = new Entry[entities];
    private readonly byte[] _states = new byte[entities];

    /// <summary>The number at a minute; false when the facts must be asked.</summary>
    public bool TryGet(int entity, int minute, out double number)
    {
        number = 0;
        if (entity >= _entries.Length || Volatile.Read(ref _states[entity]) != Known)
            return false;
        ref readonly var entry = ref _entries[entity];
        if (minute == entry.FromMinute || minute == entry.ToMinute)
            return false;
        if (entry.FromMinute < minute && minute < entry.ToMinute)
            number = entry.Number;
        return true;
    }

    public void Mark(int entity)
    {
        if (entity >= 0 && entity < _states.Length)
            Volatile.Write(ref _states[entity], Marked);
    }

    public void Fill(GraphMemory memory, Epoch epoch, int label, int field)
    {
        for (var entity = 0; entity < _entries.Length; entity++)
        {
            if ((memory.EntityFlags[entity] & GraphMemory.HasLabels) != 0)
                continue;
            var isLabelled = memory.LabelSets.Has(memory.EntityLabels[entity], label);
            if (isLabelled && !TryRead(epoch, entity, field, out _entries[entity]))
                continue;
            // Marked meanwhile stays marked.
            Interlocked.CompareExchange(ref _states[entity], Known, 0);
        }
    }

    private static bool TryRead(Epoch epoch, int entity, int field, out Entry entry)
    {
        entry = default;
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
            entry = new(
                fact.Tag == FactTags.Integer ? fact.Payload
                    : fact.Tag == FactTags.Float ? BitConverter.Int64BitsToDouble(fact.Payload)
                    : 0,
                EdgeLayout.MinuteOf(fact.From),
                EdgeLayout.MinuteOf(fact.To)
            );
        }

        return found <= 1;
    }

    private readonly record struct Entry(double Number, int FromMinute, int ToMinute);
}
