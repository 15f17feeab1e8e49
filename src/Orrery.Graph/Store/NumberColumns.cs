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
        // The writer adds a fact, then looks for columns to mark; we publish the column, then look for facts: one of us must see the other. The builder, who comes seldom, pays for both.
        Interlocked.MemoryBarrierProcessWide();
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
