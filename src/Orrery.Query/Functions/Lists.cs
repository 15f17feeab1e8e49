using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Lists within bounds.</summary>
internal static class Lists
{
    /// <summary>The most items one list may have.</summary>
    public const int Longest = 10_000_000;

    public static Value Of(ImmutableArray<Value> items) =>
        items.Length <= Longest ? new Value.List(items) : throw QueryFaults.ValueTooLarge($"A list of {items.Length} items");
}
