using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Lists within bounds.</summary>
internal static class Lists
{
    /// <summary>The most items one list may have.</summary>
    public const int Longest = 10_000_000;

    /// <summary>The most items of a list that is put together with <c>+</c>: each such list is copied whole, and larger ones hold up everybody while memory is looked through.</summary>
    public const int LongestJoined = 250_000;

    /// <summary>The most lists and maps in one another, as many as brackets in a text: whatever writes, compares or sorts them calls itself for each.</summary>
    private const int Deepest = Parser.DeepestNesting;

    /// <summary>Refuses an item that lies so deep that nothing can be put around it.</summary>
    public static void CheckDepth(Value item)
    {
        if (item.Depth >= Deepest)
            throw QueryFaults.ValueTooDeep(Deepest);
    }

    /// <summary>One list behind the other.</summary>
    public static Value Joined(ImmutableArray<Value> left, ImmutableArray<Value> right) =>
        (long)left.Length + right.Length is <= LongestJoined
            ? new Value.List([.. left, .. right])
            : throw QueryFaults.ListTooLong(left.Length + (long)right.Length, LongestJoined);

    public static Value Of(ImmutableArray<Value> items) =>
        items.Length <= Longest ? new Value.List(items) : throw QueryFaults.ValueTooLarge($"A list of {items.Length} items");
}
