using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Compares two readings of one workspace.</summary>
public static class Differing
{
    /// <summary>Everything in which the later reading differs from the earlier: entities by order of first recording, then relations.</summary>
    /// <param name="earlier">One moment.</param>
    /// <param name="later">Another moment of the same branch; at any revision, at any instant.</param>
    /// <remarks>
    /// At one instant of valid time the cost is that of what was written between the two revisions, about a microsecond a thing (bench/, "diff10k");
    /// the first such question after a freeze also sorts all facts by revision once. At two instants every row ever recorded is looked at, some nanoseconds each.
    /// </remarks>
    public static ImmutableArray<Difference> Between(Reading earlier, Reading later)
    {
        var candidates = Candidates.Of(earlier, later);
        var comparison = new Comparison(earlier, later, candidates.Length);
        for (var i = 0; i < candidates.Length; i++)
        {
            if (i + Prefetch.Ahead < candidates.Length)
                Hint(later.Memory, Candidates.NodeOf(candidates[i + Prefetch.Ahead]));
            comparison.Compare(Candidates.NodeOf(candidates[i]));
        }

        return comparison.Differences;
    }

    private static void Hint(GraphMemory memory, int node)
    {
        if (node >= 0)
        {
            memory.Entities.Hint(node);
            memory.Epoch.Facts.HintFacts(node);
            return;
        }

        ref var relation = ref memory.Relations[~node];
        foreach (var end in (ReadOnlySpan<int>)[relation.Start, relation.End])
        {
            if (end < 0)
                continue;
            memory.Entities.Hint(end);
            memory.EntityFlags.Hint(end);
        }
    }
}
