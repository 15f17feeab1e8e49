namespace Orrery.Graph;

/// <summary>How a source's claim on a thing is kept: as a field of it, true while the source states it.</summary>
internal static class Claims
{
    public const string Prefix = "~claim:";

    public static string FieldOf(string source) => Prefix + source;

    /// <summary>The stretches over which a source claims a node, as known at a revision.</summary>
    public static List<(long From, long To)> Of(GraphMemory memory, int node, int field, int revision)
    {
        List<(long From, long To)> claimed = [];
        foreach (var stretch in memory.Timeline(node, field, revision))
        {
            if (stretch.Fact.Tag == FactTags.Yes)
                Stretches.Add(claimed, stretch.From, stretch.To);
        }

        return claimed;
    }

    /// <summary>The numbers of all claim fields.</summary>
    public static IEnumerable<int> Fields(GraphMemory memory) => memory.Claimed.Keys;
}
