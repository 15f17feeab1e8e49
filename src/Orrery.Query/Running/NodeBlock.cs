using System.Numerics;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Some thousand entities in a row, with a bit for each that is among the rows: for whoever goes over all of them and needs no row of any.</summary>
internal sealed class NodeBlock
{
    private int[] _nodes = [];

    /// <summary>Which block of entities it is.</summary>
    public int Number { get; set; }

    /// <summary>The number of its first entity.</summary>
    public int First => Number * Ground.Block;

    /// <summary>A word for every 64 entities.</summary>
    public ulong[] Bits { get; } = new ulong[Ground.Block / 64];

    /// <summary>How many entities are among the rows.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in Bits)
                count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>The entities among the rows, in order; a later call writes over them.</summary>
    public Span<int> Nodes()
    {
        if (_nodes.Length == 0)
            _nodes = new int[Ground.Block];
        var count = 0;
        for (var word = 0; word < Bits.Length; word++)
        {
            var first = First + (64 * word);
            for (var left = Bits[word]; left != 0; left &= left - 1)
                _nodes[count++] = first + BitOperations.TrailingZeroCount(left);
        }

        return _nodes.AsSpan(0, count);
    }

    /// <summary>From now on just these are among the rows.</summary>
    public void Keep(ReadOnlySpan<int> nodes)
    {
        Array.Clear(Bits);
        foreach (var node in nodes)
            Bits[(node - First) >> 6] |= 1UL << node;
    }
}
