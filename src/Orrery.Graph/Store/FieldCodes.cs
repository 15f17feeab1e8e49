namespace Orrery.Graph;

/// <summary>Values as small numbers, two bytes each: equal numbers, equal values. An entity whose value must be asked of the facts has number 0.</summary>
internal sealed class FieldCodes : MinuteColumn
{
    /// <summary>More different values than this are not worth numbering.</summary>
    public const int MostValues = 4_096;

    private const ushort Ask = 0;
    private const ushort Unfilled = ushort.MaxValue;

    private readonly ushort[] _codes;
    private readonly List<(byte Tag, long Payload)> _values = [];
    private readonly Dictionary<(byte, long), ushort> _numbers = [];

    public FieldCodes(int field, int entities)
        : base(field, entities)
    {
        _codes = new ushort[entities];
        Array.Fill(_codes, Unfilled);
    }

    /// <summary>One more than the largest number.</summary>
    public int Count => _values.Count + 1;

    public (byte Tag, long Payload) this[int code] => _values[code - 1];

    /// <summary>The numbers of the entities of a block; none when the block does not tell of that minute.</summary>
    public ReadOnlySpan<ushort> At(int block, int minute) =>
        Tells(block, minute) ? _codes.AsSpan(block * Block, Math.Min(Block, _codes.Length - (block * Block))) : [];

    protected override void MarkEntry(int entity) => Volatile.Write(ref _codes[entity], Ask);

    protected override Placing Put(int entity, (byte Tag, long Payload)? told)
    {
        var code = Ask;
        if (told is { } value && !TryNumber(value, out code))
            return Placing.NoRoom;
        // Marked meanwhile stays marked.
        Interlocked.CompareExchange(ref _codes[entity], code, Unfilled);
        return told is null ? Placing.Asks : Placing.Told;
    }

    private bool TryNumber((byte Tag, long Payload) value, out ushort code)
    {
        if (_numbers.TryGetValue(value, out code))
            return true;
        if (_values.Count == MostValues)
            return false;
        _values.Add(value);
        code = _numbers[value] = (ushort)_values.Count;
        return true;
    }
}
