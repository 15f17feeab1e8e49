namespace Orrery.Graph;

/// <summary>
/// The values of one field over all entities around a minute, as small numbers: two bytes each. Every block of entities tells between which minutes all its numbers hold;
/// an entity whose value must be asked of the facts has number 0.
/// </summary>
/// <remarks>Safe beside the writer: an entry that is marked is never believed again in this epoch (bench/, "query").</remarks>
internal sealed class FieldCodes
{
    /// <summary>So many entities share their minutes.</summary>
    public const int Block = 4_096;

    /// <summary>More different values than this are not worth numbering.</summary>
    public const int MostValues = 4_096;

    private const ushort Ask = 0;
    private const ushort Unfilled = ushort.MaxValue;

    private readonly ushort[] _codes;
    private readonly (int From, int To)[] _minutes;
    private readonly List<(byte Tag, long Payload)> _values = [];
    private bool _isReady;

    public FieldCodes(int field, int entities)
    {
        Field = field;
        _codes = new ushort[entities];
        Array.Fill(_codes, Unfilled);
        _minutes = new (int, int)[(entities + Block - 1) / Block];
        Array.Fill(_minutes, (int.MinValue, int.MaxValue));
    }

    public int Field { get; }

    /// <summary>Whether it is filled, and had few enough values.</summary>
    public bool IsReady => Volatile.Read(ref _isReady);

    /// <summary>One more than the largest number.</summary>
    public int Count => _values.Count + 1;

    public (byte Tag, long Payload) this[int code] => _values[code - 1];

    /// <summary>The numbers of the entities of a block; none when the block does not tell of that minute.</summary>
    public ReadOnlySpan<ushort> At(int block, int minute)
    {
        if (block >= _minutes.Length || _minutes[block].From >= minute || minute >= _minutes[block].To)
            return [];
        var first = block * Block;
        return _codes.AsSpan(first, Math.Min(Block, _codes.Length - first));
    }

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
        if ((uint)entity < (uint)_codes.Length)
            Volatile.Write(ref _codes[entity], Ask);
    }

    /// <summary>Numbers the values at an instant; false when there are too many.</summary>
    public bool Fill(GraphMemory memory, Epoch epoch, long at)
    {
        Dictionary<(byte, long), ushort> numbers = [];
        var minute = EdgeLayout.MinuteOf(at);
        for (var entity = 0; entity < _codes.Length; entity++)
        {
            var code = Ask;
            if (TryRead(memory, epoch, entity, at, out var found) && found.From < minute && minute < found.To)
            {
                if (!numbers.TryGetValue((found.Tag, found.Payload), out code))
                {
                    if (_values.Count == MostValues)
                        return false;
                    _values.Add((found.Tag, found.Payload));
                    code = numbers[(found.Tag, found.Payload)] = (ushort)_values.Count;
                }

                ref var minutes = ref _minutes[entity / Block];
                minutes = (Math.Max(minutes.From, found.From), Math.Min(minutes.To, found.To));
            }

            // Marked meanwhile stays marked.
            Interlocked.CompareExchange(ref _codes[entity], code, Unfilled);
        }

        Volatile.Write(ref _isReady, true);
        return true;
    }

    private bool TryRead(GraphMemory memory, Epoch epoch, int entity, long at, out Entry found)
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
    private bool TryRead(ReadOnlySpan<Fact> facts, int revision, long at, ref Entry found)
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

    private readonly record struct Entry(int From, int To, byte Tag, long Payload);
}
