using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Counts the entities of whole blocks by keys whose values are laid out as small numbers: one place for each combination of numbers (bench/, "query").</summary>
internal sealed class DenseCounts
{
    // More combinations than a 16-bit number tells apart are counted another way.
    private const int MostPlaces = ushort.MaxValue;

    private readonly ValueCodes[] _codes;
    private readonly Func<int[], int, int> _groupOf;
    private readonly Action<int> _countOne;
    private readonly int[] _rows;
    private readonly ushort[] _places = new ushort[Ground.Block];
    private readonly List<(int Place, int Group)> _met = [];

    private DenseCounts(ValueCodes[] codes, int places, Func<int[], int, int> groupOf, Action<int> countOne) =>
        (_codes, _rows, _groupOf, _countOne) = (codes, new int[places], groupOf, countOne);

    /// <summary>The groups met, and how many entities each has.</summary>
    public IEnumerable<(int Group, long Rows)> Groups => _met.Select(met => (met.Group, (long)_rows[met.Place]));

    /// <summary>Counts by these numbers; null where they make too many combinations.</summary>
    /// <param name="codes">The numbers of each key.</param>
    /// <param name="groupOf">Gives the group of a combination when an entity is first met that has it.</param>
    /// <param name="countOne">Counts an entity that some key has no number for.</param>
    public static DenseCounts? TryMake(ValueCodes[] codes, Func<int[], int, int> groupOf, Action<int> countOne)
    {
        var places = 1L;
        foreach (var key in codes)
            places *= key.Count;
        return places <= MostPlaces ? new(codes, (int)places, groupOf, countOne) : null;
    }

    /// <summary>Counts the entities of a block; false when some key does not tell of it.</summary>
    public bool TryCount(NodeBlock block)
    {
        var told = Ground.Block;
        foreach (var key in _codes)
            told = Math.Min(told, key.Of(block.Number).Length);
        if (told == 0)
            return false;
        var isTold = Place(block.Number, told);
        for (var word = 0; word < block.Bits.Length; word++)
        {
            var (bits, first) = (block.Bits[word], 64 * word);
            if (bits == 0)
                continue;
            if (bits == ulong.MaxValue && isTold && first + 64 <= told)
                CountAll(block.First, first);
            else
                CountSome(block.First, first, bits, told);
        }

        return true;
    }

    // The place of each entity; whether each has one.
    private bool Place(int block, int told)
    {
        var places = _places.AsSpan(0, told);
        var isTold = true;
        for (var key = 0; key < _codes.Length; key++)
        {
            var codes = _codes[key].Of(block)[..told];
            isTold &= !codes.Contains((ushort)0);
            if (key == 0)
                codes.CopyTo(places);
            else
                Join(places, codes, (ushort)_codes[key].Count);
        }

        return isTold;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Join(Span<ushort> places, ReadOnlySpan<ushort> codes, ushort width)
    {
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var times = Vector256.Create(width);
            for (; i + Vector256<ushort>.Count <= places.Length; i += Vector256<ushort>.Count)
            {
                var some = places[i..(i + Vector256<ushort>.Count)];
                ((Vector256.Create<ushort>(some) * times) + Vector256.Create(codes[i..(i + Vector256<ushort>.Count)])).CopyTo(
                    some
                );
            }
        }

        for (; i < places.Length; i++)
            places[i] = (ushort)((places[i] * width) + codes[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountAll(int block, int first)
    {
        var (rows, places) = (_rows, _places);
        for (var at = first; at < first + 64; at++)
        {
            if (rows[places[at]]++ == 0)
                Meet(places[at], block + at);
        }
    }

    private void CountSome(int block, int first, ulong bits, int told)
    {
        for (var left = bits; left != 0; left &= left - 1)
        {
            var at = first + BitOperations.TrailingZeroCount(left);
            if (at >= told || !IsTold(at, block))
                _countOne(block + at);
            else if (_rows[_places[at]]++ == 0)
                Meet(_places[at], block + at);
        }
    }

    private bool IsTold(int at, int block)
    {
        foreach (var key in _codes)
        {
            if (key.Of(block / Ground.Block)[at] == 0)
                return false;
        }

        return true;
    }

    private void Meet(int place, int node)
    {
        var (numbers, left) = (new int[_codes.Length], place);
        for (var key = _codes.Length - 1; key >= 0; key--)
            (left, numbers[key]) = Math.DivRem(left, _codes[key].Count);
        _met.Add((place, _groupOf(numbers, node)));
    }
}
