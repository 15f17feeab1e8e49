using System.Collections.Concurrent;

namespace Orrery.Graph;

/// <summary>For each word, the entities that ever had it in a title, in order of number. What holds now, and for whom, is asked of the reading.</summary>
/// <remarks>Made at the first search (0.5 s for a million titles), then kept up with what was titled since. Readers share it; one of them at a time adds to it.</remarks>
internal sealed class TitleIndex(GraphMemory memory)
{
    private readonly ConcurrentDictionary<string, Postings> _byWord = new(StringComparer.Ordinal);
    private readonly Lock _growing = new();
    private int _titled;
    private bool _isBuilt;

    /// <summary>How many words some title had in how many entities: words by their number of entities.</summary>
    public Postings? Find(string word)
    {
        CatchUp();
        return _byWord.GetValueOrDefault(word);
    }

    /// <summary>The entities of all words that begin so, merged; for the word that somebody still types.</summary>
    public Postings? FindBeginning(string beginning)
    {
        CatchUp();
        int[][] found =
        [
            .. _byWord
                .Where(pair => pair.Key.StartsWith(beginning, StringComparison.Ordinal))
                .Select(pair => pair.Value.ToArray()),
        ];
        return found is [] ? null : new([.. found.SelectMany(nodes => nodes).Distinct().Order()]);
    }

    // What the writer titles is noted before it is published: whoever sees a revision finds its titles here.
    private void CatchUp()
    {
        if (_isBuilt && Volatile.Read(ref _titled) == memory.Titled.Count)
            return;
        lock (_growing)
        {
            var until = memory.Titled.Count;
            if (!_isBuilt)
            {
                for (int node = 0, count = memory.Entities.Count; node < count; node++)
                    Add(node);
                _isBuilt = true;
            }
            else
            {
                for (var i = _titled; i < until; i++)
                    Add(memory.Titled[i]);
            }

            Volatile.Write(ref _titled, until);
        }
    }

    private void Add(int node)
    {
        foreach (var fact in memory.Epoch.Facts.Of(node, GraphMemory.TitleField))
        {
            if (fact.Tag != FactTags.Text)
                continue;
            foreach (var word in SearchWords.Of(memory.Heap.GetText(fact.Payload)))
                _byWord.GetOrAdd(word, _ => new([])).Add(node);
        }
    }
}

/// <summary>Numbers in ascending order, each once. One adds, others read what was there when they came.</summary>
internal sealed class Postings
{
    private int[] _nodes;
    private int _count;

    public Postings(int[] nodes) => (_nodes, _count) = (nodes, nodes.Length);

    public ReadOnlySpan<int> Nodes
    {
        get
        {
            var count = Volatile.Read(ref _count);
            return Volatile.Read(ref _nodes).AsSpan(0, count);
        }
    }

    public int[] ToArray() => Nodes.ToArray();

    /// <summary>Most come in order and go to the end; an earlier one makes a new array, so that no reader sees half a move.</summary>
    public void Add(int node)
    {
        var count = _count;
        if (count > 0 && _nodes[count - 1] >= node)
        {
            Insert(node, count);
            return;
        }

        if (count == _nodes.Length)
        {
            var wider = new int[Math.Max(4, count * 2)];
            _nodes.CopyTo(wider, 0);
            Volatile.Write(ref _nodes, wider);
        }

        _nodes[count] = node;
        Volatile.Write(ref _count, count + 1);
    }

    private void Insert(int node, int count)
    {
        var at = Array.BinarySearch(_nodes, 0, count, node);
        if (at >= 0)
            return;
        at = ~at;
        var wider = new int[Math.Max(count + 1, _nodes.Length)];
        Array.Copy(_nodes, wider, at);
        wider[at] = node;
        Array.Copy(_nodes, at, wider, at + 1, count - at);
        Volatile.Write(ref _nodes, wider);
        Volatile.Write(ref _count, count + 1);
    }
}
