using System.Collections.Concurrent;

namespace Orrery.Graph;

/// <summary>For each word, the entities that ever had it in a title, in order of number. What holds now, and for whom, is asked of the reading.</summary>
/// <remarks>Made at the first search (0.5 s for a million titles), then kept up with what was titled since. Readers share it; one of them at a time adds to it.</remarks>
internal sealed class TitleIndex(GraphMemory memory)
{
    private readonly ConcurrentDictionary<string, Postings> _byWord = new(StringComparer.Ordinal);
    private readonly Lock _growing = new();
    private readonly List<string> _unsorted = [];
    private string[] _sorted = [];
    private int _titled;
    private bool _isBuilt;

    /// <summary>The entities of a word, or null where no title ever had it.</summary>
    public Postings? Find(string word)
    {
        CatchUp();
        return _byWord.GetValueOrDefault(word);
    }

    /// <summary>The entities of all words that begin so, merged; for the word that somebody still types.</summary>
    public Postings? FindBeginning(string beginning)
    {
        CatchUp();
        var found = Beginning(beginning);
        return found.Length switch
        {
            0 => null,
            1 => _byWord[found[0]],
            _ => new(Merged(found)),
        };
    }

    /// <summary>Whether some word goes on where this one ends: else looking for words that begin so finds nothing more.</summary>
    public bool IsBeginning(string word)
    {
        CatchUp();
        return Beginning(word) switch
        {
            [] => false,
            [var only] => only.Length > word.Length,
            _ => true,
        };
    }

    private ReadOnlySpan<string> Beginning(string beginning)
    {
        var words = Sorted();
        var first = FirstNotBefore(words, beginning);
        var end = first;
        while (end < words.Length && words[end].StartsWith(beginning, StringComparison.Ordinal))
            end++;
        return words.AsSpan(first..end);
    }

    private static int FirstNotBefore(string[] words, string wanted)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(words[middle], wanted) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // Sorted when somebody asks, not as words come: a search at a moment that has none of them went through every word (bench/, "query").
    private string[] Sorted()
    {
        lock (_growing)
        {
            if (_unsorted.Count > 0)
            {
                _unsorted.Sort(StringComparer.Ordinal);
                _sorted = Merged(_sorted, _unsorted);
                _unsorted.Clear();
            }

            return _sorted;
        }
    }

    private static string[] Merged(string[] words, List<string> others)
    {
        var merged = new string[words.Length + others.Count];
        for (int at = 0, next = 0, other = 0; at < merged.Length; at++)
        {
            var isWord = other == others.Count || (next < words.Length && string.CompareOrdinal(words[next], others[other]) < 0);
            merged[at] = isWord ? words[next++] : others[other++];
        }

        return merged;
    }

    private int[] Merged(ReadOnlySpan<string> words)
    {
        List<int> nodes = [];
        foreach (var word in words)
            nodes.AddRange(_byWord[word].Nodes);
        var sorted = nodes.ToArray();
        Array.Sort(sorted);
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (kept == 0 || sorted[kept - 1] != sorted[i])
                sorted[kept++] = sorted[i];
        }

        return sorted[..kept];
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
                Add(word, node);
        }
    }

    private void Add(string word, int node)
    {
        if (!_byWord.TryGetValue(word, out var postings))
        {
            _byWord[word] = postings = new([]);
            _unsorted.Add(word);
        }

        postings.Add(node);
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
