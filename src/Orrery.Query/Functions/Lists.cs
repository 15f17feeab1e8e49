using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Lists within bounds.</summary>
internal static class Lists
{
    /// <summary>The most items one list may have: larger ones lie apart in memory, where they keep all that was in them long after they were let go, and everybody waits while that is looked through.</summary>
    public const int Longest = 250_000;

    /// <summary>The most lists and maps in one another, as many as brackets in a text: whatever writes, compares or sorts them calls itself for each.</summary>
    private const int Deepest = Parser.DeepestNesting;

    /// <summary>Refuses an item that lies so deep that nothing can be put around it.</summary>
    public static void CheckDepth(Value item)
    {
        if (item.Depth >= Deepest)
            throw QueryFaults.ValueTooDeep(Deepest);
    }

    /// <summary>One list behind the other.</summary>
    public static Value Joined(ImmutableArray<Value> left, ImmutableArray<Value> right)
    {
        CheckLength(left.Length + (long)right.Length);
        return new Value.List([.. left, .. right]);
    }

    /// <summary>Refuses a list with so many items.</summary>
    public static void CheckLength(long items)
    {
        if (items > Longest)
            throw QueryFaults.ListTooLong(Longest);
    }
}
