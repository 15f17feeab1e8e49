using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Property maps: values by name, in ordinal order.</summary>
public static class Properties
{
    /// <summary>No properties.</summary>
    public static readonly ImmutableSortedDictionary<string, Value> None = ImmutableSortedDictionary.Create<string, Value>(
        StringComparer.Ordinal
    );

    /// <summary>These properties; a later one of the same name wins.</summary>
    public static ImmutableSortedDictionary<string, Value> Of(params ReadOnlySpan<(string Name, Value Value)> pairs)
    {
        var map = None.ToBuilder();
        foreach (var (name, value) in pairs)
            map[name] = value;
        return map.ToImmutable();
    }
}
