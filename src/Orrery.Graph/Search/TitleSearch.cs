namespace Orrery.Graph;

/// <summary>Finds entities by words of their titles, the best first.</summary>
internal static class TitleSearch
{
    /// <summary>Entities whose title at the reading has every word; where there is none, the last word may be a beginning.</summary>
    /// <param name="ground">Who sees what, when.</param>
    /// <param name="text">Words in any case.</param>
    /// <param name="most">How many are wanted.</param>
    /// <returns>Shortest titles first, which say little besides the words; then by order of first recording. The score is the share of the title that was asked for.</returns>
    public static List<(int Node, double Score)> Run(Ground ground, string text, int most)
    {
        var words = SearchWords.Of(text).Distinct(StringComparer.Ordinal).ToArray();
        if (words is [] || most <= 0)
            return [];
        var whole = Run(ground, words, isBeginning: false, most);
        return whole is [] && ground.Memory.Titles.IsBeginning(words[^1]) ? Run(ground, words, isBeginning: true, most) : whole;
    }

    private static List<(int Node, double Score)> Run(Ground ground, string[] words, bool isBeginning, int most)
    {
        var index = ground.Memory.Titles;
        var postings = new Postings[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            var found = isBeginning && i == words.Length - 1 ? index.FindBeginning(words[i]) : index.Find(words[i]);
            if (found is null)
                return [];
            postings[i] = found;
        }

        Array.Sort(postings, (a, b) => a.Nodes.Length.CompareTo(b.Nodes.Length));
        return Best(ground, words, isBeginning, Candidates(postings), most);
    }

    // The rarest word leads; the others are looked up from where the last look ended.
    private static List<int> Candidates(Postings[] postings)
    {
        List<int> both = [.. postings[0].Nodes];
        for (var i = 1; i < postings.Length; i++)
        {
            var nodes = postings[i].Nodes;
            var (kept, at) = (0, 0);
            for (var next = 0; next < both.Count; next++)
            {
                var node = both[next];
                at = Gallop(nodes, at, node);
                if (at < nodes.Length && nodes[at] == node)
                    both[kept++] = node;
            }

            both.RemoveRange(kept, both.Count - kept);
        }

        return both;
    }

    private static int Gallop(ReadOnlySpan<int> nodes, int from, int wanted)
    {
        var step = 1;
        while (from + step < nodes.Length && nodes[from + step] < wanted)
            step *= 2;
        var (low, high) = (from + (step / 2), Math.Min(from + step + 1, nodes.Length));
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (nodes[middle] < wanted)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static List<(int Node, double Score)> Best(
        Ground ground,
        string[] words,
        bool isBeginning,
        List<int> candidates,
        int most
    )
    {
        PriorityQueue<int, (int Length, int Node)> worstFirst = new(
            Comparer<(int Length, int Node)>.Create((a, b) => b.CompareTo(a))
        );
        foreach (var node in candidates)
        {
            if (
                ground.TitleLength(node) is not (>= 0 and var length)
                || (worstFirst.Count == most && worstFirst.TryPeek(out _, out var worst) && (length, node).CompareTo(worst) >= 0)
            )
                continue;
            if (!ground.Sees(node) || ground.TitleOf(node) is not { } title || !HasAll(title, words, isBeginning))
                continue;
            worstFirst.Enqueue(node, (length, node));
            if (worstFirst.Count > most)
                worstFirst.Dequeue();
        }

        var asked = words.Sum(word => word.Length);
        List<(int Node, double Score)> best = [];
        while (worstFirst.TryDequeue(out var node, out var rank))
            best.Add((node, Math.Min(1, asked / (double)Math.Max(1, rank.Length))));
        best.Reverse();
        return best;
    }

    private static bool HasAll(string title, string[] words, bool isBeginning)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!HasWord(title, words[i], isWhole: !isBeginning || i < words.Length - 1))
                return false;
        }

        return true;
    }

    private static bool HasWord(string title, string word, bool isWhole)
    {
        for (
            var at = title.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = title.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + word.Length;
            if (
                (at == 0 || !char.IsLetterOrDigit(title[at - 1]))
                && (!isWhole || end == title.Length || !char.IsLetterOrDigit(title[end]))
            )
                return true;
        }

        return false;
    }
}
