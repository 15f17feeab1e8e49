namespace Orrery.Graph;

/// <summary>Many entities at once: a bit for each, in words of 64, for whoever goes over all of them.</summary>
public sealed partial class Ground
{
    /// <summary>How many entities in a row are told of together.</summary>
    public const int Block = FieldCodes.Block;

    private readonly CodeColumns? _codes = isAnyTime ? null : reading.CurrentCodes;

    /// <summary>Which entities of a block are there to be seen; the same answer as <see cref="Sees"/> of each.</summary>
    /// <param name="block">Its number: it begins with the entity of <see cref="Block"/> times that number.</param>
    /// <param name="bits">A word for every 64 entities of a block; bits past the last entity are cleared.</param>
    public void SeenBits(int block, Span<ulong> bits)
    {
        var first = block * Block;
        var holdsAll = _lives is not null && _lives.HoldsAll(block, reading.Minute) && first + Block <= _lives.Count;
        for (var word = 0; word < bits.Length; word++)
        {
            var entity = first + (64 * word);
            bits[word] = (holdsAll ? ulong.MaxValue : SeenWord(entity)) & ~reading.Mask.Word(entity >> 6);
        }
    }

    private ulong SeenWord(int first)
    {
        if (first >= EntityCount)
            return 0;
        var (holds, asks) = _lives is null ? (0, ulong.MaxValue) : _lives.TellWord(first, reading.Minute);
        for (var left = asks; left != 0; left &= left - 1)
        {
            var bit = System.Numerics.BitOperations.TrailingZeroCount(left);
            if (first + bit < EntityCount && Sees(first + bit))
                holds |= 1UL << bit;
        }

        return holds;
    }

    /// <summary>Of 64 entities keeps those with a whole number within bounds, as far as a column tells.</summary>
    /// <param name="field">The field.</param>
    /// <param name="first">The first of the entities.</param>
    /// <param name="bits">Those that are asked about.</param>
    /// <param name="least">The least number wanted.</param>
    /// <param name="most">The most; not below the least.</param>
    /// <param name="asks">Those whose value must be read.</param>
    /// <returns>The bits of those whose number is within.</returns>
    public ulong Within(int field, int first, ulong bits, long least, long most, out ulong asks)
    {
        (var within, asks) = _columns?.Find(field)?.Within(first, bits, reading.Minute, least, most) ?? (0, bits);
        return within;
    }

    /// <summary>The values of a field as small numbers; null while none are laid out.</summary>
    public ValueCodes? CodesOf(int field) => _codes?.Find(field, reading.Minute) is { } codes ? new(codes, reading.Minute) : null;

    /// <summary>The label sets as small numbers; null while none are laid out.</summary>
    public ValueCodes? LabelCodes() => CodesOf(GraphMemory.LabelsField);

    /// <summary>Notes that so many values were asked for one by one; may lay numbers out, on the asker's time.</summary>
    /// <param name="field">A field, or null for the labels.</param>
    /// <param name="times">How many.</param>
    public void NoteUncoded(int? field, int times)
    {
        if (times > 0 && field is null or > GraphMemory.LabelsField)
            _codes?.Note(_memory, field ?? GraphMemory.LabelsField, reading.At, times);
    }
}
