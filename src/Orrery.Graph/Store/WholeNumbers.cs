using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Orrery.Graph;

/// <summary>Whole numbers of four bytes each: for whoever compares all of them with one. Numbers that need more, and fractions, are asked of the facts.</summary>
internal sealed class WholeNumbers : MinuteColumn
{
    private const int Ask = int.MinValue;
    private const int Unfilled = int.MinValue + 1;

    /// <summary>No number, so never within anything.</summary>
    private const int Other = int.MinValue + 2;
    private const int Least = int.MinValue + 3;

    private readonly int[] _numbers;

    public WholeNumbers(int field, int entities)
        : base(field, entities)
    {
        // Whole words of 64: those that are made known later are asked about.
        _numbers = new int[(entities + 63) / 64 * 64];
        _numbers.AsSpan(0, entities).Fill(Unfilled);
        _numbers.AsSpan(entities).Fill(Ask);
    }

    /// <summary>Of 64 entities, which have a number within bounds, and of which that does not show here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (ulong Within, ulong Asks) Within(int first, int minute, long least, long most)
    {
        if (first + 64 > _numbers.Length || !Tells(first / Block, minute))
            return (0, ulong.MaxValue);
        if (most < Least || least > int.MaxValue)
            (least, most) = (int.MaxValue, Least);
        var low = Vector256.Create((int)Math.Max(least, Least));
        var high = Vector256.Create((int)Math.Min(most, int.MaxValue));
        var (within, asks) = (0UL, 0UL);
        for (var i = 0; i < 64; i += Vector256<int>.Count)
        {
            var some = Vector256.Create(_numbers.AsSpan(first + i, Vector256<int>.Count));
            var holds = Vector256.GreaterThanOrEqual(some, low) & Vector256.LessThanOrEqual(some, high);
            within |= (ulong)holds.ExtractMostSignificantBits() << i;
            asks |= (ulong)Vector256.Equals(some, Vector256.Create(Ask)).ExtractMostSignificantBits() << i;
        }

        return (within, asks);
    }

    /// <summary>The number of each of some nodes where it shows here; others are left as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(ReadOnlySpan<int> nodes, int minute, Span<long> into)
    {
        var (block, tells) = (-1, false);
        for (var i = 0; i < nodes.Length; i++)
        {
            // Relations that stand as nodes have numbers below 0, and no column.
            var node = nodes[i];
            if ((uint)node >= (uint)_numbers.Length)
                continue;
            if (node / Block != block)
                (block, tells) = (node / Block, Tells(node / Block, minute));
            if (tells && Volatile.Read(ref _numbers[node]) is >= Other and var number)
                into[i] = number == Other ? Ground.HasNone : number;
        }
    }

    protected override void MarkEntry(int entity) => Volatile.Write(ref _numbers[entity], Ask);

    protected override Placing Put(int entity, (byte Tag, long Payload)? told)
    {
        var number = told switch
        {
            null => Ask,
            (FactTags.Integer, >= Least and <= int.MaxValue and var payload) => (int)payload,
            (FactTags.Nothing, _) => Other,
            _ => Ask,
        };
        // Marked meanwhile stays marked.
        Interlocked.CompareExchange(ref _numbers[entity], number, Unfilled);
        return number == Ask ? Placing.Asks : Placing.Told;
    }
}
