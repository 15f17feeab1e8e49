namespace Orrery.Graph;

/// <summary>Many entities at once: a bit for each, in words of 64, for whoever goes over all of them.</summary>
public sealed partial class Ground
{
    /// <summary>How many entities in a row are told of together.</summary>
    public const int Block = MinuteColumn.Block;

    /// <summary>Instead of a whole number: the facts are to be asked.</summary>
    public const long MustAsk = long.MinValue;

    /// <summary>Instead of a whole number: the field has no value.</summary>
    public const long HasNone = long.MinValue + 1;

    /// <summary>Comparing with what is in a column of its own costs so much less than asking the facts.</summary>
    private const int ComparedForOneAsked = 16;

    private readonly CodeColumns? _codes = isAnyTime ? null : reading.CurrentCodes;
    private (int Field, WholeNumbers? Numbers) _compared = (-1, null);

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
        var within = 0UL;
        asks = bits;
        if (WholeOf(field) is { } numbers)
        {
            (within, asks) = numbers.Within(first, reading.Minute, least, most);
            (within, asks) = (within & bits, asks & bits);
        }

        if (asks == 0 || _columns?.Find(field) is not { } column)
            return within;
        (var more, asks) = column.Within(first, asks, reading.Minute, least, most);
        return within | more;
    }

    /// <summary>Whether whole numbers of a field are laid out for this moment.</summary>
    public bool HasWhole(int field) => WholeOf(field) is not null;

    /// <summary>The whole number that each of some nodes has in a field, as far as a column tells.</summary>
    /// <param name="field">A field with <see cref="HasWhole"/>.</param>
    /// <param name="nodes">Entities, and relations that stand as nodes.</param>
    /// <param name="numbers">Filled in step with the nodes: a number, <see cref="HasNone"/>, or <see cref="MustAsk"/>.</param>
    public void TakeWhole(int field, ReadOnlySpan<int> nodes, Span<long> numbers)
    {
        numbers.Fill(MustAsk);
        WholeOf(field)?.Read(nodes, reading.Minute, numbers);
    }

    private WholeNumbers? WholeOf(int field)
    {
        if (_compared.Field != field)
            _compared = (field, _codes?.Find<WholeNumbers>(field, reading.Minute));
        return _compared.Numbers;
    }

    /// <summary>Notes that so many values were compared with a whole number, or gathered, and of how many the column did not tell; may lay the numbers out, on the asker's time.</summary>
    public void NoteCompared(int field, int times, int asked)
    {
        if (field > GraphMemory.LabelsField && (_compared.Field != field || _compared.Numbers is null))
            _codes?.NoteCompared(_memory, field, reading.At, asked + (times / ComparedForOneAsked));
    }

    /// <summary>The values of a field as small numbers; null while none are laid out.</summary>
    public ValueCodes? CodesOf(int field) =>
        _codes?.Find<FieldCodes>(field, reading.Minute) is { } codes ? new(codes, reading.Minute) : null;

    /// <summary>The label sets as small numbers; null while none are laid out.</summary>
    public ValueCodes? LabelCodes() => CodesOf(GraphMemory.LabelsField);

    /// <summary>Notes that so many values were asked for one by one; may lay numbers out, on the asker's time.</summary>
    /// <param name="field">A field, or null for the labels.</param>
    /// <param name="times">How many.</param>
    public void NoteUncoded(int? field, int times)
    {
        if (times > 0 && field is null or > GraphMemory.LabelsField)
            _codes?.NoteUncoded(_memory, field ?? GraphMemory.LabelsField, reading.At, times);
    }
}
