using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Which entities of a block have a label, told by the small numbers of label sets (bench/, "query").</summary>
internal sealed class LabelledBlocks
{
    private const int MostCompared = 4;

    private readonly QueryGraph _graph;
    private readonly LabelTest _label;
    private readonly ValueCodes _codes;
    private readonly bool[] _passes;
    private readonly ushort[] _passing;

    private LabelledBlocks(QueryGraph graph, LabelTest label, ValueCodes codes)
    {
        (_graph, _label, _codes) = (graph, label, codes);
        _passes = new bool[codes.Count];
        for (var code = 1; code < codes.Count; code++)
            _passes[code] = graph.Ground.Passes(label.Filter, codes.LabelSet(code));
        _passing = [.. Enumerable.Range(1, codes.Count - 1).Where(code => _passes[code]).Select(code => (ushort)code)];
    }

    /// <summary>Null while label sets have no numbers; that so many are asked about is noted then, and may number them.</summary>
    public static LabelledBlocks? TryMake(QueryGraph graph, LabelTest label, int asked)
    {
        if (graph.Ground.LabelCodes() is { } codes)
            return new(graph, label, codes);
        graph.Ground.NoteUncoded(null, asked);
        return null;
    }

    /// <summary>Leaves the bits of those that have it.</summary>
    public void Keep(NodeBlock block)
    {
        var codes = _codes.Of(block.Number);
        for (var word = 0; word < block.Bits.Length; word++)
        {
            ref var bits = ref block.Bits[word];
            if (bits == 0)
                continue;
            var of = codes[Math.Min(codes.Length, 64 * word)..];
            if (of.Length >= 64 && Vector256.IsHardwareAccelerated && _passing.Length <= MostCompared)
                bits &= Compare(of, out var asked) | Ask(block.First + (64 * word), bits & asked);
            else
                bits = AskEach(block.First + (64 * word), of, bits);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Compare(ReadOnlySpan<ushort> codes, out ulong asked)
    {
        var passing = asked = 0;
        for (var i = 0; i < 64; i += Vector256<ushort>.Count)
        {
            var some = Vector256.Create(codes[i..(i + Vector256<ushort>.Count)]);
            var equal = Vector256<ushort>.Zero;
            foreach (var code in _passing)
                equal |= Vector256.Equals(some, Vector256.Create(code));
            passing |= (ulong)equal.ExtractMostSignificantBits() << i;
            asked |= (ulong)Vector256.Equals(some, Vector256<ushort>.Zero).ExtractMostSignificantBits() << i;
        }

        return passing;
    }

    private ulong AskEach(int first, ReadOnlySpan<ushort> codes, ulong bits)
    {
        var (kept, asked) = (0UL, 0UL);
        for (var left = bits; left != 0; left &= left - 1)
        {
            var bit = BitOperations.TrailingZeroCount(left);
            var code = bit < codes.Length ? codes[bit] : 0;
            if (code == 0)
                asked |= 1UL << bit;
            else if (_passes[code])
                kept |= 1UL << bit;
        }

        return kept | Ask(first, asked);
    }

    private ulong Ask(int first, ulong bits)
    {
        var kept = 0UL;
        for (var left = bits; left != 0; left &= left - 1)
        {
            var bit = BitOperations.TrailingZeroCount(left);
            if (_graph.Has(first + bit, _label))
                kept |= 1UL << bit;
        }

        return kept;
    }
}
