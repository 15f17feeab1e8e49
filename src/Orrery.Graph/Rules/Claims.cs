using System.Globalization;

namespace Orrery.Graph;

/// <summary>How a source's claim on a thing is kept: as a field of it, true while the source states it.</summary>
internal static class Claims
{
    public const string Prefix = "~claim:";

    public const string SaidPrefix = "~says:";

    public static string FieldOf(string source) => Prefix + source;

    /// <summary>The field that keeps what one source says of a field that several state. The length tells source and field apart.</summary>
    public static string SaidBy(string source, string field) => $"{SaidPrefix}{source.Length}:{source}:{field}";

    /// <summary>Whose word on which field that field keeps; null for any other field.</summary>
    public static (string Source, string Field)? Said(string field)
    {
        if (!field.StartsWith(SaidPrefix, StringComparison.Ordinal))
            return null;
        var rest = field.AsSpan(SaidPrefix.Length);
        var colon = rest.IndexOf(':');
        if (colon < 0 || !int.TryParse(rest[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return null;
        rest = rest[(colon + 1)..];
        return length < rest.Length && rest[length] == ':' ? (rest[..length].ToString(), rest[(length + 1)..].ToString()) : null;
    }

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
