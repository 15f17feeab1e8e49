namespace Orrery.Graph;

/// <summary>The values of one field over all entities as small numbers from 1: equal numbers, equal values. 0 is no number: the value is to be read.</summary>
public sealed class ValueCodes
{
    private readonly FieldCodes _codes;
    private readonly int _minute;

    internal ValueCodes(FieldCodes codes, int minute) => (_codes, _minute) = (codes, minute);

    /// <summary>One more than the largest number.</summary>
    public int Count => _codes.Count;

    /// <summary>The value that a number stands for.</summary>
    public ValueStamp this[int code] => _codes[code] is var (tag, payload) ? new(payload, tag) : default;

    /// <summary>The label set that a number stands for, where these are numbers of labels.</summary>
    public int LabelSet(int code) => (int)_codes[code].Payload;

    /// <summary>The numbers of the entities of a block, in order; none where they do not tell of the instant that is read. Later entities may be missing at the end.</summary>
    public ReadOnlySpan<ushort> Of(int block) => _codes.At(block, _minute);
}
