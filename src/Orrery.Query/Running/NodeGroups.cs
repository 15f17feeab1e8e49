namespace Orrery.Query;

/// <summary>Counts nodes by keys that can be numbered, some hundred at a time, without a row for any of them (bench/, "query").</summary>
internal sealed class NodeGroups(NodeCoder[] coders)
{
    private const int Most = 1_024;
    private const int Places = 4_096;

    private readonly int[] _groups = new int[Most];
    private readonly int[] _numbers = new int[Most];
    private readonly Pairs[] _pairs = [.. coders.Skip(1).Select(_ => new Pairs())];
    private long[] _rows = new long[64];

    /// <summary>The keys of each group and how many nodes it has, in order of first meeting.</summary>
    public IEnumerable<(Cell[] Key, long Rows)> Count(NodeStep nodes)
    {
        CountBlocks(nodes);
        for (var some = nodes.Rest(); !some.IsEmpty; some = nodes.Rest())
            Add(some);
        Array.ForEach(coders, coder => coder.NoteUncoded());
        var count = _pairs is [.., var last] ? last.Count : coders[0].Count;
        for (var group = 0; group < count; group++)
            yield return (KeyOf(group), _rows[group]);
    }

    private void CountBlocks(NodeStep nodes)
    {
        NodeBlock? block = null;
        if (!nodes.NextBlock(ref block))
            return;
        var dense = Dense();
        do
        {
            if (dense is null || !dense.TryCount(block))
                AddAll(block.Nodes());
        } while (nodes.NextBlock(ref block));

        foreach (var (group, rows) in dense?.Groups ?? [])
            RowsOf(group) += rows;
    }

    private DenseCounts? Dense()
    {
        var codes = Array.ConvertAll(coders, coder => coder.Codes);
        var one = new int[1];
        return Array.TrueForAll(codes, known => known is not null)
            ? DenseCounts.TryMake(
                codes!,
                GroupOf,
                node =>
                {
                    one[0] = node;
                    Add(one);
                }
            )
            : null;
    }

    private int GroupOf(int[] codes, int node)
    {
        var group = coders[0].NumberOfCode(codes[0], node);
        for (var i = 1; i < coders.Length; i++)
            group = _pairs[i - 1].NumberOf((group, coders[i].NumberOfCode(codes[i], node)));
        return group;
    }

    private void AddAll(ReadOnlySpan<int> nodes)
    {
        for (; nodes.Length > Most; nodes = nodes[Most..])
            Add(nodes[..Most]);
        Add(nodes);
    }

    private void Add(ReadOnlySpan<int> nodes)
    {
        var groups = _groups.AsSpan(0, nodes.Length);
        var numbers = _numbers.AsSpan(0, nodes.Length);
        coders[0].Number(nodes, groups);
        for (var i = 1; i < coders.Length; i++)
        {
            coders[i].Number(nodes, numbers);
            _pairs[i - 1].Join(groups, numbers);
        }

        foreach (var group in groups)
            RowsOf(group)++;
    }

    private ref long RowsOf(int group)
    {
        if (group >= _rows.Length)
            Array.Resize(ref _rows, Math.Max(group + 1, _rows.Length * 2));
        return ref _rows[group];
    }

    private Cell[] KeyOf(int group)
    {
        var key = new Cell[coders.Length];
        for (var i = coders.Length - 1; i > 0; i--)
        {
            (group, var number) = _pairs[i - 1][group];
            key[i] = coders[i][number];
        }

        key[0] = coders[0][group];
        return key;
    }

    /// <summary>Numbers pairs of numbers, from 0 in order of first meeting.</summary>
    private sealed class Pairs
    {
        private readonly List<(int Left, int Right)> _pairs = [];
        private readonly Dictionary<(int Left, int Right), int> _numbers = [];
        private readonly (int Left, int Right, int Number)[] _recent = new (int, int, int)[Places];

        public int Count => _pairs.Count;

        public (int Left, int Right) this[int number] => _pairs[number];

        /// <summary>Puts the number of each pair where its left side was.</summary>
        public void Join(Span<int> left, ReadOnlySpan<int> right)
        {
            for (var i = 0; i < left.Length; i++)
            {
                ref var recent = ref _recent[((left[i] * 31) ^ right[i]) & (Places - 1)];
                if (recent.Number == 0 || recent.Left != left[i] || recent.Right != right[i])
                    recent = (left[i], right[i], NumberOf((left[i], right[i])) + 1);
                left[i] = recent.Number - 1;
            }
        }

        public int NumberOf((int Left, int Right) pair)
        {
            if (_numbers.TryGetValue(pair, out var number))
                return number;
            _pairs.Add(pair);
            return _numbers[pair] = _pairs.Count - 1;
        }
    }
}
